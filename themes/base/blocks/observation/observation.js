// An observation: a level for each criterion, and once all have one, how many reached which, without a judgement.

class Observation extends RaterForm {
  setUp() {
    super.setUp();
    this.key = unpack(this);
    this.result = this.querySelector(".result");
    this.levels = [...this.querySelectorAll(".point-head")].map((head) => head.textContent);
  }

  changed() {
    const ratings = ratingsIn(this);
    this.result.hidden = ratings.size < this.querySelectorAll(".rating").length;
    if (this.result.hidden) return;
    const title = h(`${tagBelow(this.querySelector(".block-title"))}.result-title`, t("observation_summary"));
    this.result.replaceChildren(title, this.#counts(ratings), ...this.#skills(ratings));
  }

  #counts(ratings) {
    const given = [...ratings.values()];
    const counts = this.levels.map((words, at) => h("div", h("dt", words), h("dd", String(given.filter((point) => point === String(this.key.points[at])).length))));
    return h("dl.level-counts", counts);
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
