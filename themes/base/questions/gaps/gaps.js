// Gaps: one-line fields inside the sentence.

class GapsItem extends Item {
  setUp() {
    this.inputs = [...this.form.querySelectorAll(".gap input")];
  }

  read() {
    const texts = this.inputs.map((input) => input.value);
    return texts.some((text) => text.trim()) ? texts : null;
  }

  write(response) {
    this.inputs.forEach((input, at) => (input.value = [response].flat()[at] ?? ""));
  }

  gap() {
    return gapOf(this.inputs, "fill_first", (input) => input.getAttribute("aria-label"));
  }

  mark(_, finished) {
    this.inputs.forEach((input, at) => {
      const gap = this.key.gaps[at];
      const percent = acceptedPercent(gap, input.value);
      const grade = percent === 100 ? "right" : percent > 0 ? "partly" : "wrong";
      const words = finished && percent < 100 ? t("gap_answer", { answer: gap.answer }) : t(`mark_${grade}`);
      input.parentElement.dataset.grade = grade;
      input.parentElement.append(markLabel(grade, words));
    });
  }

  unmark() {
    for (const input of this.inputs) clearMark(input.parentElement);
  }
}

customElements.define("cw-gaps", GapsItem);
