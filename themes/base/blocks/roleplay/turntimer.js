// The clock of a turn, for learners who switched it on. It rests while the page is not seen, warns at half time and twenty
// seconds before the end, and as much time again is one button away, as often as wanted (WCAG 2.2.1).

const TIME_WARNING = 20;

class TurnTimer {
  constructor(seconds, onEnd) {
    this.seconds = this.left = seconds;
    this.onEnd = onEnd;
    this.clock = h("span.time-left");
    this.bar = h("progress", { max: seconds, "aria-hidden": "true" });
    this.said = h("p.time-said", { role: "status" });
    const more = button("button.more-time", () => this.extend(), t("play_more_time", { n: seconds }));
    this.element = h("div.turn-timer", h("p", { role: "timer", "aria-live": "off" }, this.clock), this.bar, more, this.said);
    this.#show();
    this.ticking = setInterval(() => document.visibilityState === "visible" && this.#tick(), 1000);
  }

  stop() {
    clearInterval(this.ticking);
  }

  extend() {
    this.left += this.seconds;
    this.bar.max = Math.max(this.bar.max, this.left);
    this.#say("play_time_added");
    this.#show();
  }

  #tick() {
    this.left -= 1;
    this.#show();
    if (this.left === Math.min(TIME_WARNING, this.seconds - 1)) this.#say("play_time_warning");
    else if (this.left === Math.floor(this.seconds / 2) && this.left > TIME_WARNING) this.#say("play_time_half");
    if (this.left > 0) return;
    this.stop();
    this.onEnd();
  }

  #say(key) {
    this.said.textContent = t(key, { n: this.left });
  }

  #show() {
    this.clock.textContent = t("play_time_left", { n: this.left });
    this.bar.value = this.left;
    this.element.dataset.soon = this.left <= TIME_WARNING ? "yes" : "no";
  }
}
