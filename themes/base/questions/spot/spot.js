// Marking words in a text: a native checkbox for each word that can be marked.

class SpotItem extends OptionItem {
  setUp() {
    this.options = [...this.form.querySelectorAll(".word")];
  }
}

customElements.define("cw-spot", SpotItem);
