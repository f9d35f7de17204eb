// A reflection: prompts to write on, as often as the learner likes. What is written down gets a date and moves below,
// where it stays as it was until the learner deletes it.

class Reflection extends FieldBlock {
  setUp() {
    this.fields = [...this.querySelectorAll("[data-field]")];
    this.fault = this.querySelector(".fault");
    this.heading = this.querySelector(".block-title");
    this.entries = h("section.entries", { hidden: true });
    this.append(this.entries);
    this.querySelector(".add-entry").addEventListener("click", () => this.#add());
  }

  /** Its own kind of record: nothing of it gets into a results file by chance. */
  recordOf(name) {
    return `journal:${this.place}/draft/${name}`;
  }

  changed() {
    if (this.fields.some(({ value }) => value.trim())) this.fault.replaceChildren();
    const ids = journalEntries(this.place).map(({ id }) => id).join();
    if (ids !== this.shown) this.#showEntries(ids);
  }

  #showEntries(ids) {
    this.shown = ids;
    const entries = journalEntries(this.place);
    const tag = tagBelow(this.heading);
    this.entries.hidden = !entries.length;
    this.entries.replaceChildren(h(`${tag}.label`, { tabIndex: -1 }, t("journal_entries", { n: entries.length })), ...entries.map((entry) => this.#entry(entry, tag)));
  }

  #entry({ id, date, texts }, tag) {
    const said = dateWords(date);
    const row = h("div.actions");
    const ask = button("button.quiet", () => this.#ask(row, id, ask), t("entry_delete"), h("span.sr-only", t("entry_delete_of", { date: said })));
    row.append(ask);
    return entryBox(`h${Math.min(6, Number(tag[1]) + 1)}`, said, texts, row);
  }

  #ask(row, id, ask) {
    const no = () => {
      row.replaceChildren(ask);
      ask.focus();
    };
    const yes = button("button.danger", () => this.#delete(id), t("entry_delete"));
    row.replaceChildren(h("p", { role: "alert" }, t("entry_ask")), yes, button("button", no, t("entry_keep")));
    yes.focus();
  }

  #delete(id) {
    announce("course:forget", { ids: [id] });
    this.changed();
    focusQuietly(this.entries.hidden ? this.fields[0] : this.entries.firstElementChild);
  }

  /** Dates what is written and makes room for the next time. */
  #add() {
    const texts = this.fields.filter(({ value }) => value.trim()).map((field) => [field.getAttribute("aria-label"), field.value]);
    if (!texts.length) return this.#complain();
    const number = 1 + Math.max(0, ...journalEntries(this.place).map((entry) => entry.number));
    this.saving.drop();
    this.unsaved.clear();
    const id = `${number}-${newSeed().toString(36)}`; // two tabs may give the same number
    keepField(`journal:${this.place}/entry/${id}`, { number, date: new Date().toISOString(), title: this.heading.textContent.trim(), texts });
    announce("course:forget", { ids: this.fields.map((field) => this.fieldId(field)) });
    this.restore();
    focusQuietly(this.entries.querySelector(".entry-date"));
    this.entries.scrollIntoView({ block: "nearest" });
  }

  #complain() {
    this.fault.replaceChildren(spriteIcon("warning"), t("entry_empty"));
    this.fields[0].focus();
  }
}

customElements.define("cw-reflection", Reflection);
