// An observation: a level for each criterion, and once all have one, how many reached which, without a judgement.

class Observation extends RaterForm {
  setUp() {
    super.setUp();
    this.key = unpack(this);
    this.result = this.querySelector(".result");
  }

  changed() {
    const ratings = ratingsIn(this);
    this.result.hidden = ratings.size < this.querySelectorAll(".rating").length;
    if (this.result.hidden) return;
    this.result.querySelectorAll("dd").forEach((count, at) => {
      count.textContent = [...ratings.values()].filter((point) => point === String(this.key.points[at])).length;
    });
    this.result.replaceChildren(...[...this.result.children].slice(0, 2), ...this.#skills(ratings));
  }

  #skills(ratings) {
    const { points, skills } = this.key;
    const rows = Object.entries(skills).map(([name, ids]) => {
      const levels = ids.map((id) => BigInt(ratings.get(id)));
      return { name, mean: lowestTerms(levels.reduce((sum, level) => sum + level), BigInt(levels.length)) };
    });
    return rows.length ? [meansTable(t("observation_by_skill"), "play_skill", rows, points)] : [];
  }
}

customElements.define("cw-observation", Observation);

reportKind("observation", (entries) => [resultsSection(t("results_observations"), h("ul", entries.map(formLine)))]);
