// The page "certificate": what is still missing, or the sheet to print.

atStart(() => {
  const page = document.querySelector(".certificate");
  const show = () => {
    if (shown !== page) return;
    renewCertificate();
    const issued = course.record("certificate");
    page.querySelector(".certificate-missing").hidden = issued;
    page.querySelector(".certificate-missing ul").replaceChildren(...wantingQuizzes().map(missingRow));
    page.querySelector(".certificate-issued").hidden = !issued;
    showSheet(page);
  };
  for (const type of ["shown", "field", "restored"]) listen(`course:${type}`, show);
});

function missingRow({ chapter, block, earned, possible, passMark, answered, items }) {
  const words = possible ? t("certificate_wanted", { earned: decimalText(earned), possible, percent: passMark }) : "";
  const open = answered < items && t("certificate_open_items", { n: items - answered });
  return h("li", entryLink({ chapter, block }), h("small", [words, open].filter(Boolean).join(t("fact_separator"))));
}

/** Writes the sheet. Without a name there is none, so that no blank one is printed by accident. */
function showSheet(page) {
  const certificate = certificateNow();
  page.querySelector(".certificate-unnamed").hidden = !!certificate;
  page.querySelector(".certificate-named").hidden = !certificate;
  if (!certificate) return;
  const { name, date, version, build, code, quizzes, possible } = certificate;
  const day = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" }).format(new Date(date));
  const points = pointsWords(certificate);
  const parts = { name, score: possible && points && t("certificate_score", points), date: day, version: `${version} (${build})`, code };
  for (const [part, words] of Object.entries(parts)) page.querySelector(`[data-part=${part}]`).replaceChildren(words || t("certificate_done"));
  page.querySelector("[data-part=name]").toggleAttribute("data-long", name.length > 20);
  page.querySelector("[data-part=chapters]").replaceChildren(...chapterRows(quizzes));
}

function pointsWords({ earned, possible }) {
  const points = exactPoints(earned);
  return { earned: decimalText(points), possible, percent: percentOf(points, possible) };
}

/** A line for each chapter with points; none where a sheet of paper has no room for them. */
function chapterRows(quizzes) {
  const ids = [...new Set(quizzes.filter(({ possible }) => possible).map(({ chapter }) => chapter))];
  return ids.length > MOST_ROWS ? [] : ids.map((id) => chapterRow(id, quizzes.filter(({ chapter }) => chapter === id)));
}

const MOST_ROWS = 10;

function chapterRow(id, quizzes) {
  const title = course.data.chapters.find((chapter) => chapter.id === id)?.title ?? id;
  const earned = sumPoints(quizzes.map((quiz) => exactPoints(quiz.earned)));
  return h("li", h("span", title), h("span", t("n_of_m", { n: decimalText(earned), m: sumOf(quizzes, "possible") })));
}
