// Controls that show a record as it is, wherever they stand: how the page looks, whether single keys work, the learner's
// name. boot.js reads the appearance before the first paint.

function wireSettings() {
  document.addEventListener("input", ({ target }) => target.dataset.record && keepField(target.dataset.record, valueOf(target)));
  listen("course:field", showSettings);
  listen("course:restored", showSettings);
  showSettings();
}

function showSettings() {
  for (const control of document.querySelectorAll("[data-record]:not([type=text]:focus)")) writeField(control, course.record(control.dataset.record));
  document.documentElement.dataset.theme = course.record("setting:appearance");
}

function valueOf(field) {
  return field.type === "checkbox" ? field.checked : field.value;
}

/** Shows a value in a field; without one what the page itself has there. */
function writeField(field, value) {
  if (field.type === "radio") field.checked = value === undefined ? field.defaultChecked : field.value === value;
  else if (field.type === "checkbox") field.checked = value ?? field.defaultChecked;
  else field.value = value ?? "";
}
