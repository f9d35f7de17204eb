// Single and multiple choice: rows with a native radio button or checkbox.

class ChoiceItem extends Item {
  setUp() {
    this.options = [...this.form.querySelectorAll(".option")];
  }

  arrange(shuffle) {
    if (!("fixed" in this.dataset)) this.form.querySelector(".options").append(...shuffle(this.options));
  }

  read() {
    const chosen = this.options.map(inputOf).filter((input) => input.checked);
    return chosen.length ? chosen.map((input) => input.value) : null;
  }

  write(response) {
    for (const input of this.options.map(inputOf)) input.checked = [response].flat().includes(input.value);
  }

  gap() {
    if (this.read()) return null;
    return { words: t("choose_first"), control: this.form.querySelector(".option input") };
  }

  mark(_, finished) {
    for (const option of this.options) {
      const { checked, value } = inputOf(option);
      const right = this.key.correct.includes(value);
      if (checked) markOption(option, right ? "right" : "wrong", right ? t("chosen_right") : t("chosen_wrong"), this.key.options[value].feedback);
      else if (finished && right) markOption(option, "missed", t("not_chosen_right"), this.key.options[value].feedback);
    }
  }

  unmark() {
    this.options.forEach(unmarkOption);
  }
}

customElements.define("cw-choice", ChoiceItem);
