// Number: a line that must hold a number. It is no number field, which would throw full-width digits away.

class NumericItem extends LineItem {
  gap() {
    const typed = this.read();
    if (typed !== null && !readNumber(typed, this.key.units)) return { words: t("number_first", { typed: typed.trim() }), control: this.input };
    return super.gap();
  }
}

customElements.define("cw-numeric", NumericItem);
