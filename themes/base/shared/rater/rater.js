// A form that one rater after another fills in: each saves it as a file of its own and leaves an empty one behind.

class RaterForm extends FieldBlock {
  setUp() {
    const foot = this.querySelector(".form-foot");
    if (!foot) return;
    this.fault = foot.querySelector(".fault");
    this.asking = foot.querySelector(".ask-next");
    this.inFile = false; // whether what stands in the form is in a file
    foot.querySelector(".save-form").onclick = () => this.saveForm();
    foot.querySelector(".next-rater").onclick = () => this.askNext();
    this.addEventListener("input", () => this.#forgetFile());
  }

  #forgetFile() {
    this.inFile = false;
    this.fault.replaceChildren();
    this.asking.replaceChildren();
  }

  /** Offers the form as a file, unless it does not say yet who rates whom. */
  saveForm() {
    const missing = [...this.querySelectorAll("[data-needed]")].filter((part) => !isFilledPart(part));
    this.saving.now();
    this.asking.replaceChildren();
    this.fault.replaceChildren(...(missing.length ? [t("fill_first", { names: missing.map((part) => part.dataset.needed).join(t("list_separator")) })] : []));
    missing[0]?.querySelector("[data-field]").focus();
    if (missing.length) return false;
    const file = formFile(this);
    download(fileName(this.title, file.form.subject, file.form.rater.role, file.form.rater.name), file);
    this.inFile = true;
    return true;
  }

  get title() {
    return this.querySelector(".block-title").textContent;
  }

  askNext() {
    if (!this.inFile && !this.saveForm()) return;
    const yes = button("button.primary", () => this.empty(), t("form_empty"));
    askFirst(this.querySelector(".next-rater"), this.asking, t("form_next_question"), yes, t("redo_no"));
  }

  /** Empties the form but for whom it is about: the next rater often rates the same. */
  empty() {
    const ids = course.store.list(`field:${this.place}/`).map(([id]) => id).filter((id) => !id.endsWith("/@subject"));
    announce("course:forget", { ids });
    this.#forgetFile();
    this.restore();
    this.querySelector(".kept").replaceChildren();
    focusQuietly(this.querySelector("[data-field]"));
    this.scrollIntoView({ block: "start" });
  }
}

function isFilledPart(part) {
  return [...part.querySelectorAll("[data-field]")].some((field) => (field.type === "radio" ? field.checked : field.value.trim()));
}

/** A results file that holds this form only: the fields below it, and who rated whom. */
function formFile(block) {
  const prefix = `field:${block.place}/`;
  const fields = course.store.list(prefix).map(([recordId, value]) => ({ ...whereIs(recordId, "field"), value }));
  const said = (name) => fields.find(({ field }) => field === `@${name}`)?.value ?? "";
  return {
    ...resultsHead(""),
    form: { ...whereIs(`:${block.place}`), kind: block.dataset.kind, rater: { role: said("role"), name: said("rater") }, subject: said("subject") },
    answers: [],
    plays: [],
    fields: fields.filter(({ field }) => field[0] !== "@" || field === "@notes"),
    totals: { earned: "0", possible: 0, chapters: [], quizzes: [] },
  };
}
