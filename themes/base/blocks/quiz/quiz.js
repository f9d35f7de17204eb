// A quiz: hands its items their keys, counts what is answered, and sums up when all of it is. An exam starts from a page of
// its own and may have a clock.

class Quiz extends CourseElement {
  // What its items know stays with the course
  recall = course.record;
  keep = keepField;

  answered(record) {
    announce("course:answered", record);
  }

  start() {
    this.atEnd = this.dataset.feedback !== "at_once";
    this.conceals = this.dataset.feedback === "score_only";
    this.attempts = Number(this.dataset.attempts) || Infinity;
    this.keys = unpack(this).items;
    this.foot = this.querySelector(".quiz-foot");
    this.progress = templateOf(this).querySelector(".quiz-progress");
    this.progress.querySelector("button")?.addEventListener("click", () => this.#handIn());
    this.run = new QuizRun(this);
    listen("course:restored", ({ ids }) => this.#onRestored(new Set(ids)));
    this.update();
    beginInTurns([...this.items]);
  }

  get items() {
    return this.run.items;
  }

  /** Shows where the learner stands. Called by the items, whenever something about them was recorded. */
  update() {
    if (this.busy) return;
    const state = standing(this);
    const done = state.every(({ record, open }) => record && !open);
    this.dataset.view = this.asked || (this.run.opens && !this.run.now && !done) ? "opening" : done ? "done" : "going";
    this.#showOpening();
    this.#showClock();
    if (this.dataset.view === "opening") this.foot.replaceChildren();
    else if (done) this.#showSummary(state);
    else this.#showProgress(state);
  }

  #showOpening() {
    const shows = this.dataset.view === "opening";
    if (!shows) this.opening?.remove();
    if (!shows || this.opening?.isConnected) return;
    this.opening = quizOpening(this, (limit) => this.#begin(limit));
    this.querySelector(".questions").before(this.opening);
  }

  #showClock() {
    const { limit, ended } = this.run.now ?? {};
    const runs = this.dataset.view === "going" && limit > 0 && !ended;
    if (!runs) this.clock?.stop();
    if (!runs) this.clock = null;
    else if (this.clock) this.clock.show();
    else this.querySelector(".questions").before((this.clock = new Clock("quiz-clock", this.run, this.run.seconds, () => this.#timeOut())).element);
  }

  /** Starts an attempt; answers of an earlier one stay in its results and leave the page. */
  #begin(limit) {
    this.asked = false;
    this.run.begin(limit);
    this.run.keep();
    this.#forEach(standing(this).filter(({ record }) => record), (item) => item.retry({ empty: true }));
    focusItem(this.items[0]);
  }

  /** What is there when time is up is handed in, complete or not. */
  #timeOut() {
    this.run.change({ ended: "time" });
    this.#handIn(true);
  }

  /** Does the same with many items, and looks at the whole only once. */
  #forEach(entries, act) {
    this.busy = true;
    for (const { item } of entries) {
      item.begin();
      act(item);
    }
    this.busy = false;
    this.update();
  }

  #onRestored(ids) {
    if (ids.has(this.run.id)) this.run.restore();
    const touched = this.items.filter(({ dataset }) => ["answer", "draft", "seed"].some((kind) => ids.has(`${kind}:${pathIn(this.place, dataset.id)}`)));
    for (const item of touched) if (item.begun) item.restore();
    if (touched.length || ids.has(this.run.id)) this.update();
  }

  #showProgress(state) {
    const total = state.length;
    const n = state.filter(({ record, open, touched }) => (this.atEnd && touched) || (record && !open)).length;
    if (!this.progress.isConnected) this.foot.replaceChildren(this.progress); // and leave the focus on its button
    this.progress.querySelector("progress").value = n;
    this.progress.querySelector(".answered").textContent = t("quiz_answered", { n, total });
    this.progress.querySelector(".unanswered")?.remove();
  }

  #showSummary(state) {
    for (const { item } of state) item.begin(); // on a reload the quiz starts before them
    const { whole, left } = this.run;
    const redoable = state.filter(({ item, record }) => (whole ? left : item.attemptsLeft(record)) > 0);
    const ways = {
      wrong: whole || this.conceals ? [] : redoable.filter(({ record }) => isWeak(record)),
      all: redoable,
      redo: (entries) => (whole ? this.#again() : this.#redo(entries)),
    };
    this.foot.replaceChildren(quizSummary(this, state, ways));
  }

  /** Checks every item at once; asks first when some have no answer. */
  #handIn(anyway = false) {
    saveAllNow();
    const items = standing(this).filter(({ record, open }) => open || !record);
    for (const { item } of items) item.begin();
    const empty = items.filter(({ item }) => item.missing());
    this.progress.querySelector(".unanswered")?.remove();
    if (empty.length && !anyway) {
      const question = unansweredQuestion(empty, () => this.#handIn(true));
      this.progress.append(question);
      focusQuietly(question);
      question.scrollIntoView({ block: "nearest" });
      return;
    }
    if (this.run.now && !this.run.now.ended) this.run.change({ ended: "hand" });
    this.#forEach(items, (item) => item.submit());
    focusSummary(this.foot);
  }

  #redo(entries) {
    this.#forEach(entries, (item) => item.retry({ empty: true }));
    focusItem(entries[0].item);
  }

  /** Another attempt: from the page before it, where there is one, else with newly drawn items. */
  #again() {
    if (!this.run.opens) return this.#begin(0);
    this.asked = true;
    this.update();
    focusQuietly(this.opening);
    this.scrollIntoView({ block: "start" });
  }
}

function focusItem(item) {
  item.scrollIntoView({ block: "start" });
  focusQuietly(item.querySelector("input, select, button"));
}

const ITEMS_TURN = 25; // milliseconds of starting items before the page may paint and answer

function beginInTurns(items) {
  const end = performance.now() + ITEMS_TURN;
  while (items.length && performance.now() < end) items.shift().begin();
  if (items.length) setTimeout(beginInTurns, 0, items);
}

/** Each item with its number, its record, whether it is being answered (again), and whether that has begun. */
function standing(quiz) {
  return quiz.items.map((item, at) => {
    const [draft, record] = ["draft", "answer"].map((kind) => currentRecord(`${kind}:${pathIn(quiz.place, item.dataset.id)}`, quiz.keys[item.dataset.id]));
    return {
      item,
      number: at + 1,
      record,
      open: draft !== undefined,
      touched: draft !== undefined && draft.response !== null,
    };
  });
}

customElements.define("cw-quiz", Quiz);
