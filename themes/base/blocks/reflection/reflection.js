// A reflection: prompts to write on, as often as the learner likes. What is written down gets a date and moves below,
// where it stays as it was until the learner deletes it.

class Reflection extends FieldBlock {
  setUp() {
    this.fields = [...this.querySelectorAll("[data-field]")];
    this.fault = this.querySelector(".fault");
    this.heading = this.querySelector(".block-title");
    this.entries = this.querySelector(".entries");
    this.querySelector(".add-entry").addEventListener("click", () => this.#add());
  }

  /** Its own kind of record: nothing of it gets into a results file by chance. */
  recordOf(name) {
    return `journal:${this.place}/draft/${name}`;
  }

  changed() {
    if (this.fields.some(({ value }) => value.trim())) tellFault(this.fault, this.fields[0]);
    const ids = journalEntries(this.place).map(({ id }) => id).join();
    if (ids !== this.shown) this.#showEntries(ids);
  }

  #showEntries(ids) {
    this.shown = ids;
    const entries = journalEntries(this.place);
    const title = this.entries.firstElementChild;
    title.textContent = t("journal_entries", { n: entries.length });
    this.entries.hidden = !entries.length;
    this.entries.replaceChildren(title, ...entries.map((entry) => this.#entry(entry, tagBelow(title))));
  }

  #entry({ id, date, texts }, tag) {
    const said = dateWords(date);
    const yes = button("button.danger", () => this.#delete(id), t("entry_delete"));
    const ask = button("button.quiet", () => askFirst(ask, row, t("entry_ask"), yes, t("entry_keep")), t("entry_delete"), h("span.sr-only", t("entry_delete_of", { date: said })));
    const row = h("div.actions", ask);
    return entryBox(tag, said, texts, row);
  }

  #delete(id) {
    announce("course:forget", { ids: [id] });
    this.changed();
    focusQuietly(this.entries.hidden ? this.fields[0] : this.entries.firstElementChild);
  }

  /** Dates what is written and makes room for the next time. */
  #add() {
    const texts = this.fields.filter(({ value }) => value.trim()).map((field) => [field.getAttribute("aria-label"), field.value]);
    if (!texts.length) return tellFault(this.fault, this.fields[0], t("entry_empty"));
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
}

customElements.define("cw-reflection", Reflection);
