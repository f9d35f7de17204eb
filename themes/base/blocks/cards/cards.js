// Cards to practise: what is due today comes one by one. The learner turns a card and says whether the other side came
// to mind. The table of all cards stays in the page, for reading and for paper.

class Cards extends FieldBlock {
  setUp() {
    this.cards = this.pile();
    this.stage = this.querySelector(".practice");
    this.due = h("p.due", { role: "status" });
    this.body = h("div.body");
    this.stage.append(this.due, this.body);
    this.queue = [];
    this.stage.addEventListener("keydown", (event) => this.#onKey(event));
    const list = this.querySelector(".list-button");
    list?.addEventListener("click", () => list.setAttribute("aria-expanded", String(this.toggleAttribute("data-listed"))));
    listen("course:shown", () => this.changed()); // it may be another day
  }

  /** The cards that are practised here. */
  pile() {
    return cardsOf(this);
  }

  changed() {
    const due = this.cards.map(({ id }) => id).filter((id) => leitner.isDue(this.#state(id), dayNumber()));
    const [before] = this.queue;
    if (!this.anyway) this.queue = this.queue.filter((id) => due.includes(id));
    this.queue.push(...shuffled(due.filter((id) => !this.queue.includes(id)), newSeed()));
    if (this.queue[0] !== before) this.turned = false;
    this.#show(due.length);
  }

  #state(id) {
    return leitner.card(course.record(this.recordOf(id)));
  }

  #show(due) {
    const card = this.cards.find(({ id }) => id === this.queue[0]);
    const words = due > 0 || !this.anyway ? t(due > 0 ? "cards_due" : "cards_done", { n: due }) : t("cards_left", { n: this.queue.length });
    if (this.due.textContent !== words) this.due.textContent = words;
    const view = card && `${card.id} ${this.turned}`;
    if (view && view === this.view) this.body.lastElementChild.replaceWith(this.#boxes(card)); // the focus may be on the card
    else fill(this.body, this.body.replaceChildren(), ...(card ? this.#card(card) : this.#rest()), this.#boxes(card));
    this.view = view;
  }

  #card({ id, sides, heads, source }) {
    if (this.spoken?.id !== id) this.spoken = { id, voice: voicePractice() };
    const shown = this.turned ? [0, 1] : [0];
    const answer = [["forgot", "reset", false], ["knew", "check", true]];
    const buttons = this.turned
      ? answer.map(([name, icon, remembered], at) => button("button", () => this.#answer(remembered), { "aria-keyshortcuts": at + 1 }, spriteIcon(icon), t(`cards_${name}`), h("kbd", { "aria-hidden": "true" }, at + 1)))
      : [button("button.primary", () => this.#turn(), { "aria-keyshortcuts": "Space" }, t("cards_turn"))];
    return [
      source && h("p.source", source),
      h("div.card", { dataset: { below: Math.min(2, this.queue.length - 1) } }, shown.map((at) => cardSide(heads[at], sides[at]))),
      this.spoken.voice,
      h("div.actions.card-buttons", buttons),
      h("p.keys", t("cards_keys")),
    ];
  }

  /** Nothing is due: when the next cards come, and a way to practise all the same. */
  #rest() {
    const resting = this.cards.map(({ id }) => this.#state(id).due);
    const next = Math.min(...resting);
    const n = resting.filter((due) => due === next).length;
    const date = new Date(next * 86_400_000).toLocaleDateString(locale, { month: "long", day: "numeric", timeZone: "UTC" });
    return [h("p.next", t("cards_next", { date, n })), h("p.actions", button("button", () => this.#practiseAnyway(), t("cards_anyway")))];
  }

  /** How many cards rest in each box, and how that comes about. */
  #boxes(card) {
    const counts = REST.map((_, box) => this.cards.filter(({ id }) => this.#state(id).box === box).length);
    const here = card && this.#state(card.id).box;
    const boxes = counts.map((n, box) => h("li", box === here && { "aria-current": "true" }, h("b", n), h("span", box === 0 ? t("cards_first_box") : t("cards_box", { n: REST[box] }))));
    const how = h("details.how", { open: this.explained ?? false }, h("summary", t("cards_how")), h("p", t("cards_method")));
    how.addEventListener("toggle", () => (this.explained = how.open));
    return h("div.boxes", h("ol", { "aria-label": t("cards_boxes") }, boxes), how);
  }

  #turn() {
    this.turned = true;
    this.changed();
    focusQuietly(this.stage.querySelector(".side:last-child"));
  }

  #answer(remembered) {
    const id = this.queue.shift();
    const before = this.#state(id);
    const after = leitner.answered(before, remembered, dayNumber());
    if (after !== before) keepField(this.recordOf(id), after);
    if (!remembered) this.queue.push(id);
    this.anyway = this.anyway && this.queue.length > 0;
    this.turned = false;
    this.changed();
    focusQuietly(this.stage.querySelector(".side, .actions button"));
  }

  #practiseAnyway() {
    this.anyway = true;
    this.queue = shuffled(this.cards.map(({ id }) => id), newSeed());
    this.changed();
    focusQuietly(this.stage.querySelector(".side"));
  }

  /** Space turns, 1 and 2 answer, as long as the focus is on the card. */
  #onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("summary")) return;
    if (event.key === " " && !this.turned && this.queue.length && !event.target.closest("button")) this.#turn();
    else if (this.turned && "12".includes(event.key)) this.#answer(event.key === "2");
    else return;
    event.preventDefault();
  }
}

/** A side of a card with its heading; a screen reader reads both when it takes the focus. */
function cardSide(head, side) {
  const [label, words] = [head, side].map((cell) => cell.cloneNode(true).childNodes);
  return h("div.side", { tabIndex: -1, role: "group", "aria-label": `${head.textContent}: ${side.textContent}` }, h("p.label", [...label]), h("div.words", [...words]));
}

function cardsOf(block) {
  return [...block.querySelectorAll("[data-card]")].map((row) => ({ id: row.dataset.card, sides: [...row.cells], heads: [...row.closest("table").tHead.rows[0].cells] }));
}

/** In the notebook: the cards of all blocks that were begun as one pile, with the records that they have there. */
class DueCards extends Cards {
  pile() {
    const blocks = [...document.querySelectorAll("cw-cards")].filter(({ place }) => course.store.list(`field:${place}/`).length);
    return blocks.flatMap((block) => cardsOf(block).map((card) => ({ ...card, id: `${block.place}/${card.id}`, source: blockLink(block) })));
  }

  changed() {
    this.cards = this.pile();
    if (this.cards.length) super.changed();
    else this.due.textContent = t("notebook_no_cards");
    this.body.hidden = !this.cards.length;
  }

  recordOf(card) {
    return `field:${card}`;
  }

  concerns(ids) {
    return ids.some((id) => id.startsWith("field:"));
  }
}

function blockLink(block) {
  const title = block.querySelector(".block-title");
  return h("a", { href: `#${title.id}` }, title.textContent);
}

customElements.define("cw-cards", Cards);
customElements.define("cw-due", DueCards);

waitingToday.cards = () => allBlocks("cards").reduce((sum, deck) => sum + (isBegun(deck) ? dueIn(deck) : 0), 0);

function isBegun({ path }) {
  return course.store.list(`field:${path}/`).length > 0;
}

function dueIn({ block, path }) {
  return block.cards.filter((id) => leitner.isDue(leitner.card(course.record(`field:${path}/${id}`)), dayNumber())).length;
}

reportKind("cards", (entries) => {
  const lines = entries.map((deck) => {
    const { block, chapter } = deck;
    const n = dueIn(deck);
    return h("li", h("a", { href: `#${chapter.id}/${block.anchor}` }, block.title), " ", t(n ? "cards_due" : "cards_done", { n }));
  });
  return [resultsSection(t("results_cards"), h("ul", lines))];
});
