// The course as its elements know it: its data, the learner's records, and when a section is first shown.
// Elements announce what the learner does; this is the only place that turns that into records.

const course = openCourse(readData("course-data"));

function openCourse(data) {
  const store = openStore(data.id);
  const waiting = new Map(); // section → its elements and what they wait to do
  const started = new Set();

  return { data, store, record: store.get, whenShown, start, keepRecords };

  /** Calls back once, when the element's section is first shown. */
  function whenShown(element, callback) {
    const section = element.closest("main > *");
    if (!section || started.has(section)) return callback();
    if (!waiting.has(section)) waiting.set(section, []);
    waiting.get(section).push({ element, callback });
  }

  /** Starts the elements of a section that is now shown. Later calls do nothing. */
  function start(section) {
    if (started.has(section)) return;
    started.add(section);
    inTurns(waiting.get(section) ?? [], startOne, ({ element }) => element.matches(".block"));
    waiting.delete(section);
  }

  function keepRecords() {
    listen("course:answered", answer);
    listen("course:field", write);
    listen("course:play", write);
    listen("course:forget", ({ ids }) => store.forget(ids));
  }

  function write({ id, value }) {
    store.put([[id, value]]);
  }

  /** Keeps the answer, and beside it the first one to this wording and the number of attempts: they survive "try again".
   * Answers to an older wording, the first and the last, move to "older". */
  function answer({ id, ...given }) {
    const value = { ...given, ended: new Date().toISOString() }; // for the reader of a result; nothing is decided by it
    const [historyId, olderId] = ["history:", "older:"].map((kind) => id.replace("answer:", kind));
    const [last, known] = [store.get(id), store.get(historyId)];
    const history = known?.first.print === value.print ? known : { first: value, attempts: 0 };
    const again = history === known && last?.attempt === value.attempt;
    const outdated = history === known ? [] : [known?.first, last].filter((each, at, all) => each && each.attempt !== all[at - 1]?.attempt);
    store.put([
      ...(outdated.length ? [[olderId, [...(store.get(olderId) ?? []), ...outdated]]] : []),
      [id, value],
      [historyId, { ...history, attempts: history.attempts + (again ? 0 : 1) }],
    ]);
  }
}

const TURN = 40; // milliseconds of work before the page may paint

/** Does something with each of a list in order and lets the page paint between turns, so that a chapter of a thousand items
 * opens at once. A new turn begins only where it `mayBegin`: a block and what is in it count on each other. */
async function inTurns(list, act, mayBegin = () => true) {
  let end = performance.now() + TURN;
  for (const each of list) {
    if (performance.now() > end && mayBegin(each)) {
      await new Promise((done) => setTimeout(done));
      end = performance.now() + TURN;
    }
    act(each);
  }
}

function startOne({ callback }) {
  try {
    callback();
  } catch (error) {
    reportError(error); // one broken block must not take the rest of the chapter with it
  }
}
