// Typing that loses nothing: an Enter that belongs to an input method sends nothing, and half a sentence is kept.

let compositionEnded = -Infinity;
document.addEventListener("compositionend", (event) => (compositionEnded = event.timeStamp), { capture: true });

/** Whether a key went to the input method. Safari ends the composition before the keydown that ended it. */
function isComposing(event) {
  return event.isComposing || event.keyCode === 229 || event.timeStamp - compositionEnded < 50;
}

/** How many characters a text has, spaces apart. */
function lengthOf(text) {
  return [...text.replace(/\s/gu, "")].length;
}

/** Says what is wrong with a field; without words, that nothing is. */
function tellFault(fault, field, words) {
  fault.replaceChildren(...(words ? [spriteIcon("warning"), words] : []));
  field.ariaInvalid = words ? "true" : null;
  if (words) field.focus();
}

const SAVE_PAUSE = 250;
const savers = new Set();

/** A saver calls `save` soon after the first change, and at once when the page is about to go. */
function openSaver(save) {
  let timer = 0;
  const saver = { later, now, drop, get waiting() { return timer !== 0; } };
  return saver;

  function later() {
    savers.add(saver);
    timer ||= setTimeout(now, SAVE_PAUSE);
  }

  function now() {
    if (!timer) return;
    drop();
    save();
  }

  function drop() {
    clearTimeout(timer);
    timer = 0;
    savers.delete(saver);
  }
}

function saveAllNow() {
  for (const saver of [...savers]) saver.now();
}

window.addEventListener("pagehide", saveAllNow);
document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && saveAllNow());
