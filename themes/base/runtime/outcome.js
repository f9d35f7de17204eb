// What came of an answer, in words and with an icon: right, partly or wrong.

function spriteIcon(name) {
  return fragment(`<svg class="icon" aria-hidden="true"><use href="#icon-${name}"/></svg>`);
}

const GRADE_ICONS = { right: "check", missed: "check", partly: "partly", wrong: "cross", none: "info", judged: "info" };

/** Kinds without a right answer have words of their own, which say how near it comes and never “wrong”. */
const JUDGED = ["rating", "emotion", "open"];

/** right, partly or wrong; none for an item that was handed in without an answer. */
function gradeOf({ kind, response, share, earned }) {
  const [n, d] = share ?? earned; // what hints cost makes no answer less right
  if (response === null) return "none";
  if (n === d) return "right";
  if (JUDGED.includes(kind)) return "judged";
  return n > 0 ? "partly" : "wrong";
}

/** The verdict in words: 部分答对 2/3. */
function verdictWords(record) {
  const [n, d] = record.share ?? record.earned;
  const grade = gradeOf(record);
  const own = grade !== "none" && JUDGED.includes(record.kind);
  return t(`verdict_${own ? record.kind : grade}`, { n, d, percent: Math.floor((100 * n) / d) });
}

function isWholly(record) {
  return gradeOf(record) === "right";
}

/** Whether there is something to look at again. */
function isWeak(record) {
  return !["right", "judged"].includes(gradeOf(record));
}

/** A small label with icon and word, for an option, a gap, a row. */
function markLabel(grade, words) {
  return h("span.mark", { dataset: { grade } }, spriteIcon(GRADE_ICONS[grade]), words);
}

function clearMark(place) {
  delete place.dataset.grade;
  place.querySelector(".mark")?.remove();
}

/** The outcome under an item. `parts` are the item's own nodes: the right answer, the explanation. */
function outcomeBox(record, tag, parts) {
  const grade = gradeOf(record);
  const verdict = h(`${tag}.verdict`, { tabIndex: -1 }, spriteIcon(GRADE_ICONS[grade]), verdictWords(record));
  return h("div.outcome", { role: "status", dataset: { grade } }, verdict, parts);
}

/** Who agreed on the key, where the author says so. */
function panelNote({ panel }) {
  return panel && h("p.outcome-facts", h("b", t("panel")), fragment(panel));
}
