// The end of a quiz: points, passed or not, what to look at once more, and the ways to do it again.

function quizSummary(quiz, state, { wrong, all, redo }) {
  const level = Math.min(Number(quiz.querySelector(".block-title").tagName[1]) + 1, 6);
  const possible = state.reduce((sum, { record }) => sum + record.possible, 0);
  const earned = pointsIn(state.map(({ record }) => record));
  const first = pointsIn(state.map(({ item, record }) => course.record(`history:${quiz.place}/${item.dataset.id}`)?.first ?? record));
  const percent = percentOf(earned, possible);
  const pass = Number(quiz.dataset.pass);
  const weak = state.filter(({ record: { earned: [n, d] } }) => n !== d);
  const grade = percent >= pass ? "right" : "wrong";
  return h(
    "section.summary",
    { "aria-label": t("quiz_summary") },
    h(`h${level}.summary-title`, { tabIndex: -1, dataset: { grade } }, spriteIcon(grade === "right" ? "check" : "info"), t(percent >= pass ? "quiz_passed" : "quiz_not_passed")),
    h("p.summary-points", h("b", t("quiz_points", { earned: decimalText(earned), possible })), t("quiz_percent", { n: percent, pass })),
    exactText(first) !== exactText(earned) && h("p.summary-first", t("quiz_first", { earned: decimalText(first), possible })),
    weak.length > 0 && h("div.weak", h("p.label", t("look_again")), h("ul", ...weak.map((entry) => h("li", itemLink(entry), " ", h("small", verdictWords(entry.record)))))),
    redoButtons(wrong, all, redo),
  );
}

function pointsIn(records) {
  return records.map(({ earned, possible }) => pointsOf(earned, possible)).reduce(addPoints, zeroPoints);
}

/** Two ways to do it again. Each asks here, in the page, before it empties answers. */
function redoButtons(wrong, all, redo) {
  if (!all.length) return null;
  const row = h("div.actions.redo");
  const offer = () => row.replaceChildren(...[wrong.length > 0 && wrong.length < all.length && ask("redo_wrong", wrong), ask("redo_all", all)].filter(Boolean));
  const ask = (words, entries) => button("button", () => confirm(entries), t(words));
  const confirm = (entries) => {
    const yes = button("button.primary", () => redo(entries), t("redo_yes"));
    const no = button("button", () => { offer(); row.querySelector("button").focus(); }, t("redo_no"));
    row.replaceChildren(h("p.redo-question", { role: "alert" }, t("redo_question", { n: entries.length })), yes, no);
    yes.focus();
  };
  offer();
  return row;
}

function focusSummary(foot) {
  foot.querySelector(".summary-title").focus({ preventScroll: true });
  foot.scrollIntoView({ block: "nearest" });
}
