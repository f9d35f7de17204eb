// The mistakes of the notebook: copies of the items one at a time, each with all that is said of it after one answer. What a
// copy knows goes to a shelf of its own, never to the records of the quiz.

class Mistakes extends CourseElement {
  attempts = 1;
  place = "notebook";
  shelf = new Map();

  start() {
    this.due = this.querySelector(".due");
    this.stage = this.querySelector(".again");
    [this.said, this.onward] = this.querySelector(".after-again").children;
    this.onward.onclick = () => this.#goOn();
    listen("course:shown", ({ section }) => section.contains(this) && this.#refresh());
    listen("course:restored", () => this.#refresh());
    this.#next();
  }

  recall(id) {
    return this.shelf.get(id);
  }

  keep(id, value) {
    this.shelf.set(id, value);
  }

  update() {}

  /** What came of the first try; an open answer may be written on. */
  answered({ attempt, hints, ...record }) {
    if (attempt > 1) return;
    const { path, place, item } = this.entry;
    const { right, wrong } = practiceState(path, item) ?? NEVER_PRACTISED;
    const weak = isWeak(record);
    const now = weak || hints ? 0 : right + 1;
    keepField(`again:${place}`, { print: item.print, right: now, wrong: wrong + weak, turn: lastTurn() + 1, day: dayNumber() });
    this.said.textContent = t(`again_${weak ? "wrong" : hints ? "hint" : now < RIGHT_ENOUGH ? "once" : "settled"}`);
    this.onward.hidden = false;
  }

  /** An item that is being answered or looked back on stays, unless it is no longer wrong or was reset elsewhere. */
  #refresh() {
    const { place } = this.entry ?? {};
    if (this.onward.hidden ? mistakes().some((entry) => entry.place === place) : course.record(`again:${place}`)) this.#tell();
    else this.#next();
  }

  #goOn() {
    this.#next();
    const { item } = this;
    if (item) focusItem(item);
    else focusQuietly(this.querySelector("h2"));
  }

  #next() {
    this.shelf.clear();
    this.said.textContent = "";
    this.onward.hidden = true;
    this.entry = mistakes().find(({ ready }) => ready);
    this.stage.replaceChildren();
    this.item = this.entry && itemCopy(this.entry);
    if (this.item) this.#showItem(this.entry);
    this.#tell();
  }

  #showItem({ chapter, block, item, state }) {
    const { lang } = document.getElementById(`${chapter.id}/`); // empty where the chapter speaks the page's own
    const link = entryLink({ chapter, block: item }, block.title);
    this.stage.append(h("p.source", lang && { lang }, link, " ", chapter.title, state.right > 0 && ` · ${t("again_half")}`), h("div", lang && { lang }, this.item));
    this.keys = { [this.item.dataset.id]: unpack(originalOf(this.entry).closest("cw-quiz")).items[item.id] };
    this.item.quiz = this;
    this.item.begin();
  }

  #tell() {
    const n = mistakes().length;
    const words = t(n === 0 ? "again_none" : waitingToday.mistakes() ? "again_left" : "again_tomorrow", { n });
    if (this.due.textContent !== words) this.due.textContent = words;
  }
}

function originalOf({ chapter, item }) {
  return document.getElementById(`${chapter.id}/${item.anchor}`).closest(".item");
}

/** The item as it was before anybody touched it, with ids of its own. Nothing hangs on its points, its hints cost nothing. */
function itemCopy(entry) {
  const copy = originalOf(entry).cloneNode(true);
  const all = (selector) => copy.querySelectorAll(selector);
  for (const trace of all(".outcome, .changed, .complaint, .mark, .feedback, .confidence, .hint small")) trace.remove();
  for (const name of ["aria-describedby", "aria-invalid"]) for (const element of all(`[${name}]`)) element.removeAttribute(name);
  for (const name of ["id", "aria-labelledby"]) for (const element of all(`[${name}]`)) element.setAttribute(name, `notebook/${element.getAttribute(name)}`);
  for (const hint of all(".hint")) hint.open = false;
  const heading = copy.querySelector("legend :is(h2, h3, h4, h5, h6)");
  heading.replaceWith(h("h3", { id: heading.id }, [...heading.childNodes]));
  copy.querySelector(".actions").replaceChildren(h("button.button.primary.check", t("check")));
  delete copy.dataset.hintCost;
  Object.assign(copy.dataset, { id: `notebook/${entry.place}`, points: 1 });
  return copy;
}

customElements.define("cw-mistakes", Mistakes);
