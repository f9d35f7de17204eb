// The results file a learner hands in: what was answered, exactly. ssg/schemas/results-1.schema.json describes it.

const resultParts = []; // what kinds add to the file: functions that give properties of it

function downloadResults() {
  const name = course.record("learner:name") ?? "";
  download(fileName(t("file_results"), name), resultsFile(name));
}

function resultsFile(name) {
  return {
    ...resultsHead(name),
    answers: course.store.list("history:").map(answerEntry),
    plays: course.store.list("play:").flatMap(playEntries),
    fields: namedFields().map(([recordId, value]) => ({ ...whereIs(recordId, "field"), value })),
    totals: totals(),
    ...Object.assign({}, ...resultParts.map((part) => part())),
  };
}

function resultsHead(name) {
  return { ...fileHead("coursewright-results"), learner: { name } };
}

/** What was written, but for forms that are anonymous: they leave as files of their own, without a name. */
function namedFields() {
  const anonymous = course.data.chapters.flatMap(blocksOf).filter(({ block }) => block.anonymous).map(({ path }) => `field:${path}/`);
  return course.store.list("field:").filter(([id]) => !anonymous.some((prefix) => id.startsWith(prefix)));
}

/** An item that was answered at least once: its first attempt, its last unless the learner is trying again, and those to
 * an older wording. */
function answerEntry([recordId, { first, attempts }]) {
  const [last, older] = ["answer:", "older:"].map((kind) => course.record(recordId.replace("history:", kind)));
  const outdated = older && { older: older.map(attemptEntry) };
  return { ...whereIs(recordId, "item"), ...tagsOf(recordId), kind: first.kind, attempts, shown: last?.shown ?? 0, first: attemptEntry(first), last: last ? attemptEntry(last) : null, ...outdated };
}

/** The objectives and skills that an item tests, where the course names any. */
function tagsOf(recordId) {
  const place = placeOf(recordId);
  const item = allBlocks("quiz").flatMap(({ block, path }) => block.items.filter(({ id }) => pathIn(path, id) === place))[0];
  return item && { objectives: item.objectives, skills: item.skills }; // what is undefined is left out of JSON
}

function attemptEntry({ response, confidence, earned, possible, hints, print, started, ended }) {
  return { response, confidence, earned: exactText(pointsOf(earned, possible)), possible, hints: hints ?? 0, print, started: started ?? null, ended };
}

function playEntries([recordId, { ended }]) {
  return (ended ?? []).map((play, index) => ({ ...whereIs(recordId), play: index + 1, ...play }));
}

/** The chapter, the block and the part of it that a record id "answer:chapter/block/item" names. */
function whereIs(recordId, part) {
  const [chapter, block, ...rest] = placeOf(recordId).split("/");
  return { chapter, block, ...(part && { [part]: rest.join("/") }) };
}

function totals() {
  const quizzes = quizResults();
  const chapters = course.data.chapters.map(chapterProgress).map(({ chapter, state }) => ({
    chapter: chapter.id,
    title: chapter.title,
    state,
    ...exactTotal(quizzes.filter((quiz) => quiz.chapter === chapter)),
  }));
  const objectives = tallies("objectives").map(objectiveTotal);
  return { ...exactTotal(quizzes), chapters, ...(objectives.length && { objectives }), quizzes: quizzes.filter(counts).map(quizTotal), pretests: quizzes.filter(({ baseline }) => baseline).map(quizScore) };
}

function quizTotal(result) {
  const { passMark, passed, path, block } = result;
  const { number, items, limit, used, ended } = course.record(`attempt:${path}`) ?? {};
  const run = number && { run: { number, drawn: block.draw && items, limit, used, timed_out: ended === "time" } };
  const { points, possible, ...gain } = gainOf(result) ?? {};
  return { ...quizScore(result), pass_mark: passMark, passed, ...run, ...(gain.items && { gain }) };
}

function objectiveTotal({ name, items, answered, earned, first, possible }) {
  return { objective: name, items, answered, earned: exactText(earned), first: exactText(first), possible };
}

function quizScore({ block, path, answered, items, earned, possible }) {
  const where = { ...whereIs(`:${path}`), title: block.title };
  const counted = countedItems(path, block).filter((item) => currentAnswer(path, item));
  return { ...where, answered, items, earned: exactText(earned), possible, counted: counted.map((item) => countedEntry(path, item)) };
}

/** One of the answers that make a sum, and what its item is worth now. */
function countedEntry(path, { id, points }) {
  return { ...whereIs(`:${pathIn(path, id)}`, "item"), points };
}

function exactTotal(quizzes) {
  const { earned, possible } = totalOf(quizzes);
  return { earned: exactText(earned), possible };
}
