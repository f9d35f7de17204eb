// A self-check: statements to rate, and as soon as all are rated or the learner asks, what they come to.

class SelfCheck extends FieldBlock {
  setUp() {
    this.key = unpack(this);
    this.result = this.querySelector(".result");
    this.button = this.querySelector(".show-result");
    this.button.onclick = () => this.#ask();
    this.anew = this.querySelector(".anew");
    this.anew.onclick = () => this.#anew();
  }

  #ask() {
    this.asked = true;
    this.changed();
    focusQuietly(this.result.firstElementChild);
    this.result.scrollIntoView({ block: "nearest" });
  }

  /** Another sitting: the first one and the one just done are kept, and the statements are empty again. */
  #anew() {
    this.saving.now();
    const given = Object.fromEntries(ratingsIn(this));
    if (!course.record(this.recordOf("@first"))) keepField(this.recordOf("@first"), given);
    keepField(this.recordOf("@last"), given);
    announce("course:forget", { ids: Object.keys(given).map((id) => this.recordOf(id)) });
    this.asked = false;
    this.restore();
    focusQuietly(this.querySelector(".point input"));
    this.scrollIntoView({ block: "start" });
  }

  /** The ratings of an earlier sitting. */
  #kept(name) {
    return new Map(Object.entries(course.record(this.recordOf(name)) ?? {}));
  }

  changed() {
    const ratings = ratingsIn(this);
    const total = Object.keys(this.key.statements).length;
    const whole = ratings.size === total;
    this.querySelector(".answered").textContent = t("selfcheck_answered", { n: ratings.size, total });
    this.button.hidden = whole || this.asked === true;
    this.result.hidden = !whole && !this.asked;
    this.anew.hidden = !whole;
    this.result.replaceChildren(this.result.firstElementChild, ...this.report());
  }

  /** The means and the author's advice for them; nothing while no mean can be told. */
  report() {
    const { points, dimensions, bands } = this.key;
    const [now, first] = [ratingsIn(this), scaleMeans(this.key, this.#kept("@first"))];
    const shown = ({ dimension }) => dimension !== "" || dimensions.length !== 1 || bands.some((band) => band.dimension === "");
    const rows = scaleMeans(this.key, now.size ? now : this.#kept("@last")).map((row, at) => ({ ...row, first: first[at].mean, name: row.dimension || t("scale_overall") })).filter(shown);
    const advice = rows.flatMap(({ dimension, name, mean }) => bands.filter((band) => mean && band.dimension === dimension && bandApplies(band.tests, mean)).map((band) => h("li", h("b", name), h("p", fragment(band.advice)))));
    const past = first.some(({ mean }) => mean) ? ` ${t("selfcheck_past")}` : "";
    return [meansTable(t("selfcheck_note") + past, "scale_dimension", rows, points), advice.length > 0 && h("ul.advice", { "aria-label": t("selfcheck_advice") }, advice)].filter(Boolean);
  }
}

customElements.define("cw-selfcheck", SelfCheck);

reportKind("selfcheck", (entries) => entries.map((entry) => {
  const element = [...document.querySelectorAll("cw-selfcheck")].find(({ place }) => place === entry.path);
  element.begin();
  const filled = filledFields(entry.path).length > 0;
  const link = h("p", entryLink(entry, t(filled ? "selfcheck_again" : "selfcheck_first")));
  return resultsSection(t("results_selfcheck", { title: entry.block.title }), ...(filled ? element.report() : []), link);
}));
