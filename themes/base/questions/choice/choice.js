// Single and multiple choice: rows with a native radio button or checkbox.

class ChoiceItem extends OptionItem {
  arrange(shuffle) {
    if (!("fixed" in this.dataset)) this.form.querySelector(".options").append(...shuffle(this.options));
  }
}

customElements.define("cw-choice", ChoiceItem);
