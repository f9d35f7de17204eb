// The first shelf, localStorage: there before the first paint, but a killed browser may lose the last seconds of it.

/** The shelf, or null where the browser gives none: merely touching it throws in a sandboxed frame or with cookies off. */
function openLocalShelf(courseId) {
  try {
    const probe = `cw:${courseId}:probe`;
    localStorage.setItem(probe, "1");
    localStorage.removeItem(probe);
  } catch (error) {
    if (error.name !== "QuotaExceededError") return null;
  }
  return localShelf(localStorage, courseId);
}

function localShelf(storage, courseId) {
  const prefix = `cw:${courseId}:`;

  return {
    /** Every record, and the ids whose text was damaged. Those are set aside under another key, not thrown away. */
    read() {
      const records = new Map();
      const broken = [];
      for (const key of Object.keys(storage)) {
        if (!key.startsWith(prefix)) continue;
        const id = key.slice(prefix.length);
        const text = storage.getItem(key);
        const record = parseRecord(id, text);
        if (record) {
          records.set(id, record);
        } else {
          setAside(id, text);
          broken.push(id);
        }
      }
      return { records, broken };
    },

    /** What is stored now: another tab may have written since. */
    get: (id) => parseRecord(id, storage.getItem(prefix + id)),

    /** Stores a record unless a newer one is there. False when the shelf is full or was closed meanwhile. */
    write(id, record) {
      try {
        if (isNewer(record, this.get(id))) storage.setItem(prefix + id, JSON.stringify(record));
        return true;
      } catch {
        return false;
      }
    },
  };

  function setAside(id, text) {
    storage.removeItem(prefix + id); // before the copy: on a full shelf there is room only now
    try {
      storage.setItem(`cw-broken:${courseId}:${id}`, text);
    } catch {
      // No room even so; the notice still says that something was damaged.
    }
  }
}
