// A clock that the learner chose. It counts the seconds in which the page is seen, not those of the wall; it warns at half
// time and towards the end, and more time is one button away, as often as wanted (WCAG 2.2.1).

const CLOCK_SAVE = 5; // seconds of counting that a killed page may forget

class Clock {
  /** `run` has its time as now: {limit, used} in seconds, and change(values), which keeps it; `seconds` are the author's. */
  constructor(name, run, seconds, onEnd) {
    this.run = run;
    this.onEnd = onEnd;
    this.more = Math.min(300, seconds);
    this.clock = h("span.time-left");
    this.bar = h("progress", { "aria-hidden": "true" });
    this.said = h("p.time-said", { role: "status" });
    const more = button("button.more-time", () => this.#extend(), t("more_time", { time: durationWords(this.more) }));
    this.element = h(`div.clock.${name}`, h("p", { role: "timer", "aria-live": "off" }, this.clock), this.bar, more, this.said);
    this.show();
    this.ticking = setInterval(() => document.visibilityState === "visible" && this.#tick(), 1000);
  }

  get left() {
    return this.run.now.limit - this.run.now.used;
  }

  stop() {
    clearInterval(this.ticking);
    this.element.remove();
  }

  show() {
    const { limit } = this.run.now;
    const left = Math.max(0, this.left);
    this.clock.textContent = t("time_left", { time: `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}` });
    Object.assign(this.bar, { max: limit, value: left });
    this.element.dataset.soon = left <= Math.min(60, limit / 3) ? "yes" : "no";
  }

  #extend() {
    this.run.change({ limit: this.run.now.limit + this.more });
    this.#say("time_added");
    this.show();
  }

  #tick() {
    const { now } = this.run;
    now.used += 1;
    if (now.used % CLOCK_SAVE === 0) this.run.change();
    this.show();
    const last = Math.min(20, now.limit - 1);
    if ([300, 60, last].includes(this.left)) this.#say("time_warning");
    else if (this.left === Math.floor(now.limit / 2) && this.left > last) this.#say("time_half");
    if (this.left <= 0) this.onEnd();
  }

  #say(key) {
    this.said.textContent = t(key, { time: durationWords(this.left) });
  }
}

/** Whole minutes as minutes, anything else in seconds below two minutes and in rounded minutes above. */
function durationWords(seconds) {
  if (seconds % 60 && seconds < 120) return t("time_seconds", { n: seconds });
  return t("time_minutes", { n: Math.round(seconds / 60) });
}
