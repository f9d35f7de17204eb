// Dragging the rows of a list: by the grip with a finger, anywhere on the row with a mouse. The others give way at once.

/** `onMove(row)` is called when a row was dropped in a new place. Escape, or a broken gesture, puts it back. */
function sortable(list, onMove) {
  list.addEventListener("pointerdown", (event) => {
    const row = event.target.closest(".step");
    const byGrip = event.target.closest(".grip");
    if (!row || event.button !== 0 || event.target.closest("button")) return;
    if (list.closest("fieldset").disabled || !(byGrip || event.pointerType === "mouse")) return;
    event.preventDefault();
    drag(list, row, event, onMove);
  });
}

function drag(list, row, { pointerId, clientY }, onMove) {
  const before = [...list.children];
  const grabbed = clientY - row.getBoundingClientRect().top;
  let pointer = clientY;
  let frame = requestAnimationFrame(scrollAtEdge);
  row.setPointerCapture(pointerId);
  row.classList.add("dragged");
  const events = { pointermove: move, pointerup: () => end(true), pointercancel: () => end(false), lostpointercapture: () => end(true) };
  const over = new AbortController();
  for (const [type, listener] of Object.entries(events)) row.addEventListener(type, listener, over);
  document.addEventListener("keydown", cancelByKey, over);

  function move(event) {
    pointer = event.clientY;
    place();
  }

  /** Lets the neighbours pass the row while its middle is beyond theirs, then holds the row under the pointer. */
  function place() {
    row.style.translate = "";
    const middle = pointer - grabbed + row.offsetHeight / 2;
    while (row.previousElementSibling && middle < middleOf(row.previousElementSibling)) row.after(row.previousElementSibling);
    while (row.nextElementSibling && middle > middleOf(row.nextElementSibling)) row.before(row.nextElementSibling);
    row.style.translate = `0 ${pointer - grabbed - row.getBoundingClientRect().top}px`;
  }

  function scrollAtEdge() {
    const edge = 72;
    const by = pointer < edge ? pointer - edge : Math.max(0, pointer - (window.innerHeight - edge));
    if (by !== 0) {
      window.scrollBy({ top: by / 6, behavior: "instant" });
      place();
    }
    frame = requestAnimationFrame(scrollAtEdge);
  }

  function cancelByKey(event) {
    if (event.key === "Escape") end(false);
  }

  function end(keep) {
    cancelAnimationFrame(frame);
    over.abort();
    row.classList.remove("dragged");
    row.style.translate = "";
    if (!keep) list.append(...before);
    else if (before.some((other, at) => list.children[at] !== other)) onMove(row);
  }
}

function middleOf(row) {
  const { top, height } = row.getBoundingClientRect();
  return top + height / 2;
}
