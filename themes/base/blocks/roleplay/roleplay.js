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

  #startOver() {
    this.#begin(this.play.speed);
  }

  #replay(turn) {
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
  #see() {
    this.seen = true;
    this.#keep();
  }

  /** Makes a move, unless it came too late for the turn it was meant for. */
  #move(move) {
    const here = followMoves(this.plot, this.play.moves).at(-1);
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
    const states = this.play && followMoves(this.plot, this.play.moves);
    const view = !states ? "opening" : this.#phase(states.at(-1)) === "ending" ? "ending" : "scene";
    this.dataset.view = view;
    if (view === "opening") this.stage.replaceChildren(openingPage(this, changed, (speed) => this.#begin(speed)));
    else if (view === "ending") this.stage.replaceChildren(endingPage(this.#told(states), (turn) => this.#replay(turn), () => this.#startOver(), () => this.#see()));
    else if (goesOn) this.#showNext(this.#told(states));
    else this.#showScene(this.#told(states));
  }

  /** The play with all its states, as the pages of the scene read it. */
  #told(states) {
    const { plot, script, me, level, place, ended, play } = this;
    return { plot, script, me, level, place, ended, play, moves: play.moves, states };
  }

  #showScene(scene) {
    const { states, moves } = scene;
    this.log = h("div.transcript", { role: "log", "aria-label": t("play_transcript") }, states.map((state, at) => this.#exchange(state, at < moves.length && answerLines(scene, at))));
    this.stage.replaceChildren(this.#bar(states.at(-1), states.at(-1)), this.log, this.#replies(states.at(-1)));
  }

  /** The log itself stays, so that a screen reader hears what is new in it. */
  #showNext(scene) {
    const [before, now] = scene.states.slice(-2);
    const [bar, , replies] = this.stage.children;
    fill(this.log.lastElementChild, answerLines(scene, scene.moves.length - 1));
    this.log.append(this.#exchange(now));
    const moved = this.#bar(before, now);
    bar.replaceWith(moved);
    settle(moved);
    replies.replaceWith(this.#replies(now));
  }

  #exchange(state, answer) {
    return h("div.exchange", { tabIndex: -1 }, this.script.lines(state.node, moodOf(this.plot, state)), answer);
  }

  #bar(before, now) {
    const again = button("button.quiet.restart", () => this.#startOver(), spriteIcon("reset"), t("play_restart"));
    return h("div.scene-bar", meterBar(this.plot, before, now), this.play.moves.length > 0 && again);
  }

  #replies(state) {
    const phase = this.#phase(state);
    const ways = {
      choose: () => choiceButtons(this, state, (choice) => this.#move({ kind: "choose", choice })),
      write: () => this.#writing(state.node),
      continue: () => h("div.replies", button("button.primary.go-on", () => this.#move({ kind: "continue" }), t("play_go_on"))),
      stuck: () => h("div.replies", h("p.prompt", t("play_stuck")), button("button.primary.again", () => this.#startOver(), t("play_again_now"))),
    };
    const replies = ways[phase]();
    const { timer } = this.plot.nodes[state.node];
    if (!timer || !this.play.speed || !["choose", "write"].includes(phase) || this.play.draft.said) return replies;
    const limit = timer.seconds * this.play.speed;
    const run = { now: { limit, used: 0 }, change: (values) => Object.assign(run.now, values) };
    this.timer = new Clock("turn-timer", run, limit, () => this.#timeOut());
    return h("div.timed", this.timer.element, replies);
  }

  #timeOut() {
    const { text } = this.play.draft;
    this.#move({ kind: "timeout", ...(text.trim() && { text }) });
  }

  #writing(node) {
    const { writing } = this.plot.nodes[node];
    const { text, said, ticks } = this.play.draft;
    if (said) return this.#rating(writing, text, ticks);
    return writingField({
      id: this.place,
      task: this.script.task(node),
      least: writing.least,
      text,
      typed: (typed) => this.#draft({ ...EMPTY_DRAFT, text: typed }),
      say: (typed) => this.#say(typed),
    });
  }

  /** What was said stands in the transcript; now the model answers, and the learner's own judgement. */
  #rating(writing, text, ticks) {
    const mine = h("div.transcript.said-now", this.script.spoken(this.me, "", typedText(text)));
    const form = ratingForm(writing, ticks, (now) => this.#draft({ text, said: true, ticks: now }), (now) => this.#move({ kind: "write", text, ticks: now }));
    return h("div.rating-turn", { tabIndex: -1 }, mine, form);
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
    const reply = this.stage.querySelector(`.reply[data-number="${CSS.escape(event.key)}"]`);
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

// A conversation that was played is on paper even in chapters that were not opened today.
window.addEventListener("beforeprint", () => {
  for (const scene of document.querySelectorAll("cw-roleplay")) scene.begin();
});
