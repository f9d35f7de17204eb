// The page "results": where the learner stands, what to do next, then what each part of the course has to tell.

const reports = new Map(); // kind → from its blocks in the course to sections of the page
const IN_ORDER = ["roleplay", "selfcheck", "reflection", "survey", "observation"]; // of the rest each as its script comes

/** A kind's script says how the kind is told on the page; `report` gets entries {block, chapter, path}. */
function reportKind(kind, report) {
  reports.set(kind, report);
}

atStart(() => {
  const page = document.querySelector(".results");
  const [parts, paper] = [".results-parts", ".paper-facts"].map((part) => page.querySelector(part));
  const name = page.querySelector("#learner-name");
  name.addEventListener("input", () => course.store.put([["learner:name", name.value]]));
  const show = () => {
    saveAllNow(); // what was typed a moment ago belongs here too
    if (document.activeElement !== name) name.value = course.record("learner:name") ?? "";
    if (shown === page) parts.replaceChildren(...allSections());
  };
  listen("course:shown", show);
  listen("course:restored", show);
  window.addEventListener("beforeprint", () => preparePaper(page, paper, name.value));
});

function allSections() {
  if (!hasBegun()) return [emptySection()];
  const rest = [...reports.keys()].filter((kind) => !IN_ORDER.includes(kind));
  return [
    standingSection(),
    reviewSection(),
    chapterSection(),
    tallySection("objectives"),
    gainSection(),
    tallySection("skills"),
    skillSection(),
    [...IN_ORDER, ...rest].map(reportOf),
  ].flat(Infinity).filter(Boolean);
}

function reportOf(kind) {
  const entries = allBlocks(kind);
  return entries.length > 0 && reports.get(kind)(entries);
}

function resultsSection(title, ...content) {
  return h("section.results-section", h("h2", title), content);
}

/** On paper everything is unfolded, and stands under a name and a date. */
function preparePaper(page, facts, name) {
  const date = new Date().toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
  facts.replaceChildren(h("b", name), " ", date);
  for (const fold of page.querySelectorAll(".results-section > details")) fold.open = true;
}
