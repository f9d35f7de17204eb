// Keeping records for next time: localStorage at once, the database in batches. Nothing is called saved before a shelf
// that outlives the page confirmed it. Announces course:saved and course:unsaved {ids}, and course:storage {state}:
// "ok", "full" (a shelf is there but takes nothing) or "off" (there is none, the page remembers only while it is open).

const PATIENCE = 3000; // how long a silent database may hold back the word "saved"
const RETRY = 10000;

function openKeeper(local, database) {
  const unsaved = new Map();
  let databaseAnswers = true; // until it shows otherwise
  let state = "ok";
  let running = false;
  let retrying;

  return { keep, read, atRisk };

  /** Stores records, an iterable of [id, record], where no newer one is stored. */
  function keep(batch) {
    for (const [id, record] of batch) {
      local?.write(id, record);
      unsaved.set(id, record);
    }
    run();
  }

  /** Gives the database's records to `take` whenever they come, be it late. */
  function read(take) {
    within(PATIENCE, database.read().then(take)).catch(() => {
      databaseAnswers = false;
      if (!local) report("off");
    });
  }

  /** The records that would be gone if the page closed now. */
  function atRisk() {
    return [...unsaved].filter(([id, record]) => !local?.write(id, record));
  }

  async function run() {
    if (running) return;
    running = true;
    await null; // what the same event still writes joins the batch
    let batch = new Map();
    while ([...unsaved].some(([id, record]) => batch.get(id) !== record)) {
      batch = new Map(unsaved);
      await settle(batch);
    }
    running = false;
    clearTimeout(retrying);
    if (unsaved.size) retrying = setTimeout(run, RETRY);
  }

  async function settle(batch) {
    const confirmed = await databaseTakes(batch);
    const saved = [];
    const refused = [];
    for (const [id, record] of batch) (confirmed || local?.write(id, record) ? saved : refused).push(id);
    for (const id of saved) if (unsaved.get(id) === batch.get(id)) unsaved.delete(id);
    if (saved.length) announce("course:saved", { ids: saved });
    if (refused.length) announce("course:unsaved", { ids: refused });
    if (refused.length) report(local || databaseAnswers ? "full" : "off");
    else report("ok");
  }

  async function databaseTakes(batch) {
    const writing = database.write(batch).then(() => (databaseAnswers = true));
    writing.catch(() => {}); // it may fail after we stopped waiting
    if (!databaseAnswers && local) return false;
    try {
      return await within(PATIENCE, writing);
    } catch (error) {
      databaseAnswers = error?.name === "QuotaExceededError"; // one that was aborted gives no reason
      return false;
    }
  }

  function report(next) {
    if (next === state) return;
    state = next;
    announce("course:storage", { state });
  }
}

function within(limit, promise) {
  const late = new Promise((_, reject) => setTimeout(reject, limit, new DOMException("no answer", "TimeoutError")));
  return Promise.race([promise, late]);
}
