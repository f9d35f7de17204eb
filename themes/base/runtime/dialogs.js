// The page's dialogs. confirm() is always false in a sandboxed frame, and there a form fires no submit either.

/** Opens a dialog. `accept` runs when its confirm button is chosen and returns what is wrong, or nothing to close it. */
function openDialog(id, accept) {
  const dialog = document.getElementById(id);
  tell(dialog, "");
  dialog.onclick = async (event) => {
    const button = event.target.closest("button[value]");
    if (!button) return;
    event.preventDefault();
    const problem = button.value === "confirm" ? await accept(dialog) : "";
    if (problem) tell(dialog, problem);
    else dialog.close();
  };
  if (document.activeElement.closest(".tools")) document.getElementById("tools-button").focus(); // the menu goes, and the focus comes back here
  dialog.showModal();
}

function tell(dialog, message) {
  dialog.querySelector(".dialog-message")?.replaceChildren(message);
}
