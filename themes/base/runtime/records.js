// A record is {n, v}: a Lamport counter and a value, null when forgotten. Where two meet the newer wins; no clock decides.

function isRecord(value) {
  return typeof value === "object" && value !== null && Number.isSafeInteger(value.n) && value.n > 0 && value.n < 2 ** 50 && "v" in value; // beyond, the next answers would soon find no number
}

/** Whether a record replaces another (or none). Equal counters are settled by text, so that every tab settles alike. */
function isNewer(record, other) {
  if (!other || record.n !== other.n) return !other || record.n > other.n;
  return JSON.stringify(record.v) > JSON.stringify(other.v);
}

/** Where the records of a part are: below its parent's, unless it was moved there from elsewhere and says where it was. */
function pathIn(place, id) {
  return id.includes("/") ? id : `${place}/${id}`;
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
    return isRecord(record) && (record.v === null || fits(id.split(":")[0], record.v));
  } catch {
    return false; // far from it
  }
}

function fits(kind, value) {
  const shapes = {
    __proto__: null,
    attempt: ({ number, items, limit, used }) => [number, limit, used].every(Number.isSafeInteger) && items.every(isText),
    answer: isAttempt,
    history: ({ first, attempts }) => isAttempt(first) && Number.isSafeInteger(attempts),
    again: (state) => ["right", "wrong", "turn", "day"].every((name) => Number.isSafeInteger(state[name])),
    older: (answers) => answers.every(isAttempt),
    play: ({ ended = [], kept = [] }) => ended.every(isPlay) && kept.every(isText),
    rows: (rows) => rows.every(Number.isSafeInteger),
    journal: (entry) => isText(entry) || (Number.isSafeInteger(entry.number) && entry.texts.flat().every(isText)),
    learner: isText,
    place: isText,
  };
  return !shapes[kind] || shapes[kind](value);
}

function isText(value) {
  return typeof value === "string";
}

function isAttempt({ earned: [n, d], possible }) {
  return [n, d, possible].every(Number.isSafeInteger) && n >= 0 && d > 0 && possible >= 0;
}

function isPlay({ ending, skills }) {
  return ending && Object.values(skills).flat().every(Number.isSafeInteger);
}
