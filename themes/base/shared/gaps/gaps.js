// A question with controls inside a sentence. A kind says what the value of each is worth, in per cent, and its answer.

class GapItem extends Item {
  gapWords = "fill_first";

  setUp() {
    this.gaps = [...this.form.querySelectorAll(".gap :is(input, select)")];
  }

  read() {
    const values = this.gaps.map((gap) => gap.value);
    return values.some((value) => value.trim()) ? values : null;
  }

  write(response) {
    this.gaps.forEach((gap, at) => (gap.value = [response].flat()[at] ?? ""));
  }

  gap() {
    return gapOf(this.gaps, this.gapWords, (gap) => gap.getAttribute("aria-label"));
  }

  mark(_, finished) {
    this.gaps.forEach((gap, at) => {
      const percent = this.worth(gap, at);
      const grade = percent === 100 ? "right" : percent > 0 ? "partly" : "wrong";
      const words = finished && percent < 100 ? t("gap_answer", { answer: this.answer(gap, at) }) : t(`mark_${grade}`);
      gap.parentElement.dataset.grade = grade;
      gap.parentElement.append(markLabel(grade, words));
    });
  }

  unmark() {
    for (const gap of this.gaps) clearMark(gap.parentElement);
  }
}
