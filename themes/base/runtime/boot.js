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
    const same = (wanted, level) => known.find((tag) => tag && level(tag) === level(wanted));
    return navigator.languages.flatMap((wanted) => same(wanted, written) ?? same(wanted, primary) ?? [])[0] ?? root.lang;
  }

  function primary(tag) {
    return tag.split("-")[0];
  }

  /** The language with its script, which a country implies: zh-TW is zh-Hant. Some systems report no language, but "C". */
  function written(tag) {
    try {
      const { language, script } = new Intl.Locale(tag).maximize();
      return `${language}-${script}`;
    } catch {
      return tag;
    }
  }
})();
