// Emotion recognition: one row is chosen, then every row tells what share of the panel chose it. None of them is wrong.

class EmotionItem extends OptionItem {
  oneTry = true;

  arrange(shuffle) {
    this.form.querySelector(".options").append(...shuffle(this.options));
  }

  mark() {
    for (const option of this.options) {
      const share = this.key.shares[inputOf(option).value];
      option.querySelector("label").append(h("span.mark", h("progress", { max: 100, value: share, "aria-hidden": "true" }), t("panel_share", { n: share })));
      this.tell(option);
    }
  }

  reveal() {
    return panelNote(this.key);
  }
}

customElements.define("cw-emotion", EmotionItem);
