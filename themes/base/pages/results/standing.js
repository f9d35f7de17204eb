// Where the learner stands: in a sentence what is passed and what is missing, and in a picture how much is done.

function standingSection() {
  const chapters = course.data.chapters.map(chapterProgress);
  const done = chapters.filter(({ done, steps }) => done === steps).length;
  const quizzes = quizResults().filter(({ baseline, possible }) => !baseline && possible > 0);
  const passed = quizzes.filter((quiz) => quiz.passed).length;
  const { earned, possible } = totalOf(quizzes);
  const left = chapters.length - done;
  return h(
    "section.results-section.standing",
    h("p", quizzes.length > 0 && h("b", standingWords(quizzes.filter((quiz) => !quiz.passed))), " ", left ? t("standing_left", { n: left }) : t("standing_read")),
    chartTable([t("standing"), t("standing_so_far")], [
      [standingRow("chapters", pointsOf([done, 1], 1), chapters.length), quizzes.length > 0 && [standingRow("quizzes", pointsOf([passed, 1], 1), quizzes.length), standingRow("points", earned, possible)]],
    ]),
    document.getElementById("certificate/") && knownCertificate() && h("p", h("a", { href: "#certificate/" }, t("standing_certificate"))),
  );
}

function standingWords(open) {
  const names = open.slice(0, 3).map(({ block }) => block.title);
  return open.length ? t("standing_open", { n: open.length, names: [...names, ...(open.length > 3 ? ["…"] : [])].join(t("list_separator")) }) : t("standing_passed");
}

function standingRow(name, reached, whole) {
  return chartRow(t(`standing_${name}`), barPicture(`${percentOf(reached, whole)}%`, shareOf(reached, whole)), ofPoints(reached, whole));
}

function hasBegun() {
  return hasWork() || course.data.chapters.some((chapter) => chapterProgress(chapter).state !== "new");
}

/** Before anything is done: what will stand here, and the way to begin. */
function emptySection() {
  return h("section.results-section.standing", h("p", t("results_empty")), h("p", h("a.button.primary", { href: `#${course.data.chapters[0].id}/` }, t("results_begin"))));
}
