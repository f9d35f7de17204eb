// The clock of a turn, for learners who switched it on. It rests while the page is not seen, warns at half time and twenty
// seconds before the end, and as much time again is one button away, as often as wanted (WCAG 2.2.1).

class TurnTimer {
  static WARNING = 20;
  #ticking = 0;
  #warned = false;
  #halfway = false;

  constructor(seconds, onEnd) {
    this.seconds = this.left = seconds;
    this.onEnd = onEnd;
    this.clock = h("span", { class: "time-left" });
    this.bar = h("progress", { max: seconds, "aria-hidden": "true" });
    this.said = h("p", { class: "time-said", role: "status" });
    this.more = h("button", { type: "button", class: "button more-time", onclick: () => this.extend() }, t("play_more_time", { n: seconds }));
    this.element = h("div", { class: "turn-timer" }, h("p", { role: "timer", "aria-live": "off" }, this.clock), this.bar, this.more, this.said);
    this.#show();
  }

  start() {
    this.#ticking = setInterval(() => document.visibilityState === "visible" && this.#tick(), 1000);
  }

  stop() {
    clearInterval(this.#ticking);
  }

  extend() {
    this.left += this.seconds;
    this.#warned = false;
    this.bar.max = Math.max(this.bar.max, this.left);
    this.said.textContent = t("play_time_added", { n: this.left });
    this.#show();
  }

  #tick() {
    if (!this.element.isConnected) return this.stop();
    this.left -= 1;
    this.#show();
    this.#warn();
    if (this.left > 0) return;
    this.stop();
    this.onEnd();
  }

  #warn() {
    if (this.left <= TurnTimer.WARNING && !this.#warned) {
      this.#warned = true;
      this.said.textContent = t("play_time_warning", { n: this.left });
    } else if (this.left <= this.seconds / 2 && !this.#halfway && this.left > TurnTimer.WARNING) {
      this.#halfway = true;
      this.said.textContent = t("play_time_half", { n: this.left });
    }
  }

  #show() {
    this.clock.textContent = t("play_time_left", { n: this.left });
    this.bar.value = Math.max(0, this.left);
    this.element.dataset.soon = this.left <= TurnTimer.WARNING ? "yes" : "no";
  }
}
