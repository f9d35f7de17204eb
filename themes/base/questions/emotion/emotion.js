// Emotion recognition: one row is chosen, then every row tells what share of the panel chose it. None of them is wrong.

class EmotionItem extends OptionItem {
  oneTry = true;

  setUp() {
    super.setUp();
    this.wheel = h("div.wheel", { "aria-hidden": "true" });
    this.form.querySelector(".options").after(this.wheel);
    this.form.addEventListener("change", () => this.#draw());
  }

  arrange(shuffle) {
    this.shown = shuffle(this.options);
    this.form.querySelector(".options").append(...this.shown);
    this.#draw();
  }

  write(response) {
    super.write(response);
    this.#draw();
  }

  mark() {
    for (const option of this.options) {
      const share = this.key.shares[inputOf(option).value];
      option.querySelector("label").append(h("span.mark", h("progress", { max: 100, value: share, "aria-hidden": "true" }), t("panel_share", { n: share })));
      this.tell(option);
    }
    this.#draw(this.key.shares);
  }

  unmark() {
    super.unmark();
    this.#draw();
  }

  reveal() {
    return panelNote(this.key);
  }

  /** The rows as a wheel, by their numbers: the chosen one stands out; later each is as long as its share of the panel. */
  #draw(shares) {
    const options = this.shown ?? this.options;
    const turn = (2 * Math.PI) / options.length;
    const at = (angle, radius) => `${(radius * Math.sin(angle)).toFixed(1)} ${(-radius * Math.cos(angle)).toFixed(1)}`;
    const slices = options.map((option, index) => {
      const { checked, value } = inputOf(option);
      const radius = shares ? 8 + (42 * shares[value]) / Math.max(...Object.values(shares)) : checked ? 50 : 40;
      return `<path${checked ? ' class="chosen"' : ""} d="M0 0L${at(index * turn, radius)}A${radius} ${radius} 0 0 1 ${at((index + 1) * turn, radius)}z"/><text transform="translate(${at((index + 0.5) * turn, 58)})">${index + 1}</text>`;
    });
    this.wheel.replaceChildren(fragment(`<svg viewBox="-66 -66 132 132">${slices.join("")}</svg>`));
  }
}

customElements.define("cw-emotion", EmotionItem);
