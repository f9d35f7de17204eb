// An attempt at a quiz as a whole: which items were drawn, in which order they stand, and how long it has lasted. Its record
// attempt:CHAPTER/BLOCK is {number, seed, items, limit, used}: limit and used in seconds as the page counted them, limit 0
// for none. Once it is handed in, ended is "hand", or "time" when time was up; an item that is reworded later has no clock.

class QuizRun {
  constructor(quiz) {
    const { draw, seconds } = quiz.dataset;
    this.quiz = quiz;
    this.id = `attempt:${quiz.place}`;
    this.rows = [...quiz.querySelectorAll(".question")];
    this.ids = this.rows.map((row) => itemOf(row).dataset.id);
    [this.opens, this.mixed] = ["opens" in quiz.dataset, "mixed" in quiz.dataset];
    this.seconds = Number(seconds);
    this.size = Number(draw) || this.ids.length;
    this.whole = this.opens || draw !== "0"; // whether it is done again as a whole, not item by item
    this.saving = openSaver(() => this.keep());
    this.restore();
  }

  get left() {
    return this.quiz.attempts - (this.now?.number ?? 0);
  }

  get items() {
    return this.rows.map(itemOf).slice(0, this.count);
  }

  /** Takes the attempt that is recorded; the longer of two times, where another tab has counted too. */
  restore() {
    const stored = course.record(this.id);
    const used = stored?.number === this.now?.number ? (this.now?.used ?? 0) : 0;
    this.saving.drop();
    this.now = stored && { ...stored, used: Math.max(stored.used, used) };
    if (!stored && !this.opens && (this.whole || this.mixed)) this.begin(0);
    this.#arrange();
  }

  /** A new attempt. One that nobody started is kept a little later: after a crash the database may still bring the last. */
  begin(limit) {
    const seed = newSeed();
    this.now = { number: (this.now?.number ?? 0) + 1, seed, items: this.#drawn(this.ids, this.size, seed), limit, used: 0 };
    this.saving.later();
    this.#arrange();
  }

  keep() {
    this.saving.drop();
    keepField(this.id, this.now);
  }

  change(values) {
    Object.assign(this.now, values);
    this.saving.later();
  }

  #drawn(ids, count, seed) {
    const seen = new Set(ids.filter((id) => course.record(`history:${pathIn(this.quiz.place, id)}`)));
    return drawItems(ids, { count, mixed: this.mixed, seed, seen });
  }

  /** Puts the drawn items into their order. Those that the course no longer has are made up for. */
  #arrange() {
    const known = (this.now?.items ?? this.ids).filter((id) => this.ids.includes(id));
    const missing = this.size - known.length;
    if (missing > 0) known.push(...this.#drawn(this.ids.filter((id) => !known.includes(id)), missing, this.now?.seed ?? 0));
    if (this.now && missing > 0) this.change({ items: known });
    this.count = known.length;
    const all = [...known, ...this.ids.filter((id) => !known.includes(id))];
    const order = all.map((id) => this.rows.find((row) => itemOf(row).dataset.id === id));
    if (order.some((row, at) => row !== this.rows[at])) this.rows[0].parentElement.append(...order);
    this.rows = order;
    if (this.whole || this.mixed) this.rows.forEach((row, at) => this.#number(row, at));
  }

  #number(row, at) {
    row.dataset.drawn = at < this.count ? "yes" : "no";
    row.querySelector(".count").textContent = t("question_of", { n: at + 1, total: this.count });
  }
}

function itemOf(row) {
  return row.querySelector(".item");
}
