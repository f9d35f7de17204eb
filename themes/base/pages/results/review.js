// What to do next: a few lines, the most worth first, each a way there.

const MOST_LINES = 5;

function showReview(page) {
  const lines = [...quizzesToPass(), ...practiceDue(), ...weakObjectives(), ...openChapters()].slice(0, MOST_LINES);
  page.querySelector(".review").replaceChildren(...lines.map(([href, words, why]) => h("li", h("a", { href: `#${href}` }, words), " ", h("small", why))));
  page.querySelector(".review-none").hidden = lines.length > 0;
}

/** Quizzes that were begun and are not passed: what is missing, those first that are answered to the end. */
function quizzesToPass() {
  const begun = quizResults().filter(counts).filter(({ passed, answered }) => !passed && answered > 0);
  const left = ({ items, answered }) => items - answered;
  const why = (quiz) => (left(quiz) ? t("review_items", { n: left(quiz) }) : t("review_points", { n: pointsMissing(quiz) }));
  return begun.sort((one, other) => left(one) - left(other)).slice(0, 2).map((quiz) => [`${quiz.chapter.id}/${quiz.block.anchor}`, t("review_quiz", { title: quiz.block.title }), why(quiz)]);
}

/** Points that would still pass the quiz, rounded up to two decimals: with so many more it is passed. */
function pointsMissing({ earned: { n, d }, possible, passMark }) {
  const hundredths = BigInt(passMark * possible) * d - 100n * n;
  return Number((hundredths + d - 1n) / d) / 100;
}

/** Wrong items and cards that are due, where the course has a notebook for them. */
function practiceDue() {
  const words = document.getElementById("notebook/") && waitingNow().words;
  return words ? [["notebook/", t("review_practice"), words]] : [];
}

/** Objectives whose answered items are below the pass mark, the weakest first; the way leads to a chapter that tests them. */
function weakObjectives() {
  const weak = tallies("objectives").filter(({ earned, possible }) => possible > 0 && percentOf(earned, possible) < course.data.passMark);
  const share = ({ earned, possible }) => shareOf(earned, possible);
  return weak.sort((one, other) => share(one) - share(other)).slice(0, 2).map(({ words, earned, possible, lost }) => [`${lost.id}/`, t("review_objective", { words }), ofPoints(earned, possible)]);
}

/** Two chapters that are not done, those first that were begun. */
function openChapters() {
  const open = course.data.chapters.map(chapterProgress).filter(({ done, steps }) => done < steps);
  const isNew = ({ state }) => state === "new";
  return open.sort((one, other) => isNew(one) - isNew(other)).slice(0, 2).map((each) => [`${each.chapter.id}/`, t("review_chapter", { title: each.chapter.title }), minutesLeft([each])]);
}
