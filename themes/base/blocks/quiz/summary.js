// The end of a quiz: points, passed or not, what to look at once more, and the ways to do it again.

function quizSummary(quiz, state, { wrong, all, redo }) {
  const possible = sumOf(state.map(({ record }) => record), "possible");
  const earned = pointsIn(state.map(({ record }) => record));
  const first = pointsIn(state.map(({ item, record }) => course.record(`history:${pathIn(quiz.place, item.dataset.id)}`)?.first ?? record));
  const percent = percentOf(earned, possible);
  const pass = Number(quiz.dataset.pass);
  const weak = state.filter(({ record: { earned: [n, d] } }) => n !== d);
  const passed = percent >= pass;
  return h(
    "section.summary",
    { "aria-label": t("quiz_summary") },
    h(`${tagBelow(quiz.querySelector(".block-title"))}.summary-title`, { tabIndex: -1, dataset: { grade: passed ? "right" : "wrong" } }, spriteIcon(passed ? "check" : "info"), t(passed ? "quiz_passed" : "quiz_not_passed")),
    h("p.summary-points", h("b", t("quiz_points", { earned: decimalText(earned), possible })), t("quiz_percent", { n: percent, pass })),
    exactText(first) !== exactText(earned) && h("p.summary-first", t("quiz_first", { earned: decimalText(first), possible })),
    weak.length > 0 && h("div.weak", h("p.label", t("look_again")), h("ul", weak.map((entry) => h("li", itemLink(entry), " ", h("small", verdictWords(entry.record)))))),
    redoButtons(wrong, all, redo),
  );
}

function pointsIn(records) {
  return records.map(({ earned, possible }) => pointsOf(earned, possible)).reduce(addPoints, zeroPoints);
}

/** Two ways to do it again. Each asks here, in the page, before it empties answers. */
function redoButtons(wrong, all, redo) {
  const row = h("div.actions.redo");
  const show = (...parts) => {
    row.replaceChildren();
    fill(row, parts);
  };
  const ask = (words, entries) => button("button", () => confirm(entries), t(words));
  const offer = () => show(wrong.length > 0 && wrong.length < all.length && ask("redo_wrong", wrong), ask("redo_all", all));
  const confirm = (entries) => {
    const yes = button("button.primary", () => redo(entries), t("redo_yes"));
    const no = button("button", () => { offer(); row.firstElementChild.focus(); }, t("redo_no"));
    show(h("p.redo-question", { role: "alert" }, t("redo_question", { n: entries.length })), yes, no);
    yes.focus();
  };
  offer();
  return all.length > 0 && row;
}

function focusSummary(foot) {
  focusQuietly(foot.querySelector(".summary-title"));
  foot.scrollIntoView({ block: "nearest" });
}
