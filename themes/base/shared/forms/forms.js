// A block that is written into: its fields grow, are kept as they are filled, and come back. It says "saved" only when
// the store has said so. Fields are controls with data-field; the radio buttons of one field share its name.

class FieldBlock extends CourseElement {
  /** What a kind prepares before its fields are shown. */
  setUp() {}

  /** What a kind does whenever a field was filled or restored. */
  changed() {}

  start() {
    this.saving = openSaver(() => this.#save());
    this.unsaved = new Map(); // field → its newest value, until it is announced
    this.setUp();
    this.addEventListener("input", ({ target }) => target.dataset.field && this.#typed(target));
    listen("course:saved", ({ ids }) => this.#showKept(ids, "saved"));
    listen("course:unsaved", ({ ids }) => this.#showKept(ids, "unsaved"));
    listen("course:restored", ({ ids }) => this.concerns(ids) && this.restore());
    this.restore();
  }

  /** Shows what is kept, except in a field that is being filled. */
  restore() {
    for (const field of this.querySelectorAll("[data-field]")) {
      if (this.unsaved.has(field.dataset.field)) continue;
      writeField(field, course.record(this.fieldId(field)));
      showField(field);
    }
    this.changed();
  }

  /** The record of a field; a kind may keep them elsewhere. */
  recordOf(name) {
    return `field:${this.place}/${name}`;
  }

  fieldId(field) {
    return this.recordOf(field.dataset.field);
  }

  #typed(field) {
    this.unsaved.set(field.dataset.field, valueOf(field));
    showField(field);
    this.querySelector(".kept").replaceChildren();
    this.changed();
    this.saving.later();
  }

  #save() {
    const values = [...this.unsaved];
    this.unsaved.clear();
    for (const [name, value] of values) keepField(this.recordOf(name), value);
  }

  concerns(ids) {
    return ids.some((id) => placeOf(id).startsWith(`${this.place}/`));
  }

  #showKept(ids, state) {
    if (!this.concerns(ids) || this.unsaved.size) return;
    const icon = state === "saved" ? "check" : "warning";
    this.querySelector(".kept").replaceChildren(spriteIcon(icon), t(`fields_${state}`));
  }
}

/** Lets the field grow with its words, gives paper the same words, and says when a number is out of range. */
function showField(field) {
  const box = field.closest(".blank-field");
  if (!box) return;
  const problem = rangeProblem(field);
  box.dataset.words = field.value;
  if (box.nextElementSibling?.matches(".range-note")) box.nextElementSibling.remove();
  field.removeAttribute("aria-describedby");
  field.removeAttribute("aria-invalid");
  if (!problem) return;
  field.setAttribute("aria-invalid", "true");
  box.after(h("span.range-note", { id: `${field.closest(".block").place}/${field.dataset.field}/note` }, problem));
  field.setAttribute("aria-describedby", box.nextElementSibling.id);
}

function rangeProblem(field) {
  const words = field.value.trim().normalize("NFKC").replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt(0) & 15).replace("٫", ".");
  if (!field.matches("[inputmode]") || words === "") return "";
  const { low, high } = field.dataset;
  const number = Number(words);
  if (low === undefined) return Number.isNaN(number) ? t("number_please") : "";
  return number >= Number(low) && number <= Number(high) ? "" : t("number_between", { low, high });
}

/** A form on the results page: where it is and how much of it is filled in. */
function formLine(entry) {
  return h("li", entryLink(entry), " ", t("fields_filled", { n: filledFields(entry.path).length }));
}
