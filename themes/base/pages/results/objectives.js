// What the items say of each objective, and of each skill: points at the first attempt and now.

/** A section for "objectives" or "skills"; nothing where the course names none. */
function tallySection(tag) {
  const all = tallies(tag);
  const table = (some) => chartTable([t(tag === "skills" ? "col_skill" : "col_objective"), t("col_now"), t("col_first")], [some.map(tallyRow)]);
  return all.length > 0 && resultsSection(t(`results_${tag}`), h("p.note", t("tally_note")), folded(all, table));
}

function tallyRow({ name, words, items, answered, earned, first, possible }) {
  const label = [words, h("small", [words !== name && name, items > 0 && t("answered_of", { n: answered, m: items })].filter(Boolean).join(t("fact_separator")))];
  if (!possible) return h("tr", h("th", { scope: "row" }, label), h("td", { colSpan: 2 }, t("no_evidence")));
  const image = barPicture(`${percentOf(earned, possible)}%${t("fact_separator")}${t("first_share", { n: percentOf(first, possible) })}`, shareOf(earned, possible), shareOf(first, possible));
  return chartRow(label, image, ofPoints(earned, possible), ofPoints(first, possible));
}
