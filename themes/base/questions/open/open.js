// Open answer: kept as written, then held against the model answer and rated by the learner. It is never scored.

class OpenItem extends LineItem {
  setUp() {
    this.input = this.form.querySelector("textarea");
  }

  /** What was written is never emptied. */
  retry() {
    super.retry();
  }

  afterwards() {
    return this.quiz.atEnd ? [] : [button("button", () => this.retry(), t("open_edit"))];
  }

  reveal() {
    const { models, rubric } = this.key;
    return [
      h("div.explanation", h("p.label", t("right_answer")), models.map((model) => h("p", fragment(model)))),
      rubric.length > 0 && this.#rubric(rubric),
    ];
  }

  /** Lines to tick; what was ticked is kept as a field of the quiz. */
  #rubric(rubric) {
    const id = `field:${this.place}/rating`;
    const ticked = new Set(this.quiz.recall(id) ?? []);
    const sum = h("p.outcome-facts");
    const show = () => {
      const [n, m] = [rubric.filter(([text]) => ticked.has(text)), rubric].map((lines) => lines.reduce((total, [, points]) => total + points, 0));
      sum.textContent = t("open_rated", { n, m });
    };
    const line = ([text, points]) => {
      const input = h("input", { type: "checkbox", checked: ticked.has(text) });
      input.addEventListener("input", (event) => {
        event.stopPropagation(); // it is no part of the answer
        ticked[input.checked ? "add" : "delete"](text);
        this.quiz.keep(id, [...ticked]);
        show();
      });
      return h("li", h("label", input, h("span", text, h("small", t("open_points", { n: points })))));
    };
    show();
    return h("div.rubric", h("p.label", t("open_rate")), h("ul", rubric.map(line)), sum);
  }
}

customElements.define("cw-open", OpenItem);
