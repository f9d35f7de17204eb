// A case: questions answered in writing. Once enough is written, the reference and the criteria may be looked at; what was
// written before is kept as it was, and may still be changed beside it.

class Case extends FieldBlock {
  setUp() {
    this.least = Number(this.dataset.least);
    const keys = unpack(this).questions;
    this.questions = [...this.querySelectorAll("[data-question]")].flatMap((section) => {
      const id = section.dataset.question;
      return keys[id] ? [{ id, section, field: section.querySelector("[data-field]"), ...keys[id] }] : [];
    });
    for (const question of this.questions) this.#offer(question);
  }

  changed() {
    for (const question of this.questions) this.#show(question);
  }

  /** The way to the reference, with the length that opens it. */
  #offer(question) {
    question.fault = h("p.fault", { role: "alert", id: `${this.place}/${question.id}/fault` });
    question.count = h("span.least");
    question.offer = h("p.actions", button("button", () => this.#reveal(question), t(question.reference ? "case_reveal" : "case_compare")), question.count);
    question.section.append(question.fault, question.offer);
    question.field.addEventListener("input", () => this.#forgive(question));
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
    fault.replaceChildren(spriteIcon("warning"), t("case_too_short", { n, least: this.least }));
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", fault.id);
    field.focus();
  }

  #forgive({ fault, field }) {
    if (lengthOf(field.value) < this.least) return;
    fault.replaceChildren();
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-describedby");
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
    const tag = tagBelow(section.querySelector(".ask"));
    return h(
      "div.analysis",
      h(`${tag}.label`, { tabIndex: -1 }, t(reference ? "case_reference" : "case_compare")),
      reference && h("div", fragment(reference)),
      criteria.length > 0 && h("fieldset.rating", h("legend.label", t("case_rate")), criteria.map((each) => this.#criterion(id, each))),
      h("details.before", h("summary", t("case_before")), h("p.written")),
    );
  }

  #criterion(id, [name, html]) {
    const box = h("input", { type: "checkbox", dataset: { field: `${id}/did/${name}` } });
    writeField(box, course.record(this.fieldId(box)));
    return h("label.did", box, h("span", fragment(html)));
  }
}

customElements.define("cw-case", Case);
