// What came of an answer, in words and with an icon: right, partly or wrong.

function spriteIcon(name) {
  return fragment(`<svg class="icon" aria-hidden="true"><use href="#icon-${name}"/></svg>`);
}

const GRADE_ICONS = { right: "check", missed: "check", partly: "partly", wrong: "cross", none: "info" };

/** right, partly or wrong; none for an item that was handed in without an answer. */
function gradeOf({ response, earned: [n, d] }) {
  if (n === d) return "right";
  if (n > 0) return "partly";
  return response === null ? "none" : "wrong";
}

/** The verdict in words: 部分答对 2/3. */
function verdictWords(record) {
  const [n, d] = record.earned;
  return t(`verdict_${gradeOf(record)}`, { n, d });
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
