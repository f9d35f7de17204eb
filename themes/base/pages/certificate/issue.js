// When a certificate is due: once every quiz that counts is passed at the same time. The record keeps that day and those
// points, so that it stays the same however often it is printed; a better result with everything passed improves it.

atStart(() => {
  let pending, tell;
  const soon = (answered) => {
    tell ||= answered;
    pending ??= setTimeout(weigh, 500); // a burst of answers is weighed once
  };
  const weigh = () => {
    if (renewCertificate() && tell) notify("certificate", "good", t("certificate_ready"), [[t("certificate_open"), () => (location.hash = "#certificate/")]]);
    pending = tell = undefined;
  };
  listen("course:answered", () => soon(true));
  listen("course:restored", () => soon(false));
  soon(false); // passed when the page still issued none, or a moment before it was closed
  resultParts.push(() => {
    const certificate = certificateNow();
    return certificate && { certificate };
  });
});

/** The quizzes that count and are not passed; one that gives no points has to be answered. */
function wantingQuizzes() {
  return quizResults().filter(counts).filter(({ passed, possible, answered, items }) => !passed || (possible === 0 && answered < items));
}

/** Keeps the present result where it is the first that passes everything, or better than that. True for the first. */
function renewCertificate() {
  const results = quizResults().filter(counts);
  if (!results.length || wantingQuizzes().length) return false;
  const known = course.record("certificate");
  const total = totalOf(results);
  if (known && !isBetter(total, known)) return false;
  const { version, build } = course.data;
  const date = known?.date ?? today();
  const quizzes = results.map(({ path, earned, possible, passMark }) => ({ ...whereIs(`:${path}`), earned: exactText(earned), possible, pass_mark: passMark }));
  keepField("certificate", { date, version, build, earned: exactText(total.earned), possible: total.possible, quizzes });
  return !known;
}

/** Whether points are a larger share than those of a certificate. */
function isBetter({ earned: { n, d }, possible }, known) {
  const before = exactPoints(known.earned);
  return n * before.d * BigInt(known.possible) > before.n * d * BigInt(possible);
}

function exactPoints(text) {
  const [n, d = 1] = text.split("/").map(BigInt);
  return { n, d: BigInt(d) };
}

/** The certificate as the results file holds it; undefined before it is issued and as long as it has no name. */
function certificateNow() {
  const record = course.record("certificate");
  const name = plainName(course.record("learner:name") ?? "");
  const certificate = { name, ...record };
  return record && name ? { ...certificate, code: certificateCode(course.data.id, certificate) } : undefined;
}
