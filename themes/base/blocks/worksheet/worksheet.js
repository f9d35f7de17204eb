// A worksheet: fields that grow, kept as they are typed. It says "saved" only when the store has said so.

class Worksheet extends CourseElement {
  start() {
    this.saving = openSaver(() => this.#save());
    this.unsaved = new Map(); // field → its newest words, until they are announced
    this.grids = [...this.querySelectorAll(".grid")].filter((grid) => grid.querySelector(".add-row")).map((grid, at) => openGrid(this, grid, at + 1));
    this.addEventListener("input", ({ target }) => target.dataset.field && this.#typed(target));
    listen("course:saved", ({ ids }) => this.#showKept(ids, "saved"));
    listen("course:unsaved", ({ ids }) => this.#showKept(ids, "unsaved"));
    listen("course:restored", ({ ids }) => this.#concerns(ids) && this.restore());
    this.restore();
  }

  /** Shows the kept words, except in a field that is being typed in. */
  restore() {
    for (const grid of this.grids) grid.restore();
    for (const field of this.querySelectorAll("[data-field]")) {
      if (this.unsaved.has(field.dataset.field)) continue;
      field.value = course.record(this.fieldId(field)) ?? "";
      showField(field);
    }
  }

  fieldId(field) {
    return `field:${this.place}/${field.dataset.field}`;
  }

  #typed(field) {
    this.unsaved.set(field.dataset.field, field.value);
    showField(field);
    this.querySelector(".kept").replaceChildren();
    this.saving.later();
  }

  #save() {
    const values = [...this.unsaved];
    this.unsaved.clear();
    for (const [name, value] of values) keepField(`field:${this.place}/${name}`, value);
  }

  #concerns(ids) {
    return ids.some((id) => id.startsWith(`field:${this.place}/`) || id.startsWith(`rows:${this.place}/`));
  }

  #showKept(ids, state) {
    if (!this.#concerns(ids) || this.unsaved.size) return;
    const icon = state === "saved" ? "check" : "warning";
    this.querySelector(".kept").replaceChildren(spriteIcon(icon), t(`worksheet_${state}`));
  }
}

/** Lets the field grow with its words, gives paper the same words, and says when a number is out of range. */
function showField(field) {
  const box = field.parentElement;
  const problem = rangeProblem(field);
  box.dataset.words = field.value;
  if (box.nextElementSibling?.matches(".range-note")) box.nextElementSibling.remove();
  field.removeAttribute("aria-describedby");
  field.removeAttribute("aria-invalid");
  if (!problem) return;
  field.setAttribute("aria-invalid", "true");
  box.after(h("span.range-note", { id: `${field.closest(".worksheet").place}/${field.dataset.field}/note` }, problem));
  field.setAttribute("aria-describedby", box.nextElementSibling.id);
}

function rangeProblem(field) {
  const words = field.value.trim().normalize("NFKC");
  if (!field.matches("[inputmode]") || words === "") return "";
  const { low, high } = field.dataset;
  const number = Number(words);
  if (low === undefined) return Number.isNaN(number) ? t("number_please") : "";
  return number >= Number(low) && number <= Number(high) ? "" : t("number_between", { low, high });
}

customElements.define("cw-worksheet", Worksheet);
