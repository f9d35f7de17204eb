// The page "results": points, what each kind of block has to tell, and what the learner can do with it all.

const reports = new Map(); // kind → from its blocks in the course to sections of the page

/** A kind's script says how the kind is told on the page; `report` gets entries {block, chapter, path}. */
function reportKind(kind, report) {
  reports.set(kind, report);
}

atStart(() => {
  const page = document.querySelector(".results");
  const parts = page.querySelector(".results-parts");
  const name = page.querySelector("#learner-name");
  name.addEventListener("input", () => course.store.put([["learner:name", name.value]]));
  const show = () => {
    saveAllNow(); // what was typed a moment ago belongs here too
    if (document.activeElement !== name) name.value = course.record("learner:name") ?? "";
    if (shown === page) parts.replaceChildren(quizSection(), ...[...reports].flatMap(([kind, report]) => reportOf(kind, report)));
  };
  listen("course:shown", show);
  listen("course:restored", show);
});

function reportOf(kind, report) {
  const entries = allBlocks(kind);
  return entries.length ? report(entries) : [];
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
  if (result.baseline) return h("td", h("small.gain", t("pretest_apart", { n: percentOf(result.earned, result.possible) })));
  if (!result.passed && result.answered < result.items) return h("td", t("pass_from", { n: result.passMark }));
  if (result.possible === 0) return h("td", t(result.answered < result.items ? "state_going" : "state_done"));
  const words = t(result.passed ? "passed" : "not_passed", { n: percentOf(result.earned, result.possible) });
  const gain = gainOf(result);
  return h("td", h("span.pass", { dataset: { pass: result.passed ? "yes" : "no" } }, words), gain && h("small.gain", gainWords(gain)));
}

function resultsSection(title, ...content) {
  return h("section.results-section", h("h2", title), ...content);
}
