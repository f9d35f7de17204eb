// A quiz: hands its items their keys, counts what is answered, and sums up when all of it is.

class Quiz extends CourseElement {
  start() {
    this.atEnd = this.dataset.feedback === "at_end";
    this.attempts = Number(this.dataset.attempts);
    this.keys = unpack(this).items;
    this.items = [...this.querySelectorAll(".item")];
    this.foot = this.querySelector(".quiz-foot");
    listen("course:restored", ({ ids }) => this.#onRestored(new Set(ids)));
    this.update();
    beginInTurns([...this.items]);
  }

  /** Shows where the learner stands. Called by the items, whenever something about them was recorded. */
  update() {
    if (this.busy) return;
    const state = standing(this);
    if (state.every(({ record, open }) => record && !open)) this.#showSummary(state);
    else this.#showProgress(state);
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
    const touched = this.items.filter(({ dataset }) => ["answer", "draft", "seed"].some((kind) => ids.has(`${kind}:${pathIn(this.place, dataset.id)}`)));
    for (const item of touched) if (item.begun) item.restore();
    if (touched.length) this.update();
  }

  #showProgress(state) {
    const total = state.length;
    const n = state.filter(({ record, open, touched }) => (this.atEnd ? touched || (record && !open) : record && !open)).length;
    if (!this.progress?.isConnected) {
      this.progress = quizProgress(total, this.atEnd && button("button.primary", () => this.#handIn(), t("hand_in")));
      this.foot.replaceChildren(this.progress);
    }
    showQuizProgress(this.progress, n, total);
    this.progress.querySelector(".unanswered")?.remove();
  }

  #showSummary(state) {
    for (const { item } of state) item.begin(); // on a reload the quiz starts before them
    const redoable = state.filter(({ item, record }) => item.attemptsLeft(record) > 0);
    const ways = {
      wrong: redoable.filter(({ record: { earned: [n, d] } }) => n !== d),
      all: redoable,
      redo: (entries) => this.#redo(entries),
    };
    this.foot.replaceChildren(quizSummary(this, state, ways));
  }

  /** Checks every item at once; asks first when some have no answer. */
  #handIn(anyway = false) {
    saveAllNow();
    const items = standing(this).filter(({ record, open }) => open || !record);
    for (const { item } of items) item.begin();
    const empty = items.filter(({ item }) => item.gap());
    this.progress.querySelector(".unanswered")?.remove();
    if (empty.length && !anyway) {
      const question = unansweredQuestion(empty, () => this.#handIn(true));
      this.progress.append(question);
      focusQuietly(question);
      question.scrollIntoView({ block: "nearest" });
      return;
    }
    this.#forEach(items, (item) => item.submit());
    focusSummary(this.foot);
  }

  #redo(entries) {
    this.#forEach(entries, (item) => item.retry({ empty: true }));
    const first = entries[0].item;
    first.scrollIntoView({ block: "start" });
    focusQuietly(first.querySelector("input, select, button"));
  }
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
