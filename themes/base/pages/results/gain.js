// How far each post-test is beyond its pre-test: a picture from before to after, and the numbers it is made of.

function gainSection() {
  const gains = quizResults().map((quiz) => ({ ...quiz, gain: gainOf(quiz) })).filter(({ gain }) => gain);
  return gains.length > 0 && resultsSection(t("gain_title"), gains.map(gainFigure), h("p.note", t("gain_note")));
}

function gainFigure({ chapter, block, gain }) {
  const { points, possible, items, up, down } = gain;
  const [before, after] = points.map((each) => shareOf(each, possible));
  const reached = (each) => t("points_percent", { n: decimalText(each), m: possible, percent: percentOf(each, possible) });
  const rows = [
    [[h("span.ring"), t("gain_before")], reached(points[0])],
    [[h("span.ring.full"), t("gain_after")], reached(points[1])],
    [t("gain_right"), up],
    [t("gain_wrong"), down],
    [t("gain_compared"), items],
  ];
  return h(
    "div.gain-figure",
    h("h3", h("a", { href: `#${chapter.id}/${block.anchor}` }, block.title)),
    gainPicture(gainWords(gain), before, after),
    h("p", gainWords(gain)),
    h("table.scores", h("tbody", rows.map(([name, value]) => h("tr", h("th", { scope: "row" }, name), h("td", value))))),
  );
}
