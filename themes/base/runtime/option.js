// A question that is answered by choosing rows: native controls, and what is said of each row after the check.

class OptionItem extends Item {
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
      const partly = !right && this.key.weights?.[value] > 0;
      if (checked) this.markOption(option, right ? "right" : partly ? "partly" : "wrong", t(right ? "chosen_right" : partly ? "mark_partly" : "chosen_wrong"));
      else if (finished && right) this.markOption(option, "missed", t("not_chosen_right"));
    }
  }

  /** Marks a row in words, with the author's feedback below it. */
  markOption(option, grade, words) {
    option.dataset.grade = grade;
    option.querySelector("label").append(markLabel(grade, words));
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
