// The learner's records of this course: in memory for the page, kept for next time, in step with other tabs.
// Announces course:restored {ids} when newer records came from elsewhere.

function openStore(courseId) {
  const memory = new Map();
  const local = openLocalShelf(courseId);
  const keeper = openKeeper(local, openDatabaseShelf(courseId));
  const post = openChannel(courseId, merge);
  let clock = 0;

  const { records, broken } = local?.read() ?? { records: [], broken: [] };
  for (const [id, record] of records) remember(id, record);

  return { broken, get, list, put, forget, take, connect, snapshot: () => [...memory], atRisk: keeper.atRisk };

  /** The value of an id; undefined when there is none or it was forgotten. */
  function get(id) {
    return memory.get(id)?.v ?? undefined;
  }

  /** The ids and values whose id starts with the prefix. */
  function list(prefix = "") {
    return [...memory].filter(([id, { v }]) => id.startsWith(prefix) && v !== null).map(([id, { v }]) => [id, v]);
  }

  /** Writes values, pairs of id and value, null to forget; the page and localStorage have them on return. */
  function put(values) {
    const batch = values.map(([id, v = null]) => {
      const ahead = local?.get(id)?.n ?? 0; // another tab's, when its message is still on the way
      return [id, remember(id, { n: Math.max(clock, ahead) + 1, v })];
    });
    post(batch);
    keeper.keep(batch);
  }

  function forget(ids) {
    put(ids.map((id) => [id, null]));
  }

  /** Takes in records from elsewhere where they are newer than ours. */
  function merge(records) {
    const changed = [];
    for (const [id, record] of records) {
      if (!isNewer(record, memory.get(id))) continue;
      remember(id, record);
      local?.write(id, record);
      changed.push(id);
    }
    if (changed.length) announce("course:restored", { ids: changed });
  }

  /** Takes in the records of a file where they are newer, and keeps them like our own. */
  function take(records) {
    merge(records);
    const winners = records.map(([id]) => [id, memory.get(id)]);
    post(winners);
    keeper.keep(winners);
  }

  /** Brings page and database level, whenever the database answers; and the page with what other tabs wrote while it slept. */
  function connect() {
    keeper.read((stored) => {
      merge(stored);
      keeper.keep([...memory].filter(([id, record]) => isNewer(record, stored.get(id))));
    });
    window.addEventListener("pageshow", (event) => {
      if (!event.persisted) return;
      merge(local?.read().records ?? []);
      keeper.read(merge); // what found no room on the first shelf
    });
  }

  function remember(id, record) {
    clock = Math.max(clock, record.n);
    memory.set(id, record);
    return record;
  }
}
