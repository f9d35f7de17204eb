// What the learner has to show: each quiz with its points and whether it is passed, each role-play, each worksheet.

/** Every block of the course in order, with its chapter and its path "chapter/block". */
function allBlocks(kind) {
  return course.data.chapters.flatMap(blocksOf).filter(({ block }) => block.kind === kind);
}

function blocksOf(chapter) {
  return chapter.blocks.map((block) => ({ chapter, block, path: pathIn(chapter.id, block.id) }));
}

/** A link to a block, in its title or in other words. */
function entryLink({ chapter, block }, words = block.title) {
  return h("a", { href: `#${chapter.id}/${block.anchor}` }, words);
}

function quizResults() {
  return allBlocks("quiz").map(quizResult);
}

/** Whether a quiz counts: a pre-test is a starting point and counts nothing. */
function counts({ baseline }) {
  return !baseline;
}

/** Whether there are points in a quiz that count. */
function isGraded({ baseline, possible }) {
  return !baseline && possible > 0;
}

function quizResult({ chapter, block, path }) {
  const items = countedItems(path, block);
  const answers = items.map((item) => currentAnswer(path, item));
  const scores = items.map((item, index) => (answers[index] ? pointsOf(answers[index].earned, item.points) : zeroPoints));
  const [earned, possible] = [sumPoints(scores), sumOf(items, "points")];
  const passMark = block.pass ?? course.data.passMark;
  return {
    chapter,
    block,
    path,
    answered: answers.filter(Boolean).length,
    items: items.length,
    baseline: block.word === "pretest",
    earned,
    possible,
    passMark,
    passed: possible === 0 || percentOf(earned, possible) >= passMark,
  };
}

/** The items that count: of a bank those that were drawn, before that as many of the first. */
function countedItems(path, { items, draw }) {
  if (!draw) return items;
  const drawn = course.record(`attempt:${path}`)?.items ?? [];
  const there = items.filter(({ id }) => drawn.includes(id));
  return there.length ? there : items.slice(0, draw);
}

/** A post-test beside its pre-test, over the items with an answer in both, at the first attempt: points and per cent before
 * and after, and how many items turned right (up) or wrong (down), since a gain may hide losses. Null where there is nothing
 * to compare. */
function gainOf({ block, path }) {
  const pre = block.pretest && allBlocks("quiz").find(({ chapter, block: { id } }) => chapter.id === block.pretest[0] && id === block.pretest[1]);
  const pairs = (pre?.block.items ?? []).map((item, at) => [firstAnswer(pre.path, item), firstAnswer(path, block.items[at]), item.points]).filter(([before, after]) => before && after);
  if (!pairs.length) return null;
  const possible = sumOf(pairs, 2);
  const points = [0, 1].map((at) => sumPoints(pairs.map((pair) => pointsOf(pair[at].earned, pair[2]))));
  const [before, after] = points.map((each) => percentOf(each, possible));
  const turned = (from) => pairs.filter((pair) => isWholly(pair[from]) && !isWholly(pair[1 - from])).length;
  return { items: pairs.length, possible, points, before, after, up: turned(1), down: turned(0) };
}

function firstAnswer(path, item) {
  return asWorded(course.record(`history:${pathIn(path, item.id)}`)?.first, item);
}

function gainWords({ before, after }) {
  const change = after === before ? "same" : after > before ? "up" : "down";
  return t("gain_percent", { before, after, change: t(`gain_${change}`, { n: Math.abs(after - before) }) });
}

/** The sum of what counts. */
function totalOf(all) {
  const results = all.filter(counts);
  return { earned: sumPoints(results.map((result) => result.earned)), possible: sumOf(results, "possible") };
}

/** For each objective (or skill) of the course what its items say, the pre-tests apart: `earned` now and at the `first`
 * attempt, of the points `possible` in the items that have an answer; `lost` is a chapter where points are missing. */
function tallies(tag) {
  const all = quizResults().filter(counts).flatMap(({ chapter, path, block }) => countedItems(path, block).map((item) => ({ chapter, path, item, answer: currentAnswer(path, item) })));
  const declared = tag === "objectives" ? Object.keys(course.data.objectives ?? {}) : [];
  const names = new Set([...declared, ...all.flatMap(({ item }) => item[tag] ?? []).sort()]);
  return [...names].map((name) => tallyOf(name, all.filter(({ item }) => item[tag]?.includes(name))));
}

function tallyOf(name, tested) {
  const answered = tested.filter(({ answer }) => answer);
  const sum = (choose) => sumPoints(answered.map((entry) => pointsOf(choose(entry).earned, entry.item.points)));
  return {
    name,
    words: course.data.objectives?.[name] ?? name,
    items: tested.length,
    answered: answered.length,
    earned: sum(({ answer }) => answer),
    first: sum(({ path, item, answer }) => firstAnswer(path, item) ?? answer),
    possible: sumOf(answered.map(({ item }) => item), "points"),
    lost: answered.find(({ answer }) => isWeak(answer))?.chapter ?? answered[0]?.chapter,
  };
}
