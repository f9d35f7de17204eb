// A question that one line of text answers.

class LineItem extends Item {
  setUp() {
    this.input = this.form.querySelector(".answer-line input");
  }

  read() {
    return this.input.value.trim() ? this.input.value : null;
  }

  write(response) {
    this.input.value = response ?? "";
  }

  gap() {
    return this.read() === null ? { words: t("write_first"), control: this.input } : null;
  }

  solution() {
    return h("p.solution", h("b", t("right_answer")), this.key.answer);
  }
}
