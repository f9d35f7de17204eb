// What the items say of each objective, or of each skill: points now and at the first attempt.

function tallyRows(tag) {
  return firstOfMany(tallies(tag), ({ possible }) => possible > 0).map(tallyRow);
}

function tallyRow({ name, words, items, answered, earned, first, possible }) {
  const label = [words, h("small", [words !== name && name, items > 0 && t("answered_of", { n: answered, m: items })].filter(Boolean).join(t("fact_separator")))];
  if (!possible) return h("tr", h("th", { scope: "row" }, label), h("td", { colSpan: 2 }, t("no_evidence")));
  const image = barPicture(`${percentOf(earned, possible)}%`, shareOf(earned, possible), shareOf(first, possible));
  return chartRow(label, image, ofPoints(earned, possible), ofPoints(first, possible));
}
