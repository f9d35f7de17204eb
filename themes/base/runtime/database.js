// The second shelf, IndexedDB with strict durability: what it confirmed survives a killed browser. It may be missing or
// never answer, so its calls are promises that nobody waits for without a limit.

function openDatabaseShelf(courseId) {
  let opening = null;

  return {
    /** Every record of the course. */
    async read() {
      const records = (await begin("readonly")).objectStore("records");
      const course = IDBKeyRange.bound([courseId], [courseId, []]);
      const [keys, values] = await Promise.all([answer(records.getAllKeys(course)), answer(records.getAll(course))]);
      return new Map(keys.map(([, id], index) => [id, values[index]]).filter(([id, record]) => isSound(id, record)));
    },

    /** Stores the records that are newer than what is there, all in one step; settles once they are on the disk. */
    async write(batch) {
      const transaction = await begin("readwrite");
      const records = transaction.objectStore("records");
      for (const [id, record] of batch) {
        const key = [courseId, id];
        const reading = records.get(key);
        reading.onsuccess = () => isNewer(record, reading.result) && records.put(record, key);
      }
      await completion(transaction);
    },
  };

  async function begin(mode) {
    opening ??= openDatabase(() => (opening = null));
    try {
      return (await opening).transaction("records", mode, { durability: "strict" });
    } catch (error) {
      opening = null; // closed by the browser: the next call opens it again
      throw error;
    }
  }
}

async function openDatabase(onClosed) {
  const request = indexedDB.open("coursewright"); // of any version, also a newer build's; throws at once in a sandboxed frame
  request.onupgradeneeded = () => request.result.createObjectStore("records");
  const database = await answer(request);
  database.onclose = onClosed;
  database.onversionchange = () => {
    database.close();
    onClosed();
  };
  return database;
}

function answer(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function completion(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
}
