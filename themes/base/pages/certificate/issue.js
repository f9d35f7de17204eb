// When a certificate is due: once every quiz that counts is passed at the same time. The record keeps that day and those
// points, so that it stays the same however often it is printed; a better result with everything passed improves it.

atStart(() => {
  let pending;
  const soon = (tell) => (pending ??= setTimeout(() => {
    pending = undefined;
    if (renewCertificate() && tell) notify("certificate", "good", t("certificate_ready"), [[t("certificate_open"), () => (location.hash = "#certificate/")]]);
  }, 500)); // a burst of answers is weighed once
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
  return quizResults().filter(({ baseline, passed, possible, answered, items }) => !baseline && !(passed && (possible > 0 || answered === items)));
}

/** Keeps the present result where it is the first that passes everything, or better than that. True for the first. */
function renewCertificate() {
  const results = quizResults().filter(({ baseline }) => !baseline);
  if (!results.length || wantingQuizzes().length) return false;
  const known = knownCertificate();
  const total = totalOf(results);
  if (known && !isBetter(total, known)) return false;
  const { version, build } = course.data;
  const date = known?.date ?? new Date().toLocaleDateString("sv"); // as 2026-05-01
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

/** What was issued; undefined when nothing was, or when the record is damaged. */
function knownCertificate() {
  try {
    const record = course.record("certificate");
    return isCertificate(record) ? record : undefined;
  } catch {
    return undefined;
  }
}

function isCertificate({ date, version, build, quizzes, ...total }) {
  const counts = ({ earned, possible }) => /^\d{1,400}(\/[1-9]\d{0,400})?$/.test(earned) && Number.isSafeInteger(possible) && possible >= 0;
  return !Number.isNaN(Date.parse(date)) && [date, version, build].every((text) => `${text}` === text) && [total, ...quizzes].every(counts);
}

/** The certificate as the results file holds it; undefined before it is issued and as long as it has no name. */
function certificateNow() {
  const record = knownCertificate();
  const name = plainName(course.record("learner:name") ?? "");
  if (!record || !name) return undefined;
  const certificate = { name, ...record };
  return { ...certificate, code: certificateCode(course.data.id, certificate) };
}
