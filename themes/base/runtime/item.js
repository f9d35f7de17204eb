// A question: takes an answer, keeps it while it is being given, checks it, says what came of it.
//
// A kind extends Item and says: setUp() finds its controls · arrange(shuffle) puts them in a learner's own order ·
// read() gives the response, null when untouched · words() the same in words · write(response) shows one ·
// gap() names what is missing ·
// mark(record, finished) and unmark() · solution() shows the right answer in words, where marks do not · reveal(right)
// what is said at the end, right or not · afterwards() the buttons that are left then.

class Item extends CourseElement {
  /** Whether a wrong answer gives the right one away, so that there is nothing to try again. */
  oneTry = false;

  arrange() {}
  mark() {}
  unmark() {}
  solution() {
    return null;
  }
  reveal(right) {
    return !right && this.solution();
  }
  afterwards() {
    return [];
  }

  /** What was chosen and typed, for a day when the item is worded otherwise and the response cannot be shown in it. */
  words() {
    return [...this.fieldset.querySelectorAll("input:checked, input[type=text], textarea, select")].map(wordsOf).filter(Boolean);
  }

  /** A question waits for its quiz, which starts many of them in turns. */
  connectedCallback() {}

  start() {
    this.quiz ??= this.closest("cw-quiz"); // or who had it copied to practise it again
    this.quiz.begin();
    this.key = this.quiz.keys[this.dataset.id];
    this.form = this.querySelector("form");
    this.fieldset = this.form.querySelector("fieldset");
    this.actions = this.form.querySelector(".actions");
    this.checkButtons = this.form.querySelectorAll(".check"); // none where the whole quiz is handed in at once
    this.confidence = this.form.querySelector(".confidence"); // only where the learner says how sure they are
    this.hintBoxes = [...this.form.querySelectorAll(".hint")];
    this.saving = openSaver(() => this.saveDraft());
    this.setUp();
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.check();
    });
    this.form.addEventListener("keydown", (event) => this.#onKeydown(event));
    this.form.addEventListener("input", () => this.changed());
    this.form.addEventListener("toggle", (event) => this.#onHint(event.target), { capture: true });
    this.restore();
  }

  get place() {
    return pathIn(this.quiz.place, this.dataset.id);
  }

  /** Shows what is recorded: an answer with its outcome, or one that is being given. What is being typed here is newer.
   * What was given to another wording is told in words and never put into the controls. */
  restore() {
    if (this.saving.waiting) return;
    const given = ["answer", "draft"].map((kind) => this.quiz.recall(`${kind}:${this.place}`));
    const [record, draft] = given.map((each) => (this.isCurrent(each) ? each : undefined));
    this.record = record;
    this.older = given.find((each) => each && !this.isCurrent(each));
    this.started = draft?.started;
    this.#arrangeBy(this.quiz.recall(`seed:${this.place}`) ?? this.seed ?? newSeed());
    this.#openHints(draft?.hints ?? this.record?.hints ?? 0);
    if (record && !draft) this.#close(record);
    else this.#open(draft?.response, draft?.confidence);
  }

  /** Whether a record is of the item as it is worded now. */
  isCurrent(record) {
    return record?.print === this.key.print;
  }

  get isOpen() {
    return this.dataset.state !== "closed";
  }

  get heading() {
    return this.querySelector("legend :is(h2, h3, h4, h5, h6)");
  }

  changed() {
    this.started ??= new Date().toISOString();
    this.#withdrawComplaint();
    this.saving.later();
  }

  saveDraft() {
    this.#keepSeed();
    this.quiz.keep(`draft:${this.place}`, this.#given());
    this.quiz.update();
  }

  /** Checks the answer, or says what is missing. */
  check() {
    if (!this.isOpen || this.quiz.atEnd) return;
    const gap = this.missing();
    if (gap) return this.#complain(gap);
    this.submit();
    this.focusVerdict();
  }

  /** What an answer still lacks; null when it is complete. */
  missing() {
    const unsure = this.confidence && !this.#sure();
    return this.gap() ?? (unsure ? { words: t("choose_sure"), control: this.confidence.querySelector("input") } : null);
  }

  /** Scores what is there, complete or not, and shows the outcome. */
  submit() {
    const { kind, points: possible, hintCost = 0 } = this.dataset;
    const given = this.#given();
    const share = given.response === null ? [0, 1] : scoring[kind](this.key, given.response).earned;
    this.saving.drop();
    this.#keepSeed();
    this.#announce({
      ...given,
      kind,
      earned: afterHints(share, this.hints, Number(hintCost)),
      ...(hintCost && this.hints && { share }),
      possible: Number(possible),
      attempt: (this.record?.attempt ?? 0) + 1,
      started: this.started ?? new Date().toISOString(),
      shown: this.record?.shown ?? 0,
    });
    this.quiz.keep(`draft:${this.place}`, null);
    this.quiz.update();
  }

  /** What is in the controls now, and under which wording. */
  #given() {
    const { hints, started, key } = this;
    return { response: this.read(), words: this.words(), hints, started, print: key.print, ...(this.confidence && { confidence: this.#sure() }) };
  }

  /** Opens the item again with the answer that was given, or empty and in a new order. */
  retry({ empty = false } = {}) {
    if (empty) this.#arrangeBy(newSeed());
    if (empty) this.#closeHints();
    this.started = undefined;
    this.#open(empty ? null : this.record.response);
    this.saveDraft();
  }

  focusVerdict() {
    const verdict = this.querySelector(".verdict");
    focusQuietly(verdict);
    verdict.scrollIntoView({ block: "nearest" });
  }

  /** Attempts that are left after this record; a changed item is answered anew, from the first. */
  attemptsLeft({ attempt }) {
    return this.quiz.attempts - attempt;
  }

  #isFinished(record) {
    return isWholly(record) || isShown(record) || this.oneTry || this.quiz.atEnd || this.attemptsLeft(record) <= 0;
  }

  #announce(record) {
    this.record = record;
    this.older = undefined;
    this.quiz.answered({ id: `answer:${this.place}`, ...record });
    this.#close(record);
  }

  #showAnswer() {
    this.#announce({ ...this.record, shown: this.record.attempt });
    this.focusVerdict();
  }

  #arrangeBy(seed) {
    if (seed === this.seed) return;
    this.seed = seed;
    this.arrange((list) => shuffled(list, seed));
  }

  #keepSeed() {
    const id = `seed:${this.place}`;
    if (this.quiz.recall(id) !== this.seed) this.quiz.keep(id, this.seed);
  }

  #open(response = null, confidence = null) {
    delete this.dataset.finished;
    this.#show("open", response, confidence);
    this.#showNotice(this.older);
    this.#offer(this.checkButtons);
  }

  /** Shows what was given, and nothing yet of what came of it. */
  #show(state, response, confidence) {
    const closed = state === "closed";
    this.dataset.state = state;
    delete this.dataset.grade;
    this.fieldset.disabled = closed;
    this.unmark();
    this.write(response);
    this.#writeSure(confidence, closed);
    this.querySelector(".outcome")?.remove();
  }

  #close(record) {
    const finished = this.#isFinished(record);
    this.#withdrawComplaint();
    this.#showNotice();
    this.toggleAttribute("data-finished", finished);
    this.#show("closed", record.response, record.confidence);
    if (this.quiz.conceals) return this.#offer([]); // the same items may come again in a post-test
    this.dataset.grade = gradeOf(record);
    this.mark(record, finished);
    this.actions.before(outcomeBox(record, tagBelow(this.heading), this.#outcomeParts(record, finished)));
    this.#offer(finished ? this.afterwards() : [button("button", () => this.#tryAgain(), t("try_again")), button("button", () => this.#showAnswer(), t("show_answer"))]);
  }

  #outcomeParts(record, finished) {
    const { earned, possible, share, hints } = record;
    const left = this.attemptsLeft(record);
    const facts = [
      share && t("hints_cost", { n: hints, cost: hints * this.dataset.hintCost }),
      (possible > 1 || share) && t("item_points", { earned: decimalText(pointsOf(earned, possible)), possible }),
      isShown(record) && t("answer_shown"),
      !finished && left !== Infinity && t("attempts_left", { n: left }),
    ].filter(Boolean);
    return [
      facts.length > 0 && h("p.outcome-facts", facts.join(t("fact_separator"))),
      finished && this.reveal(isWholly(record)),
      finished && this.key.explanation && h("div.explanation", h("p.label", t("explanation")), h("div", fragment(this.key.explanation))),
    ];
  }

  #offer(buttons) {
    this.actions.replaceChildren(...buttons);
    this.actions.hidden = buttons.length === 0;
  }

  #tryAgain() {
    this.retry();
    (this.fieldset.querySelector("input:checked") ?? this.fieldset.querySelector("input, select, textarea, button")).focus();
  }

  #complain({ words, control }) {
    this.#withdrawComplaint();
    const id = `${this.place}/complaint`;
    this.actions.before(h("p.complaint", { id, role: "alert" }, spriteIcon("warning"), words));
    control.setAttribute("aria-describedby", id);
    if (!control.matches("[type=radio], [type=checkbox], button")) control.setAttribute("aria-invalid", "true");
    control.focus();
    this.complainedAbout = control;
  }

  #withdrawComplaint() {
    this.querySelector(".complaint")?.remove();
    this.complainedAbout?.removeAttribute("aria-invalid");
    this.complainedAbout?.removeAttribute("aria-describedby");
    this.complainedAbout = null;
  }

  /** Says that the item was changed since it was answered, and what the answer was. */
  #showNotice(older) {
    this.querySelector(".changed")?.remove();
    if (!older) return;
    const words = [older.words ?? []].flat().join(t("list_separator"));
    this.fieldset.before(h("div.changed", spriteIcon("info"), h("div", h("p", t("item_changed")), words && h("p.older", t("older_answer", { words })))));
  }

  #openHints(count) {
    this.hints = count;
    for (const hint of this.hintBoxes.slice(0, count)) hint.open = true;
  }

  /** A new try from the start: what a hint costs is paid when it is opened again. */
  #closeHints() {
    this.hints = 0;
    for (const hint of this.hintBoxes) hint.open = false;
  }

  #sure() {
    return this.confidence?.querySelector("input:checked")?.value ?? null;
  }

  #writeSure(confidence, closed) {
    if (!this.confidence) return;
    this.confidence.disabled = closed;
    for (const input of this.confidence.querySelectorAll("input")) input.checked = input.value === confidence;
  }

  #onHint(hint) {
    const place = this.hintBoxes.indexOf(hint) + 1;
    if (!hint.open || place <= this.hints) return;
    this.hints = place;
    if (this.isOpen) this.changed();
  }

  /** Enter in a line of text checks here and not by the form, which knows nothing of input methods. */
  #onKeydown(event) {
    if (event.key !== "Enter" || !event.target.matches("input[type=text]")) return;
    event.preventDefault();
    if (!isComposing(event)) this.check();
  }
}

/** Whether the right answer was shown after this attempt; `shown` holds the number of the attempt, 0 for never. */
function isShown({ shown, attempt }) {
  return shown > 0 && shown === attempt;
}

function wordsOf({ type, value, labels, selectedOptions }) {
  if (selectedOptions) return value && (selectedOptions[0].dataset.words ?? selectedOptions[0].text);
  return ["radio", "checkbox"].includes(type) ? labels[0].textContent.trim() : value.trim();
}

/** What is missing among several controls: their names, to be filled in to the words; null when none is empty. */
function gapOf(controls, words, nameOf) {
  const empty = controls.filter((control) => !control.value.trim());
  return empty.length ? { words: t(words, { names: empty.map(nameOf).join(t("list_separator")) }), control: empty[0] } : null;
}
