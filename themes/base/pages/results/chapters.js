// Each chapter with its state, and below it its quizzes: points, pass mark, result, attempts.

function chapterSection() {
  const all = quizResults();
  const groups = course.data.chapters.map((chapter) => ({ chapter, ...chapterProgress(chapter), quizzes: all.filter((quiz) => quiz.chapter === chapter) }));
  const begun = ({ state }) => state !== "new";
  const ordered = groups.length > MANY ? [...groups.filter(begun), ...groups.filter((group) => !begun(group))] : groups;
  const columns = ["chapter", "points", "result"].map((column) => t(`col_${column}`));
  const total = totalOf(all);
  const foot = total.possible > 0 && chartRow(t("total"), null, ofPoints(total.earned, total.possible), `${percentOf(total.earned, total.possible)}%`);
  const table = (some) => chartTable(columns, some.map(chapterGroup), some[0] === ordered[0] && foot);
  return resultsSection(t("results_chapters"), all.length > 0 && h("p.note", t("chapters_note")), folded(ordered, table));
}

function chapterGroup({ chapter, state, quizzes }) {
  const { earned, possible } = totalOf(quizzes);
  const points = quizzes.filter(({ baseline }) => !baseline).length > 1 && h("td", ofPoints(earned, possible));
  const name = h("th", { scope: "rowgroup", colSpan: points ? 1 : 2 }, h("a", { href: `#${chapter.id}/` }, chapter.title));
  const head = h("tr.of-chapter", name, points, h("td", t(`state_${state}`)));
  return [head, quizzes.map(quizRow)];
}

function quizRow(result) {
  const { chapter, block, earned, possible, passMark, baseline } = result;
  const percent = `${percentOf(earned, possible)}%`;
  const name = baseline ? percent : `${percent}${t("fact_separator")}${t("pass_from", { n: passMark })}`;
  const image = possible > 0 && barPicture(name, shareOf(earned, possible), baseline ? undefined : passMark / 100);
  return chartRow(h("a", { href: `#${chapter.id}/${block.anchor}` }, block.title), image, possible > 0 && ofPoints(earned, possible), [passWords(result), quizNotes(result)]);
}

/** Nobody has failed a quiz that is not finished: until then only what would pass is said. */
function passWords(result) {
  const n = percentOf(result.earned, result.possible);
  if (result.baseline) return t("pretest_apart", { n });
  if (result.possible === 0) return t(isWhole(result) ? "state_done" : "state_going");
  if (!result.passed && !isWhole(result)) return t("pass_from", { n: result.passMark });
  return h("span.pass", { dataset: { pass: result.passed ? "yes" : "no" } }, spriteIcon(result.passed ? "check" : "info"), " ", t(result.passed ? "passed" : "not_passed", { n }));
}

/** What is small beside a result: items still open, attempts, what the first one came to. */
function quizNotes(result) {
  const tries = triesOf(result);
  const first = tries > 1 && firstPoints(result);
  return [
    !isWhole(result) && h("small", t("answered_of", { n: result.answered, m: result.items })),
    tries > 1 && h("small", t("tries", { n: tries })),
    first && exactText(first) !== exactText(result.earned) && h("small", t("quiz_first", { earned: decimalText(first), possible: result.possible })),
  ];
}

/** How often the quiz was started, or any of its items answered. */
function triesOf({ path, block }) {
  const attempts = block.items.map(({ id }) => course.record(`history:${pathIn(path, id)}`)?.attempts ?? 0);
  return Math.max(course.record(`attempt:${path}`)?.number ?? 0, ...attempts);
}

function firstPoints({ path, block }) {
  return sumPoints(countedItems(path, block).map((item) => pointsOf(firstAnswer(path, item)?.earned ?? [0, 1], item.points)));
}
