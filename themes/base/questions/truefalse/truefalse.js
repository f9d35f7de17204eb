// True or false: two rows. A wrong answer gives the right one away, so it is never tried again by itself.

class TrueFalseItem extends OptionItem {
  oneTry = true;

  read() {
    const chosen = this.inputs.find((input) => input.checked);
    return chosen ? chosen.value === "true" : null;
  }

  isRight(value) {
    return value === String(this.key.answer);
  }
}

customElements.define("cw-truefalse", TrueFalseItem);
