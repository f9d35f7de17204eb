// A record is {n, v}: a Lamport counter and a value, null when forgotten. Where two meet the newer wins; no clock decides.

/** Whether a record replaces another (or none). Equal counters are settled by text, so that every tab settles alike. */
function isNewer(record, other) {
  if (!other || record.n !== other.n) return !other || record.n > other.n;
  return JSON.stringify(record.v) > JSON.stringify(other.v);
}

/** Where the records of a part are: below its parent's, unless it was moved there from elsewhere and says where it was. */
function pathIn(place, id) {
  return id.includes("/") ? id : `${place}/${id}`;
}

/** The place in the course that a record id "answer:chapter/block/item" names. */
function placeOf(recordId) {
  return recordId.slice(recordId.indexOf(":") + 1);
}

/** The record of an id in a stored text; undefined when it is damaged. */
function parseRecord(id, text) {
  try {
    const record = JSON.parse(text);
    return isSound(id, record) ? record : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a value is a record of the shape that the id's readers trust. What they do not know is kept as it is. */
function isSound(id, record) {
  try {
    const { n, v } = record;
    return areCounts(n) && n > 0 && n < 2 ** 50 && "v" in record && (v === null || fits(id.split(":")[0], v)); // beyond, the next answers would soon find no number
  } catch {
    return false; // far from it
  }
}

function fits(kind, value) {
  const shapes = {
    __proto__: null,
    attempt: ({ number, items, limit, used }) => areCounts(number, limit, used) && items.every(isText),
    answer: isAttempt,
    history: ({ first, attempts }) => isAttempt(first) && areCounts(attempts),
    again: (state) => areCounts(state.right, state.wrong, state.turn, state.day),
    older: (answers) => answers.every(isAttempt),
    play: ({ ended = [], kept = [] }) => ended.every(isPlay) && kept.every(isText),
    rows: (rows) => areCounts(...rows),
    journal: (entry) => isText(entry) || (areCounts(entry.number) && entry.texts.flat().every(isText)),
    certificate: isCertificate,
    learner: isText,
    place: isText,
  };
  return !shapes[kind] || shapes[kind](value);
}

function isText(value) {
  return typeof value === "string";
}

function areCounts(...values) {
  return values.every(Number.isSafeInteger);
}

function isAttempt({ earned: [n, d], possible }) {
  return areCounts(n, d, possible) && n >= 0 && d > 0 && possible >= 0;
}

function isPlay({ ending, skills }) {
  return ending && areCounts(...Object.values(skills).flat());
}

function isCertificate({ date, version, build, quizzes, ...total }) {
  const sums = [total, ...quizzes].every(({ earned, possible }) => /^\d{1,400}(\/[1-9]\d{0,400})?$/.test(earned) && areCounts(possible) && possible >= 0);
  return sums && !Number.isNaN(Date.parse(date)) && [date, version, build].every(isText);
}
