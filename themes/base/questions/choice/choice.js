// Single and multiple choice: rows with a native radio button or checkbox.

class ChoiceItem extends OptionItem {
  arrange(shuffle) {
    if (!("fixed" in this.dataset)) this.form.querySelector(".options").append(...shuffle(this.options));
  }

  read() {
    const chosen = this.inputs.filter((input) => input.checked).map((input) => input.value);
    return chosen.length ? chosen : null;
  }

  isRight(value) {
    return this.key.correct.includes(value);
  }
}

customElements.define("cw-choice", ChoiceItem);
