// What to do next: a few lines, the most worth first, each a way there.

const MOST_LINES = 5;

function reviewSection() {
  const lines = [...quizzesToPass(), ...practiceDue(), ...weakObjectives(), ...openChapters()].slice(0, MOST_LINES);
  return resultsSection(t("results_review"), lines.length ? h("ol.review", lines.map(([href, words, why]) => h("li", h("a", { href }, words), why && h("small", why)))) : h("p", t("review_none")));
}

/** Quizzes that were begun and are not passed: what is missing, those first that are answered to the end. */
function quizzesToPass() {
  const begun = quizResults().filter(({ baseline, passed, answered }) => !baseline && !passed && answered > 0);
  const line = (quiz) => [`#${quiz.chapter.id}/${quiz.block.anchor}`, t("review_quiz", { title: quiz.block.title }), missingWords(quiz)];
  return [...begun.filter(isWhole), ...begun.filter((quiz) => !isWhole(quiz))].slice(0, 2).map(line);
}

function isWhole({ answered, items }) {
  return answered === items;
}

function missingWords(quiz) {
  return isWhole(quiz) ? t("review_points", { n: pointsMissing(quiz) }) : t("review_items", { n: quiz.items - quiz.answered });
}

/** Points that would still pass the quiz, rounded up to two decimals: with so many more it is passed. */
function pointsMissing({ earned: { n, d }, possible, passMark }) {
  const hundredths = BigInt(passMark * possible) * d - 100n * n;
  return Number((hundredths + d - 1n) / d) / 100;
}

/** Wrong items and cards that are due, where the course has a notebook for them. */
function practiceDue() {
  const counts = document.getElementById("notebook/") ? Object.entries(notebookCount()) : [];
  const words = counts.filter(([, n]) => n > 0).map(([name, n]) => t(`waiting_${name}`, { n }));
  return words.length ? [["#notebook/", t("review_practice"), words.join(t("list_separator"))]] : [];
}

/** Objectives whose answered items are below the pass mark, the weakest first; the way leads to a chapter that tests them. */
function weakObjectives() {
  const weak = tallies("objectives").filter(({ earned, possible }) => possible > 0 && percentOf(earned, possible) < course.data.passMark);
  const line = ({ words, earned, possible, lost }) => [`#${lost.id}/`, t("review_objective", { words }), t("review_reached", { n: decimalText(earned), m: possible })];
  return weak.sort((one, other) => shareOf(one.earned, one.possible) - shareOf(other.earned, other.possible)).slice(0, 2).map(line);
}

/** The chapters that were begun, then the next new one. */
function openChapters() {
  const open = course.data.chapters.map((chapter) => ({ chapter, ...chapterProgress(chapter) })).filter(({ done, steps }) => done < steps);
  const isNew = ({ state }) => state === "new";
  const left = ({ chapter, done, steps }) => chapter.minutes && t("minutes_left", { n: Math.max(1, Math.round(chapter.minutes * (1 - done / steps))) });
  const line = (each) => [`#${each.chapter.id}/`, t(isNew(each) ? "review_begin" : "review_go_on", { title: each.chapter.title }), left(each)];
  return [...open.filter((each) => !isNew(each)).slice(0, 2), ...open.filter(isNew).slice(0, 1)].map(line);
}
