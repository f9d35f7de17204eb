// Where the learner stands: in a sentence what is passed and what is missing, and in three bars how much is done.

function showStanding(page) {
  const chapters = course.data.chapters.map(chapterProgress);
  const done = chapters.filter(({ done, steps }) => done === steps).length;
  const quizzes = quizResults().filter(isGraded);
  const open = quizzes.filter(({ passed }) => !passed);
  const { earned, possible } = totalOf(quizzes);
  page.querySelector(".standing-quizzes").textContent = open.length ? openWords(open) : quizzes.length ? t("standing_passed") : "";
  page.querySelector(".standing-chapters").textContent = done < chapters.length ? t("standing_left", { n: chapters.length - done }) : t("standing_read");
  const whole = (n) => pointsOf([n, 1], 1);
  const reached = [[whole(done), chapters.length], [whole(quizzes.length - open.length), quizzes.length], [earned, possible]];
  page.querySelectorAll(".standing .chart").forEach((cell, at) => showReached(cell, ...reached[at]));
  for (const link of page.querySelectorAll(".standing-certificate")) link.hidden = !course.record("certificate");
}

function openWords(open) {
  const names = open.map(({ block }) => block.title);
  return t("standing_open", { n: open.length, names: [...names.slice(0, 3), ...(names.length > 3 ? ["…"] : [])].join(t("list_separator")) });
}

function showReached(cell, reached, whole) {
  cell.replaceChildren(chart(barPicture(`${percentOf(reached, whole)}%`, shareOf(reached, whole)), ofPoints(reached, whole)));
  cell.parentElement.hidden = !whole;
}
