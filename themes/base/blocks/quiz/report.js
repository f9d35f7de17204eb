// The page "results": what the answered items of all quizzes say of each objective and skill.

reportKind("quiz", (entries) => {
  const counted = entries.filter(({ block }) => block.word !== "pretest").flatMap(({ block, path }) => countedItems(path, block).map((item) => ({ item, answer: currentAnswer(path, item) })));
  const answered = counted.filter(({ answer }) => answer);
  const sections = ["objectives", "skills"].map((tag) => tally(tag, answered));
  return sections.filter(Boolean);
});

function tally(tag, answered) {
  const names = [...new Set(answered.flatMap(({ item }) => item[tag] ?? []))].sort();
  const rows = names.map((name) => {
    const entries = answered.filter(({ item }) => item[tag]?.includes(name));
    const earned = entries.map(({ item, answer }) => pointsOf(answer.earned, item.points)).reduce(addPoints, zeroPoints);
    const words = course.data.objectives?.[name];
    return h("tr", h("th", { scope: "row" }, words ?? name, words && h("small", name)), pointsCell({ earned, possible: sumOf(entries.map(({ item }) => item), "points") }));
  });
  const head = [tag === "skills" ? "skill" : "objective", "points"].map((column) => h("th", { scope: "col" }, t(`col_${column}`)));
  return rows.length > 0 && resultsSection(t(`results_${tag}`), h("p.note", t("tally_note")), h("table.scores", h("thead", h("tr", head)), h("tbody", rows)));
}
