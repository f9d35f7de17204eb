// Cards to practise: what is due today comes one by one. The learner turns a card and says whether the other side came
// to mind. The table of all cards stays in the page, for reading and for paper.

class Cards extends FieldBlock {
  turned = false;

  setUp() {
    this.cards = this.pile();
    this.stage = this.querySelector(".practice");
    this.due = this.stage.querySelector(".due");
    this.body = this.stage.querySelector(".body");
    this.queue = [];
    const acts = { turn: () => this.#turn(), forgot: () => this.#answer(false), knew: () => this.#answer(true), anyway: () => this.#practiseAnyway() };
    this.stage.addEventListener("click", ({ target }) => acts[target.closest("button")?.dataset.act]?.());
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
    const [asked, rest] = this.body.children;
    [asked.hidden, rest.hidden] = [!card, card];
    this.#showCard(asked, card);
    if (!card) this.#showRest(rest.firstElementChild);
    this.#showBoxes(card);
  }

  /** Only what changed is made anew: the focus may be on the card, and its recording lasts until the next one. */
  #showCard(asked, card) {
    const before = this.shown;
    this.shown = card && { ...card, turned: this.turned };
    if (before?.id !== card?.id) asked.querySelector("cw-voice").replaceWith(voicePractice());
    if (before?.id !== card?.id || before?.turned !== this.turned) asked.querySelector(".card").replaceChildren(...(card ? cardSides(card, this.turned) : []));
    asked.querySelector(".card").dataset.below = Math.min(2, this.queue.length - 1);
    asked.querySelector(".source")?.replaceChildren(card?.source ?? "");
    for (const each of asked.querySelectorAll(".card-buttons button")) each.hidden = this.turned === (each.dataset.act === "turn");
  }

  /** When nothing is due: when the next cards come. */
  #showRest(line) {
    const resting = this.cards.map(({ id }) => this.#state(id).due);
    const next = Math.min(...resting);
    const n = resting.filter((due) => due === next).length;
    const date = new Date(next * 86_400_000).toLocaleDateString(locale, { month: "long", day: "numeric", timeZone: "UTC" });
    line.textContent = t("cards_next", { date, n });
  }

  /** How many cards rest in each box. */
  #showBoxes(card) {
    this.body.querySelectorAll(".boxes li").forEach((box, at) => {
      const inside = this.cards.filter(({ id }) => this.#state(id).box === at);
      box.firstElementChild.textContent = t("cards_count", { n: inside.length });
      box.ariaCurrent = inside.includes(card) || null;
    });
  }

  #turn() {
    this.turned = true;
    this.stage.querySelector("cw-voice").stop(); // what was said is there to be heard beside the other side
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
    focusQuietly(this.stage.querySelector(".side, .rest button"));
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

/** The sides of a card that are shown, with their headings; a screen reader reads both when one takes the focus. */
function cardSides({ sides, heads }, turned) {
  return sides.slice(0, turned ? 2 : 1).map((side, at) => {
    const [label, words] = [heads[at], side].map((cell) => cell.cloneNode(true).childNodes);
    return h("div.side", { tabIndex: -1, role: "group", "aria-label": `${heads[at].textContent}: ${side.textContent}` }, h("p.label", [...label]), h("div.words", [...words]));
  });
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
    const n = dueIn(deck);
    return h("li", entryLink(deck), " ", t(n ? "cards_due" : "cards_done", { n }));
  });
  return [resultsSection(t("results_cards"), h("ul", lines))];
});
