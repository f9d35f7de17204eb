// Each chapter with its state, and below it its quizzes: points, pass mark, result, attempts.

function chapterGroups() {
  const all = quizResults();
  const groups = course.data.chapters.map(chapterProgress).map((each) => ({ ...each, quizzes: all.filter(({ chapter }) => chapter === each.chapter) }));
  return firstOfMany(groups, ({ state }) => state !== "new").map(({ chapter, state, quizzes }) => [chapterHead(chapter, state, quizzes), ...quizzes.map(quizRow)]);
}

function chapterHead(chapter, state, quizzes) {
  const { earned, possible } = totalOf(quizzes);
  const points = quizzes.filter(counts).length > 1 && h("td", ofPoints(earned, possible));
  return h("tr.of-chapter", h("th", { scope: "row", colSpan: points ? 1 : 2 }, h("a", { href: `#${chapter.id}/` }, chapter.title)), points, h("td", t(`state_${state}`)));
}

function quizRow(result) {
  const { chapter, block, earned, possible, passMark, baseline } = result;
  const name = [`${percentOf(earned, possible)}%`, ...(baseline ? [] : [t("pass_from", { n: passMark })])].join(t("fact_separator"));
  const image = possible > 0 && barPicture(name, shareOf(earned, possible), baseline ? undefined : passMark / 100);
  return chartRow(entryLink({ chapter, block }), image, possible > 0 && ofPoints(earned, possible), [passWords(result), quizNotes(result)]);
}

/** Nobody has failed a quiz that is not finished: until then only what would pass is said. */
function passWords({ answered, items, earned, possible, baseline, passed, passMark }) {
  const n = percentOf(earned, possible);
  if (baseline) return t("pretest_apart", { n });
  if (possible === 0) return t(answered < items ? "state_going" : "state_done");
  if (!passed && answered < items) return t("pass_from", { n: passMark });
  return h("span.pass", { dataset: { pass: passed ? "yes" : "no" } }, spriteIcon(passed ? "check" : "info"), " ", t(passed ? "passed" : "not_passed", { n }));
}

/** What is small beside a result: items still open, and which attempt it is. */
function quizNotes({ path, block, answered, items }) {
  const attempts = block.items.map(({ id }) => course.record(`history:${pathIn(path, id)}`)?.attempts ?? 0);
  const tries = Math.max(course.record(`attempt:${path}`)?.number ?? 0, ...attempts);
  return [answered < items && h("small", t("answered_of", { n: answered, m: items })), tries > 1 && h("small", t("tries", { n: tries }))];
}
