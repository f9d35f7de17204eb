// A role-play on the page: one conversation at a time, kept after every step, followed to its ending and looked back on.

class RolePlay extends CourseElement {
  start() {
    this.plot = unpack(this);
    this.script = new SceneScript(this);
    this.stage = this.querySelector(".stage");
    this.me = this.dataset.me;
    this.level = Number(this.dataset.level);
    this.recordId = `play:${this.place}`;
    this.saving = openSaver(() => this.#keep());
    this.stage.addEventListener("keydown", (event) => this.#onKey(event));
    listen("course:restored", ({ ids }) => ids.includes(this.recordId) && !this.saving.waiting && this.#restore());
    this.classList.add("playing");
    this.stage.hidden = false;
    this.#restore();
  }

  #restore() {
    const { changed, ...saved } = readSaved(this.plot, course.record(this.recordId));
    Object.assign(this, saved);
    this.#show({ changed });
  }

  /** Writes down the play as it is now. */
  #keep() {
    this.saving.drop();
    const { play, ended, kept, seen } = this;
    announce("course:play", { id: this.recordId, value: { play, ended, kept, seen } });
  }

  #begin(speed) {
    this.#startWith({ seed: newSeed(), speed, moves: [], from: null });
  }

  startOver() {
    this.#begin(this.play.speed);
  }

  replay(turn) {
    const { seed, speed, moves } = this.play;
    this.#startWith({ seed, speed, moves: moves.slice(0, turn), from: turn });
  }

  #startWith(play) {
    this.play = { ...play, draft: EMPTY_DRAFT, started: new Date().toISOString(), seen: this.seen };
    this.#keep();
    this.#show();
    this.#focusTurn();
  }

  /** From now on plays are those of somebody who knows the best one. */
  see() {
    this.seen = true;
    this.#keep();
  }

  /** Makes a move, unless it came too late for the turn it was meant for. */
  #move(move) {
    const here = this.states.at(-1);
    const next = rulesOfPlay.step(this.plot, here, move);
    if (!next) return;
    this.play = { ...this.play, moves: [...this.play.moves, { node: here.node, ...move }], draft: EMPTY_DRAFT };
    if (this.#phase(next) === "ending") this.#end(next);
    this.#keep();
    this.#show({ moved: true });
    this.#focusTurn();
  }

  #end(state) {
    const { name, ending } = this.plot.nodes[state.node];
    const { seed, moves, from, started, seen } = this.play;
    const result = { ending: name, grade: ending.grade || null, skills: skillProfile(this.plot, state), from, seen, seed, moves, started, ended: new Date().toISOString() };
    this.ended = withEnded(this.ended, result);
  }

  #phase(state) {
    return rulesOfPlay.phase(this.plot, state);
  }

  #show({ changed, moved = false } = {}) {
    this.timer?.stop();
    this.timer = null;
    const goesOn = moved && this.dataset.view === "scene";
    this.states = this.play && followMoves(this.plot, this.moves); // one more than the moves
    const view = !this.play ? "opening" : this.#phase(this.states.at(-1)) === "ending" ? "ending" : "scene";
    this.dataset.view = view;
    if (view === "opening") this.stage.replaceChildren(openingPage(this, changed, (speed) => this.#begin(speed)));
    else if (view === "ending") this.stage.replaceChildren(endingPage(this));
    else if (goesOn) this.#showNext();
    else this.#showScene();
  }

  get moves() {
    return this.play.moves;
  }

  #showScene() {
    const { states, moves } = this;
    this.log = h("div.transcript", { role: "log", "aria-label": t("play_transcript") }, states.map((state, at) => this.#exchange(state, at < moves.length && answerLines(this, at))));
    this.bar = templateOf(this).querySelector(".scene-bar");
    this.bar.lastElementChild.onclick = () => this.startOver();
    this.#showBar(states.at(-1));
    this.stage.replaceChildren(this.bar, this.log, this.#replies(states.at(-1)));
  }

  /** The log itself stays, so that a screen reader hears what is new in it. */
  #showNext() {
    const [before, now] = this.states.slice(-2);
    fill(this.log.lastElementChild, answerLines(this, this.moves.length - 1));
    this.log.append(this.#exchange(now));
    this.#showBar(now, before);
    this.stage.lastElementChild.replaceWith(this.#replies(now));
  }

  #exchange(state, answer) {
    return h("div.exchange", { tabIndex: -1 }, this.script.lines(state.node, moodOf(this.plot, state)), answer);
  }

  #showBar(now, before) {
    showBar(this.bar, this.plot, now, before);
    this.bar.lastElementChild.hidden = !this.moves.length;
  }

  /** What can be done now, with a clock where one was chosen. */
  #replies(state) {
    const { timer, writing } = this.plot.nodes[state.node];
    const { speed, draft } = this.play;
    const phase = draft.said ? "rate" : this.#phase(state);
    const replies = templateOf(this).querySelector(`[data-phase=${phase}]`);
    const onPress = (act) => (replies.lastElementChild.onclick = act);
    const ways = {
      choose: () => fill(replies, choiceButtons(this, state, (choice) => this.#move({ kind: "choose", choice }))),
      write: () => this.#writing(replies, state.node),
      rate: () => this.#rating(replies, writing),
      continue: () => onPress(() => this.#move({ kind: "continue" })),
      stuck: () => onPress(() => this.startOver()),
    };
    ways[phase]();
    if (!timer || !speed || !["choose", "write"].includes(phase)) return replies;
    const limit = timer.seconds * speed;
    const run = { now: { limit, used: 0 }, change: (values) => Object.assign(run.now, values) };
    this.timer = new Clock("turn-timer", run, limit, () => this.#timeOut());
    return h("div.timed", this.timer.element, replies);
  }

  #timeOut() {
    const { text } = this.play.draft;
    this.#move({ kind: "timeout", ...(text.trim() && { text }) });
  }

  #writing(form, node) {
    openWriting(form, {
      task: this.script.task(node),
      least: this.plot.nodes[node].writing.least,
      text: this.play.draft.text,
      typed: (typed) => this.#draft({ ...EMPTY_DRAFT, text: typed }),
      say: (typed) => this.#say(typed),
    });
  }

  /** What was said stands in the transcript; now the model answers, and the learner's own judgement. */
  #rating({ children: [mine, form] }, writing) {
    const { text, ticks } = this.play.draft;
    mine.append(this.script.spoken(this.me, "", typedText(text)));
    openRating(form, writing, ticks, (now) => this.#draft({ text, said: true, ticks: now }), (now) => this.#move({ kind: "write", text, ticks: now }));
  }

  #draft(draft) {
    this.play = { ...this.play, draft };
    this.saving.later();
  }

  #say(text) {
    this.#draft({ text, said: true, ticks: [] });
    this.#keep();
    this.#show();
    bringToTop(this.stage.querySelector(".rating-turn"));
  }

  /** To the new part of the scene: what I said last and what came of it, or the ending's heading. */
  #focusTurn() {
    const title = this.stage.querySelector(".ending-title");
    if (title) return bringToTop(title, this.stage);
    const [newest, before] = [...this.log.children].reverse();
    bringToTop(newest, before ? (before.querySelector(".line.mine") ?? newest) : this.stage);
  }

  /** The digits choose, while the focus is in the scene and nobody is typing. */
  #onKey(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || isComposing(event)) return;
    if (event.target.closest("textarea, input")) return;
    const reply = this.stage.querySelectorAll(".reply")[event.key - 1];
    if (!reply) return;
    event.preventDefault();
    reply.click();
  }
}

const EMPTY_DRAFT = { text: "", said: false, ticks: [] };

/** Focuses an element and brings it, or what stands before it, to the upper edge of the window. */
function bringToTop(element, from = element) {
  focusQuietly(element);
  const smooth = !matchMedia("(prefers-reduced-motion: reduce)").matches;
  from.scrollIntoView({ block: "start", behavior: smooth ? "smooth" : "instant" });
}

customElements.define("cw-roleplay", RolePlay);
