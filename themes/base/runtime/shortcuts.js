// Keys for those who read with the keyboard. Single characters can be switched off, and do nothing while one types
// (WCAG 2.1.4).

const shortcuts = {
  n: () => followLink("bar-next"),
  p: () => followLink("bar-previous"),
  m: openMenu,
  c: () => followLink("resume"),
  "/": () => openSearch(),
  "?": () => openDialog("shortcuts-dialog"),
};

atStart(() => {
  document.addEventListener("keydown", (event) => {
    const act = !isTaken(event) && shortcutOf(event);
    if (!act) return;
    event.preventDefault();
    act();
  });
});

/** Whether a key is someone else's: a part of the page, an input method, a dialog or menu that is open. */
function isTaken(event) {
  return event.defaultPrevented || event.repeat || event.altKey || isComposing(event) || document.querySelector("dialog[open], .tools:popover-open");
}

function shortcutOf({ key, ctrlKey, metaKey, shiftKey, target }) {
  if (ctrlKey || metaKey) return key === "k" && !shiftKey && shortcuts["/"];
  const typing = target.closest("select, textarea, input:not([type=radio], [type=checkbox]), [contenteditable]");
  return document.getElementById("shortcuts-on").checked && !typing && Object.hasOwn(shortcuts, key) && shortcuts[key];
}

function followLink(id) {
  const link = document.getElementById(id);
  if (!link.hidden) link.click();
}
