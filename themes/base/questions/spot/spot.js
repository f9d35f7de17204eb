// Marking words in a text: a native checkbox for each word that can be marked.

class SpotItem extends OptionItem {
  said = { right: "mark_right", wrong: "mark_wrong", missed: "mark_missed" };

  setUp() {
    this.options = [...this.form.querySelectorAll(".word")];
  }
}

customElements.define("cw-spot", SpotItem);
