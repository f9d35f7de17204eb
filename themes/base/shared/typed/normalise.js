// When two typed answers are the same text: the browser's half of ssg/normalise.py, where the steps are explained.
// Both halves pass tests/vectors/normalise.json.
const normalise = (() => {
  // The scripts of typed answers, as every Unicode version since 14 knows them; holes between stay empty.
  const STABLE_RUN = new RegExp("[\u0000-\u052f\u0591-\u05c7\u05d0-\u05ea\u0600-\u06ff\u1100-\u11ff\u1e00-\u209c\u20a0-\u20f0" +
    "\u2100-\u2b73\u2f00-\u9fff\uac00-\ud7a3\uf900-\ufad9\ufb00-\ufb06\ufe10-\uffee\u{2f800}-\u{2fa1d}]+", "gu");
  const LONE_SURROGATE = /\p{Cs}/gu;
  const INVISIBLE = /\p{DI}/gu;
  const SPACE = /[\p{Cc}\p{Z}]+/gu;
  const MAPPED = [
    [/["'`“”„‟‘’‚‛「」『』《》〈〉«»‹›〝〞〟]/g, ""],
    [/[‐‑‒–—―−⁓~〜]/g, "-"],
    [/[‧・•∙⋅]/g, "·"],
    [/[\u0640\u064b-\u0652]/g, ""],
    [/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt(0) & 15],
    [/[。٫]/g, "."],
    [/[、٬،]/g, ","],
    [/؛/g, ";"],
    [/؟/g, "?"],
    [/٪/g, "%"],
    [/ß/g, "ss"],
    [/ς/g, "σ"],
  ];
  const CJK = "[\u2e80-\u9fff\uf900-\ufaff\u{20000}-\u{3fffd}]";
  const SPACE_BESIDE_CJK = new RegExp(`(?<=${CJK}) | (?=${CJK})`, "gu");
  // A mark between two digits stays, and so does a sign before a number that begins the text.
  const MARK = String.raw`[-.,;:?!()[\]{}_/\\·…〔〕【】〖〗¿¡]`;
  const PUNCTUATION = new RegExp(`(?<![0-9])(?!^[-.][0-9])${MARK}|${MARK}(?![0-9])`, "g");

  function fold(run) {
    const lowered = run.normalize("NFKC").toLowerCase();
    return MAPPED.reduce((folded, [marks, mark]) => folded.replace(marks, mark), lowered).normalize("NFKC");
  }

  function trimSpaces(text) {
    return text.replace(SPACE, " ").replace(/^ | $/g, "");
  }

  return (text, { ignorePunctuation = true, ignoreParticles = false } = {}) => {
    text = text.replace(LONE_SURROGATE, "\ufffd").replace(INVISIBLE, "");
    text = trimSpaces(text.replace(STABLE_RUN, fold));
    if (ignorePunctuation) text = trimSpaces(text.replace(PUNCTUATION, " ")) || text;
    text = text.replace(SPACE_BESIDE_CJK, "");
    if (ignoreParticles) text = trimSpaces(text.replace(/[的地得]/g, "")) || text;
    text = text.replace(/(?<![ .,;:?!])[ .,;:?!]+$/, "") || text;
    return text.replace(STABLE_RUN, (run) => run.normalize("NFKC"));
  };
})();
