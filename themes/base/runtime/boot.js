// Runs in <head> before the first paint: says that scripts work, and which colours and language the learner chose.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("js");
  const chosen = setting("appearance");
  if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
  const language = languageOf((root.dataset.languages ?? "").split(" "));
  if (language !== root.lang) root.dataset.language = language;

  /** What was chosen in the page; undefined without storage or where the setting is damaged. */
  function setting(name) {
    try {
      return JSON.parse(localStorage.getItem(`cw:${root.dataset.course}:setting:${name}`))?.v;
    } catch {
      return undefined;
    }
  }

  /** The language that was chosen, else the first of the browser's that the course has, else the course's own. */
  function languageOf(known) {
    const chosen = history.state?.language ?? setting("language");
    if (known.includes(chosen)) return chosen;
    const primary = (tag) => tag.split("-")[0];
    return navigator.languages.flatMap((wanted) => known.find((tag) => tag && primary(tag) === primary(wanted)) ?? [])[0] ?? root.lang;
  }
})();
