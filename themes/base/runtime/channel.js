// Word between tabs that show the same course.

/** Calls `take` with the records other tabs write. Returns the function that tells them ours. */
function openChannel(courseId, take) {
  const prefix = `cw:${courseId}:`;
  const hear = (records) => take(records.filter(([id, record]) => isSound(id, record)));
  // The shelf too tells what other tabs put there: WebKit's channels carry nothing between pages that are files.
  window.addEventListener("storage", ({ key, newValue }) => {
    const id = key?.startsWith(prefix) && key.slice(prefix.length);
    if (id) hear([[id, parseRecord(id, newValue)]]);
  });
  try {
    const channel = new BroadcastChannel(`cw:${courseId}`);
    channel.onmessage = ({ data }) => hear(data);
    return (records) => channel.postMessage(records);
  } catch {
    return () => {}; // no channels, or no leave to use them
  }
}
