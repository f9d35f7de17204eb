// Light, dark, or as the system has it. boot.js reads the same setting before the first paint.

function wireAppearance() {
  const chosen = () => course.record("setting:appearance") ?? "auto";
  const show = () => {
    const value = chosen();
    if (value === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = value;
    for (const radio of document.querySelectorAll("input[name=theme]")) radio.checked = radio.value === value;
  };
  document.addEventListener("change", ({ target }) => {
    if (target.name !== "theme") return;
    course.store.put([["setting:appearance", target.value]]);
    show();
  });
  document.addEventListener("course:restored", show);
  show();
}
