// Which items come again in the notebook: those that went wrong, until they were right twice, each time at the first try
// and not twice in a row: another item came in between, or a night. It is successive relearning (Rawson & Dunlosky, 2011)
// at its smallest. The record again:CHAPTER/BLOCK/ITEM is {print, right, wrong, turn, day}: right so often since the last
// mistake, wrong answers in the notebook, the place of the last answer among all that were given there, and its day.

const RIGHT_ENOUGH = 2;
const NEVER_PRACTISED = { right: 0, wrong: 0, turn: 0, day: 0 };

/** The items of the notebook {item, block, chapter, place, state, ready}, that which rested longest first. */
function mistakes() {
  const last = lastTurn();
  return allBlocks("quiz")
    .filter(isReleased)
    .flatMap((quiz) => quiz.block.items.map((item) => ({ ...quiz, item, place: pathIn(quiz.path, item.id), state: practiceState(quiz.path, item) })))
    .filter(({ state }) => state && state.right < RIGHT_ENOUGH)
    .map((entry) => ({ ...entry, ready: isRested(entry.state, last) }))
    .sort((one, other) => one.state.turn - other.state.turn);
}

/** How an item stands in the notebook; undefined where it has never gone wrong. */
function practiceState(path, item) {
  const wentWrong = [firstAnswer(path, item), currentAnswer(path, item)].some((answer) => answer && isWeak(answer));
  return currentRecord(`again:${pathIn(path, item.id)}`, item) ?? (wentWrong ? NEVER_PRACTISED : undefined);
}

function isRested({ right, turn, day }, last) {
  return right === 0 || turn < last || day !== dayNumber();
}

function lastTurn() {
  return course.store.list("again:").reduce((last, [, { turn }]) => Math.max(last, turn), 0);
}

/** Whether a quiz may be practised: it tells its answers, no post-test asks the same, and it is not being sat. */
function isReleased({ block, chapter, path }) {
  const asked = allBlocks("quiz").some(({ block: { pretest } }) => pretest?.[0] === chapter.id && pretest[1] === block.id);
  return block.feedback !== "score_only" && !asked && !isUnderWay(block, path);
}

function isUnderWay(block, path) {
  if (block.word === "exam" && countedItems(path, block).some((item) => !currentAnswer(path, item))) return true;
  if (!block.feedback) return false;
  const attempt = course.record(`attempt:${path}`);
  return (attempt && !attempt.ended) || block.items.some((item) => course.record(`draft:${pathIn(path, item.id)}`));
}

/** How many items wait today; none where all that are left must rest until tomorrow. */
waitingToday.mistakes = () => {
  const all = mistakes();
  return all.some(({ ready }) => ready) ? all.length : 0;
};

// A mistake in the quiz itself starts the count anew, and is remembered when the first answer was right.
atStart(() =>
  listen("course:answered", ({ id, ...answer }) => {
    const place = id.slice(id.indexOf(":") + 1);
    const first = course.record(`history:${place}`).first;
    const known = currentRecord(`again:${place}`, answer);
    if (isWeak(answer) && (known ? known.right : !isWeak(first))) keepField(`again:${place}`, { ...(known ?? NEVER_PRACTISED), right: 0, print: answer.print });
  }),
);
