// The page "results": where the learner stands, what to do next, then what each part of the course has to tell.

const REPORTED = ["roleplay", "selfcheck", "reflection", "survey", "observation", "cards", "worksheet"]; // in this order
const reports = new Map(REPORTED.map((kind) => [kind, null]));

/** A kind's script says how the kind is told on the page; `report` gets entries {block, chapter, path}. */
function reportKind(kind, report) {
  reports.set(kind, report);
}

atStart(() => {
  const page = document.querySelector(".results");
  const show = () => {
    saveAllNow(); // what was typed a moment ago belongs here too
    if (shown === page) tellResults(page);
  };
  listen("course:shown", show);
  listen("course:restored", show);
  listen("course:field", ({ id }) => id === "certificate" && show());
  window.addEventListener("beforeprint", () => preparePaper(page));
});

function tellResults(page) {
  const [empty, body, kinds] = ["empty", "body", "kinds"].map((part) => page.querySelector(`.results-${part}`));
  const begun = hasWork() || course.data.chapters.map(chapterProgress).some(({ state }) => state !== "new");
  [empty.hidden, body.hidden] = [begun, !begun];
  showStanding(page);
  showReview(page);
  showPart("chapters", chapterGroups());
  showPart("objectives", tallyRows("objectives"));
  showPart("gain", gainRows());
  showPart("skills", tallyRows("skills"));
  showPart("profile", profileRows());
  kinds.replaceChildren(...[...reports].flatMap(([kind, report]) => (report && reportOf(kind, report)) || []));
}

function reportOf(kind, report) {
  const entries = allBlocks(kind);
  return entries.length > 0 && report(entries);
}

function resultsSection(title, ...content) {
  return h("section.results-section", h("h2", title), content);
}

/** On paper everything is unfolded, and stands under a name and a date. */
function preparePaper(page) {
  const date = new Date().toLocaleDateString(locale, { dateStyle: "long" });
  page.querySelector(".paper-facts").textContent = `${course.record("learner:name") ?? ""} ${date}`;
  for (const fold of page.querySelectorAll(".results-section > details")) fold.open = true;
}
