// A role-play on the page: one conversation at a time, kept after every step, followed to its ending and looked back on.

class RolePlay extends CourseElement {
  start() {
    this.plot = unpack(this);
    this.script = new SceneScript(this.querySelector(".script"));
    this.stage = this.querySelector(".stage");
    this.place = `${this.chapterId}/${this.dataset.id}`;
    this.saving = openSaver(() => this.#keep());
    this.stage.addEventListener("keydown", (event) => this.#onKey(event));
    document.addEventListener("course:restored", ({ detail }) => this.#onRestored(detail.ids));
    this.classList.add("playing");
    this.stage.hidden = false;
    this.#restore();
  }

  get #recordId() {
    return `play:${this.place}`;
  }

  #onRestored(ids) {
    if (ids.includes(this.#recordId) && !this.saving.waiting) this.#restore();
  }

  #restore() {
    const value = course.record(this.#recordId);
    const { play, ended, kept, changed } = savedPlays.read(this.plot, value);
    Object.assign(this, { play, ended, kept });
    this.#show({ changed });
  }

  /** Writes down the play as it is now. */
  #keep() {
    this.saving.drop();
    announce("course:play", { id: this.#recordId, value: { play: this.play, ended: this.ended, kept: this.kept } });
  }

  #begin(speed) {
    this.#startWith({ seed: newSeed(), speed, moves: [], from: null });
  }

  #startWith(play) {
    this.play = { ...play, draft: emptyDraft(), started: new Date().toISOString() };
    this.#keep();
    this.#show();
    this.#focusTurn();
  }

  /** Makes a move, unless it came too late for the turn it was meant for. */
  #move(move) {
    const states = savedPlays.follow(this.plot, this.play.moves);
    const here = states.at(-1);
    const next = rulesOfPlay.step(this.plot, here, move);
    if (!next) return;
    this.play = { ...this.play, moves: [...this.play.moves, { node: here.node, ...move }], draft: emptyDraft() };
    if (rulesOfPlay.phase(this.plot, next) === "ending") this.#end(next);
    this.#keep();
    this.#show({ moved: true });
    this.#focusTurn();
  }

  #end(state) {
    const { name, ending } = this.plot.nodes[state.node];
    const { seed, moves, from, started } = this.play;
    const result = { ending: name, grade: ending.grade || null, skills: skillProfile(this.plot, state), from, seed, moves, started, ended: new Date().toISOString() };
    this.ended = savedPlays.withEnded(this.ended, result);
  }

  #show({ changed = false, moved = false } = {}) {
    this.timer?.stop();
    this.timer = null;
    if (!this.play) return this.#showOpening(changed);
    const states = savedPlays.follow(this.plot, this.play.moves);
    if (rulesOfPlay.phase(this.plot, states.at(-1)) === "ending") this.#showEnding(states);
    else this.#showTurn(states, moved);
  }

  #showOpening(changed) {
    this.dataset.view = "opening";
    const { channel } = this.dataset;
    const timed = "timed" in this.dataset;
    this.stage.replaceChildren(openingPage({ channel, timed, saved: { changed, kept: this.kept, ended: this.ended }, start: (speed) => this.#begin(speed) }));
  }

  #showTurn(states, moved) {
    const goesOn = moved && this.dataset.view === "scene";
    this.dataset.view = "scene";
    const now = states.at(-1);
    if (goesOn) this.#appendTurn(states);
    else this.log = h("div", { class: "transcript", role: "log", "aria-label": t("play_transcript") }, this.#pastTurns(states), this.#turn(now));
    const parts = [this.#bar(moved ? states.at(-2) : null, now), this.log, this.#replies(now)];
    if (goesOn) this.#replaceAround(parts);
    else this.stage.replaceChildren(...parts);
  }

  /** The log itself stays, so that a screen reader hears what is new in it. */
  #appendTurn(states) {
    const at = states.length - 2;
    this.log.lastElementChild.append(...this.#answer(states, at));
    this.log.append(this.#turn(states.at(-1)));
  }

  #replaceAround([bar, log, replies]) {
    this.stage.firstElementChild.replaceWith(bar);
    while (log.nextSibling) log.nextSibling.remove();
    log.after(replies);
  }

  #bar(before, now) {
    const again = h("button", { type: "button", class: "button quiet restart", onclick: () => this.#startOver() }, spriteIcon("reset"), t("play_restart"));
    return h("div", { class: "scene-bar" }, meterBar(this.plot, before, now), this.play.moves.length > 0 && again);
  }

  #pastTurns(states) {
    return this.play.moves.map((_, at) => this.#turn(states[at], this.#answer(states, at)));
  }

  #answer(states, at) {
    const { plot, script } = this;
    return answerLines({ plot, script, me: this.dataset.me, before: states[at], after: states[at + 1], move: this.play.moves[at] }).filter(Boolean);
  }

  #turn(state, answer = []) {
    return h("div", { class: "exchange", tabIndex: -1 }, this.script.lines(state.node), answer);
  }

  #replies(state) {
    const phase = rulesOfPlay.phase(this.plot, state);
    const replies = { choose: () => this.#choices(state), write: () => this.#writing(state), continue: () => this.#goOn(), stuck: () => this.#stuck() }[phase]();
    const limit = this.plot.nodes[state.node].timer;
    if (!limit || !this.play.speed || !["choose", "write"].includes(phase) || this.play.draft.said) return replies;
    this.timer = new TurnTimer(limit.seconds * this.play.speed, () => this.#timeOut());
    this.timer.start();
    return h("div", { class: "timed" }, this.timer.element, replies);
  }

  #timeOut() {
    const { text } = this.play.draft;
    this.#move({ kind: "timeout", ...(text.trim() && { text }) });
  }

  #choices(state) {
    const { plot, script } = this;
    return choiceButtons({ plot, state, script, seed: this.play.seed, choose: ({ id }) => this.#move({ kind: "choose", choice: id }) });
  }

  #goOn() {
    return continueButton(t("play_go_on"), () => this.#move({ kind: "continue" }));
  }

  #stuck() {
    return h("div", { class: "replies" }, h("p", { class: "prompt" }, t("play_stuck")), h("button", { type: "button", class: "button primary again", onclick: () => this.#startOver() }, t("play_again_now")));
  }

  #writing(state) {
    const { writing } = this.plot.nodes[state.node];
    const { text, said, ticks } = this.play.draft;
    if (said) return this.#rating(writing, text, ticks);
    return writingField({
      id: this.place,
      task: this.script.task(state.node),
      least: writing.least,
      text,
      typed: (typed) => this.#draft({ text: typed, said: false, ticks: [] }),
      say: (typed) => this.#say(typed),
    });
  }

  /** What was said stands in the transcript; now the model answers, and the learner's own judgement. */
  #rating(writing, text, ticks) {
    const mine = h("div", { class: "transcript said-now" }, spokenLine(this.dataset.me, "", typedText(text), true));
    const form = ratingForm({ writing, ticks, ticked: (now) => this.#draft({ text, said: true, ticks: now }), done: (now) => this.#move({ kind: "write", text, ticks: now }) });
    return h("div", { class: "rating-turn", tabIndex: -1 }, mine, form);
  }

  #draft(draft) {
    this.play = { ...this.play, draft };
    this.saving.later();
  }

  #say(text) {
    this.play = { ...this.play, draft: { text, said: true, ticks: [] } };
    this.#keep();
    this.#show();
    bringToTop(this.stage.querySelector(".rating-turn"));
  }

  #showEnding(states) {
    this.dataset.view = "ending";
    const { plot, script } = this;
    this.stage.replaceChildren(
      endingPage({
        plot,
        script,
        states,
        moves: this.play.moves,
        me: this.dataset.me,
        level: Number(this.dataset.level),
        ended: this.ended,
        first: this.ended.length === 1,
        fieldId: (name) => `field:${this.place}/${name}`,
        replay: (turn) => this.#replay(turn),
        again: () => this.#startOver(),
      }),
    );
  }

  #replay(turn) {
    const { seed, speed, moves } = this.play;
    this.#startWith({ seed, speed, moves: moves.slice(0, turn), from: turn });
  }

  #startOver() {
    const { speed } = this.play;
    this.#startWith({ seed: newSeed(), speed, moves: [], from: null });
  }

  /** To the new part of the scene: what I said last and what came of it, or the ending's heading. */
  #focusTurn() {
    const title = this.stage.querySelector(".ending-title");
    const turns = this.stage.querySelectorAll(".exchange");
    if (title) return bringToTop(title, this.stage);
    const newest = turns[turns.length - 1];
    bringToTop(newest, this.play.moves.length ? (turns[turns.length - 2]?.querySelector(".line.mine") ?? newest) : this.stage.firstElementChild);
  }

  /** The digits choose, while the focus is in the scene and nobody is typing. */
  #onKey(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || isComposing(event)) return;
    if (event.target.closest("textarea, input, select")) return;
    const button = this.stage.querySelector(`.reply[data-number="${CSS.escape(event.key)}"]`);
    if (!button) return;
    event.preventDefault();
    button.click();
  }
}

function emptyDraft() {
  return { text: "", said: false, ticks: [] };
}

/** Focuses an element and brings it, or what stands before it, to the upper edge of the window. */
function bringToTop(element, from = element) {
  element.focus({ preventScroll: true });
  const smooth = !matchMedia("(prefers-reduced-motion: reduce)").matches;
  from.scrollIntoView({ block: "start", behavior: smooth ? "smooth" : "instant" });
}

customElements.define("cw-roleplay", RolePlay);
