// A case: questions answered in writing. Once enough is written, the reference and the criteria may be looked at; what was
// written before is kept as it was, and may still be changed beside it.

class Case extends FieldBlock {
  setUp() {
    this.least = Number(this.dataset.least);
    this.questions = Object.entries(unpack(this).questions).map(([id, key]) => this.#question(id, key));
  }

  /** The parts of a question that has a reference, with the way to it. */
  #question(id, key) {
    const section = this.querySelector(`[data-question="${CSS.escape(id)}"]`);
    const [field, fault, offer, count] = ["[data-field]", ".fault", ".actions", ".least"].map((part) => section.querySelector(part));
    const question = { id, section, field, fault, offer, count, ...key };
    offer.firstElementChild.onclick = () => this.#reveal(question);
    field.addEventListener("input", () => lengthOf(field.value) >= this.least && tellFault(fault, field));
    return question;
  }

  changed() {
    for (const question of this.questions) this.#show(question);
  }

  #reveal(question) {
    const n = lengthOf(question.field.value);
    if (n < this.least) return this.#complain(question, n);
    this.saving.now();
    keepField(this.recordOf(`${question.id}/first`), question.field.value);
    this.#show(question);
    focusQuietly(question.analysis.firstElementChild);
    question.analysis.scrollIntoView({ block: "nearest" });
  }

  #complain({ fault, field }, n) {
    field.setAttribute("aria-describedby", fault.id); // until the next letter
    tellFault(fault, field, t("case_too_short", { n, least: this.least }));
  }

  #show(question) {
    const first = course.record(this.recordOf(`${question.id}/first`));
    const n = lengthOf(question.field.value);
    question.offer.hidden = first !== undefined;
    question.count.textContent = n < this.least ? t("case_length", { n, least: this.least }) : "";
    if (first === undefined) return this.#hideAnalysis(question);
    if (!question.analysis) question.section.append((question.analysis = this.#analysis(question)));
    const before = question.analysis.querySelector(".before");
    before.hidden = first === question.field.value;
    before.querySelector(".written").textContent = first;
  }

  /** When the records were emptied. */
  #hideAnalysis(question) {
    question.analysis?.remove();
    question.analysis = undefined;
  }

  #analysis({ id, section, reference, criteria }) {
    const box = templateOf(section).firstElementChild;
    if (reference) box.firstElementChild.after(h("div", fragment(reference)));
    box.querySelector(".rating")?.append(...criteria.map((each) => this.#criterion(id, each)));
    return box;
  }

  #criterion(id, [name, html]) {
    const box = h("input", { type: "checkbox", dataset: { field: `${id}/did/${name}` } });
    writeField(box, course.record(this.fieldId(box)));
    return h("label.did", box, h("span", fragment(html)));
  }
}

customElements.define("cw-case", Case);
