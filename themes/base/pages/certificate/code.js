// The certificate's code, which `coursewright verify` computes again: ssg/results/certificate.py is the other half.

const CODE_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's: none of them reads like another

/** Four groups of five letters: the first 100 bits of a hash over everything that the certificate says. */
function certificateCode(courseId, { name, version, build, date, earned, possible, quizzes }) {
  const rows = quizzes.map((quiz) => [quiz.chapter, quiz.block, quiz.earned, quiz.possible, quiz.pass_mark]);
  const said = JSON.stringify(["coursewright-certificate-1", name, courseId, version, build, date, earned, possible, rows]);
  const number = BigInt(`0x${sha256(said).slice(0, 25)}`);
  const letters = [...number.toString(32).padStart(20, "0")].map((digit) => CODE_LETTERS[parseInt(digit, 32)]);
  return letters.join("").match(/.{5}/g).join("-");
}

/** A name as it stands on the certificate: one line, without what would turn the words around it about. */
function plainName(typed) {
  return typed.normalize("NFC").replace(/[\s\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]+/gu, " ").trim();
}
