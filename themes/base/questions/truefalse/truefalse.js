// True or false: two rows. A wrong answer gives the right one away, so it is never tried again by itself.

class TrueFalseItem extends Item {
  oneTry = true;

  setUp() {
    this.options = [...this.form.querySelectorAll(".option")];
  }

  read() {
    const chosen = this.options.map(inputOf).find((input) => input.checked);
    return chosen ? chosen.value === "true" : null;
  }

  write(response) {
    for (const input of this.options.map(inputOf)) input.checked = input.value === String(response);
  }

  gap() {
    if (this.read() !== null) return null;
    return { words: t("choose_first"), control: inputOf(this.options[0]) };
  }

  mark() {
    for (const option of this.options) {
      const { checked, value } = inputOf(option);
      const right = value === String(this.key.answer);
      if (checked) markOption(option, right ? "right" : "wrong", right ? t("chosen_right") : t("chosen_wrong"));
      else if (right) markOption(option, "missed", t("not_chosen_right"));
    }
  }

  unmark() {
    this.options.forEach(unmarkOption);
  }
}

customElements.define("cw-truefalse", TrueFalseItem);
