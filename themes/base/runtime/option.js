// A question that is answered by choosing rows: native controls, and what is said of each row after the check.

class OptionItem extends Item {
  said = { right: "chosen_right", partly: "mark_partly", wrong: "chosen_wrong", missed: "not_chosen_right" };

  setUp() {
    this.options = [...this.form.querySelectorAll(".option")];
  }

  get inputs() {
    return this.options.map(inputOf);
  }

  read() {
    const chosen = this.inputs.filter((input) => input.checked).map((input) => input.value);
    return chosen.length ? chosen : null;
  }

  isRight(value) {
    return this.key.correct.includes(value);
  }

  write(response) {
    for (const input of this.inputs) input.checked = [response].flat().map(String).includes(input.value);
  }

  gap() {
    return this.read() === null ? { words: t("choose_first"), control: this.form.querySelector("fieldset input") } : null;
  }

  mark(_, finished) {
    for (const option of this.options) {
      const { checked, value } = inputOf(option);
      const right = this.isRight(value);
      const credit = right ? "right" : this.key.weights?.[value] > 0 ? "partly" : "wrong";
      if (checked) this.markOption(option, credit);
      else if (finished && right) this.markOption(option, "missed");
    }
  }

  /** Marks a row in words, with the author's feedback below it. */
  markOption(option, grade) {
    option.dataset.grade = grade;
    option.querySelector("label").append(markLabel(grade, t(this.said[grade])));
    this.tell(option);
  }

  tell(option) {
    const input = inputOf(option);
    const feedback = this.key.options?.[input.value].feedback;
    const id = `${this.place}/${input.value}/feedback`;
    if (!feedback) return;
    option.append(h("div.feedback", { id }, fragment(feedback)));
    input.setAttribute("aria-describedby", id);
  }

  unmark() {
    for (const option of this.options) {
      clearMark(option);
      option.querySelector(".feedback")?.remove();
      inputOf(option).removeAttribute("aria-describedby");
    }
  }
}

function inputOf(option) {
  return option.querySelector("input");
}
