// Light, dark, or as the system has it. boot.js reads the same setting before the first paint.

function wireAppearance() {
  const show = () => {
    const value = course.record("setting:appearance") ?? "auto";
    if (value === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = value;
    for (const radio of document.querySelectorAll("input[name=theme]")) radio.checked = radio.value === value;
  };
  document.addEventListener("change", ({ target }) => {
    if (target.name !== "theme") return;
    course.store.put([["setting:appearance", target.value]]);
    show();
  });
  listen("course:restored", show);
  show();
}
