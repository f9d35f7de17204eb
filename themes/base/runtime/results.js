// The page "results": points, role-plays, worksheets, and what the learner can do with them.

function wireResults() {
  const page = document.querySelector(".results");
  const parts = page.querySelector(".results-parts");
  const name = page.querySelector("#learner-name");
  name.addEventListener("input", () => course.store.put([["learner:name", name.value]]));
  const show = () => {
    if (document.activeElement !== name) name.value = course.record("learner:name") ?? "";
    if (shown === page) parts.replaceChildren(quizSection(), ...roleplaySections(), worksheetSection());
  };
  listen("course:shown", show);
  listen("course:restored", show);
}

function quizSection() {
  const results = quizResults();
  if (!results.length) return h("p", t("no_quizzes"));
  const total = totalOf(results);
  const head = ["quiz", "answered", "points", "result"].map((column) => h("th", { scope: "col" }, t(`col_${column}`)));
  return resultsSection(
    t("results_quizzes"),
    h(
      "table.scores",
      h("thead", h("tr", head)),
      h("tbody", results.map(quizRow)),
      h("tfoot", h("tr", h("th", { scope: "row" }, t("total")), h("td"), pointsCell(total), h("td", `${percentOf(total.earned, total.possible)}%`))),
    ),
  );
}

function quizRow(result) {
  const title = h("th", { scope: "row" }, h("a", { href: `#${result.chapter.id}/${result.block.anchor}` }, result.block.title), h("small", result.chapter.title));
  return h("tr", title, h("td", t("n_of_m", { n: result.answered, m: result.items })), pointsCell(result), passCell(result));
}

function pointsCell({ earned, possible }) {
  return h("td", t("n_of_m", { n: decimalText(earned), m: possible }));
}

/** Nobody has failed a quiz that is not finished: until then only what would pass is said. */
function passCell(result) {
  if (!result.passed && result.answered < result.items) return h("td", t("pass_from", { n: result.passMark }));
  const words = t(result.passed ? "passed" : "not_passed", { n: percentOf(result.earned, result.possible) });
  return h("td", h("span.pass", { dataset: { pass: result.passed ? "yes" : "no" } }, words));
}

function roleplaySections() {
  return allBlocks("roleplay").map(({ block, chapter, path }) => {
    const plays = endedPlays(path);
    const link = h("p", h("a", { href: `#${chapter.id}/${block.anchor}` }, t(plays.length ? "play_again" : "play_first")));
    return resultsSection(t("results_roleplay", { title: block.title }), ...(plays.length ? playReport(plays) : [h("p", t("not_played"))]), link);
  });
}

function playReport(plays) {
  const last = plays.at(-1);
  const skills = Object.entries(last.skills).filter(([, [, available]]) => available > 0);
  return [
    h("p", t("last_ending", { ending: last.ending, n: plays.length }), " ", last.grade && h("b.grade", t("grade", { grade: last.grade }))),
    skills.length > 0 && h("ul.skills", ...skills.map(skillLine)),
  ];
}

function skillLine([name, [won, available]]) {
  const words = t("skill_points", { n: won, m: available });
  return h("li", h("span", name), h("meter", { min: 0, max: available, value: Math.max(0, won), "aria-label": name }), h("span", words));
}

function worksheetSection() {
  const sheets = allBlocks("worksheet");
  if (!sheets.length) return "";
  const lines = sheets.map(({ block, chapter, path }) =>
    h("li", h("a", { href: `#${chapter.id}/${block.anchor}` }, block.title), " ", t("fields_filled", { n: filledFields(path).length })),
  );
  return resultsSection(t("results_worksheets"), h("ul", ...lines));
}

function resultsSection(title, ...content) {
  return h("section.results-section", h("h2", title), ...content);
}
