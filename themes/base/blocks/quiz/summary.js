// The end of a quiz: points, passed or not, what to look at once more, and the ways to do it again.

function quizSummary(quiz, state, { wrong, all, redo }) {
  const records = state.map(({ record }) => record);
  const possible = sumOf(records, "possible");
  const earned = pointsIn(records);
  const first = pointsIn(state.map(({ item, record }) => course.record(`history:${pathIn(quiz.place, item.dataset.id)}`)?.first ?? record));
  const percent = percentOf(earned, possible);
  const pass = Number(quiz.dataset.pass);
  const weak = quiz.conceals ? [] : state.filter(({ record }) => isWeak(record));
  const baseline = quiz.dataset.word === "pretest";
  const passed = baseline || possible === 0 || percent >= pass; // open answers have no points
  const title = possible === 0 ? "state_done" : baseline ? "pretest_done" : passed ? "quiz_passed" : "quiz_not_passed";
  return h(
    "section.summary",
    { "aria-label": t("quiz_summary") },
    h(`${tagBelow(quiz.querySelector(".block-title"))}.summary-title`, { tabIndex: -1, dataset: { grade: passed ? "right" : "wrong" } }, spriteIcon(passed ? "check" : "info"), t(title)),
    quiz.run.now?.ended === "time" && h("p", t("time_up")),
    possible > 0 && h("p.summary-points", h("b", t("quiz_points", { earned: decimalText(earned), possible })), t(baseline ? "quiz_score" : "quiz_percent", { n: percent, pass })),
    exactText(first) !== exactText(earned) && h("p.summary-first", t("quiz_first", { earned: decimalText(first), possible })),
    quiz.conceals && h("p", t(baseline ? "pretest_why" : "score_only_why")),
    gainBox(quiz.place),
    calibration(state),
    weak.length > 0 && h("div.weak", h("p.label", t("look_again")), h("ul", weak.map((entry) => h("li", itemLink(entry), " ", h("small", verdictWords(entry.record)))))),
    redoButtons(wrong, all, redo),
  );
}

function pointsIn(records) {
  return sumPoints(records.map(({ earned, possible }) => pointsOf(earned, possible)));
}

/** Two ways to do it again. Each asks here, in the page, before it empties answers. */
function redoButtons(wrong, all, redo) {
  const row = h("div.actions");
  const way = (words, entries) => {
    const yes = button("button.primary", () => redo(entries), t("redo_yes"));
    const ask = button("button", () => askFirst(ask, row, t("redo_question", { n: entries.length }), yes, t("redo_no")), t(words));
    return ask;
  };
  return all.length > 0 && fill(row, wrong.length > 0 && wrong.length < all.length && way("redo_wrong", wrong), way("redo_all", all));
}

function focusSummary(foot) {
  focusQuietly(foot.querySelector(".summary-title"));
  foot.scrollIntoView({ block: "nearest" });
}

/** How sure the learner was beside how often rightly so. It is for the learner: no points hang on it. */
function calibration(state) {
  const rows = ["high", "mid", "low"].map((level) => {
    const rated = state.filter(({ record }) => record.confidence === level);
    return rated.length > 0 && h("li", t("sure_row", { level: t(`sure_${level}`), n: rated.length, right: rated.filter(({ record }) => isWholly(record)).length }));
  });
  return rows.some(Boolean) && h("div.calibration", h("p.label", t("sure_title")), h("ul", rows), h("p.note", t("sure_note")));
}

/** How far a post-test is beyond its pre-test, where both have answers. */
function gainBox(path) {
  const gain = gainOf(allBlocks("quiz").find((entry) => entry.path === path));
  return gain && h("div.gain", h("p.label", t("gain_title")), h("p", gainWords(gain)), h("p", t("gain_items", gain)), h("p.note", t("gain_note")));
}
