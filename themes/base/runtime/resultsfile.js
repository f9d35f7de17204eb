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
  const { id, title, version, build } = course.data;
  return { format: "coursewright-results", schema: 1, course: { id, title, version, build }, learner: { name }, exported: new Date().toISOString() };
}

/** What was written, but for forms that are anonymous: they leave as files of their own, without a name. */
function namedFields() {
  const anonymous = course.data.chapters.flatMap(({ id, blocks }) => blocks.filter((block) => block.anonymous).map((block) => `field:${pathIn(id, block.id)}/`));
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
  const place = recordId.slice(recordId.indexOf(":") + 1);
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
  const [chapter, block, ...rest] = recordId.slice(recordId.indexOf(":") + 1).split("/");
  return { chapter, block, ...(part && { [part]: rest.join("/") }) };
}

function totals() {
  const quizzes = quizResults();
  const chapters = course.data.chapters.map((chapter) => ({
    chapter: chapter.id,
    title: chapter.title,
    state: stateInFile(chapterProgress(chapter)),
    ...exactTotal(quizzes.filter((quiz) => quiz.chapter === chapter)),
  }));
  const objectives = tallies("objectives").map(objectiveTotal);
  return { ...exactTotal(quizzes), chapters, ...(objectives.length && { objectives }), quizzes: quizzes.filter(({ baseline }) => !baseline).map(quizTotal), pretests: quizzes.filter(({ baseline }) => baseline).map(quizScore) };
}

/** Whether a chapter is passed is told by its quizzes. */
function stateInFile({ done, steps, state }) {
  return done === steps ? "done" : state;
}

function quizTotal(result) {
  const { passMark, passed, path, block } = result;
  const { number, items, limit, used, ended } = course.record(`attempt:${path}`) ?? {};
  const run = number && { run: { number, drawn: block.draw && items, limit, used, timed_out: ended === "time" } };
  const gain = gainOf(result);
  return { ...quizScore(result), pass_mark: passMark, passed, ...run, ...(gain && { gain: gainTotal(gain) }) };
}

function gainTotal({ items, before, after, up, down }) {
  return { items, before, after, up, down };
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
