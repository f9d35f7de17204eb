// Word between tabs that show the same course.

/** Calls `take` with the records other tabs write. Returns the function that tells them ours. */
function openChannel(courseId, take) {
  const prefix = `cw:${courseId}:`;
  const hear = (records) => take(records.filter(([id, record]) => isSound(id, record)));
  try {
    const channel = new BroadcastChannel(`cw:${courseId}`);
    channel.onmessage = ({ data }) => hear(data);
    return (records) => channel.postMessage(records);
  } catch {
    // Without a channel, or without leave to use it, the shelf itself tells what other tabs put there, if there is one.
    window.addEventListener("storage", ({ key, newValue }) => {
      const id = key?.startsWith(prefix) && key.slice(prefix.length);
      if (id) hear([[id, parseRecord(id, newValue)]]);
    });
    return () => {};
  }
}
