// Runs in <head> before the first paint: says that scripts work and which colours the learner chose.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("js");
  try {
    const chosen = JSON.parse(localStorage.getItem(`cw:${root.dataset.course}:setting:appearance`))?.v;
    if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
  } catch {
    // No storage, or a damaged setting: the page follows the system's colours.
  }
})();
