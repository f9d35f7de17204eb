// A record is {n, v}: a Lamport counter and a value, null when forgotten. Where two meet the newer wins; no clock decides.

function isRecord(value) {
  return typeof value === "object" && value !== null && Number.isSafeInteger(value.n) && value.n > 0 && "v" in value;
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

/** The record in a stored text; undefined when it is damaged. */
function parseRecord(text) {
  try {
    const record = JSON.parse(text);
    return isRecord(record) ? record : undefined;
  } catch {
    return undefined;
  }
}
