// When two typed answers are the same text: the browser's half of ssg/normalise.py, where the steps are explained.
// Both halves pass tests/vectors/normalise.json.
const normalise = (() => {
  // What every Unicode version since 14 knows, and holes between that stay empty; other characters are compared as they are.
  const STABLE_RUN = new RegExp("[" + [
    "\u0000-\u052f\u0591-\u05c7\u05d0-\u05ea\u0600-\u070d\u0e01-\u0e3a\u0e3f-\u0e5b\u1100-\u11ff\u1e00-\u2064",
    "\u2066-\u208e\u2090-\u209c\u20a0-\u20c0\u20d0-\u20f0\u2100-\u218b\u2190-\u2426\u2460-\u2b73\u2f00-\u2fd5",
    "\u3000-\u312f\u3131-\u31e3\u31f0-\u321e\u3220-\ua48c\uac00-\ud7a3\uf900-\ufa6d\ufa70-\ufad9\ufb00-\ufb06",
    "\ufb50-\ufbc2\ufbd3-\ufd8f\ufd92-\ufdc7\ufdf0-\ufe19\ufe20-\ufefc\uff01-\uffee",
    "\u{1d400}-\u{1d49c}\u{1d552}-\u{1d7ff}\u{1f100}-\u{1f1ad}\u{1f200}-\u{1f202}\u{1f210}-\u{1f23b}",
    "\u{1f240}-\u{1f248}\u{1f250}-\u{1f251}\u{20000}-\u{2a6df}\u{2f800}-\u{2fa1d}",
  ].join("") + "]+", "gu");
  const LONE_SURROGATE = /[\ud800-\udfff]/gu;
  const INVISIBLE = new RegExp("[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e" +
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\u{e0100}-\u{e01ef}]", "gu");
  const SPACE = /[\u0000- \u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
  const QUOTES = "\"'`“”„‟‘’‚‛「」『』《》〈〉«»‹›〝〞〟";
  const DASHES = "‐‑‒–—―−⁓~〜";
  const DOTS = "‧・•∙⋅";
  const MAPPED = new Map([
    ...[...QUOTES].map((mark) => [mark, ""]),
    ...[...DASHES].map((mark) => [mark, "-"]),
    ...[...DOTS].map((mark) => [mark, "·"]),
    ["。", "."], ["、", ","], ["ß", "ss"], ["ς", "σ"],
  ]);
  const CJK = "[\u2e80-\u2fdf\u3001-\u30ff\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3fffd}]";
  const SPACE_BESIDE_CJK = new RegExp(`(?<=${CJK}) | (?=${CJK})`, "gu");
  // A mark between two digits stays, and so does a sign before a number that begins the text.
  const MARK = String.raw`[-.,;:?!()[\]{}_/\\·…〔〕【】〖〗¿¡]`;
  const PUNCTUATION = new RegExp(`(?<![0-9])(?!^[-.][0-9])${MARK}|${MARK}(?![0-9])`, "g");

  // Characters are lowered one by one: a sigma that ends a word would depend on its neighbours otherwise.
  function foldRun(run) {
    const lowered = [...run.normalize("NFKC")].flatMap((character) => [...character.toLowerCase()]);
    return lowered.map((letter) => MAPPED.get(letter) ?? letter).join("").normalize("NFKC");
  }

  function trimSpaces(text) {
    return text.replace(SPACE, " ").replace(/^ | $/g, "");
  }

  return (text, { ignorePunctuation = true, ignoreParticles = false } = {}) => {
    text = text.replace(LONE_SURROGATE, "\ufffd").replace(INVISIBLE, "");
    text = trimSpaces(text.replace(STABLE_RUN, foldRun));
    if (ignorePunctuation) text = trimSpaces(text.replace(PUNCTUATION, " ")) || text;
    text = text.replace(SPACE_BESIDE_CJK, "");
    if (ignoreParticles) text = trimSpaces(text.replace(/[的地得]/g, "")) || text;
    text = text.replace(/(?<![ .,;:?!])[ .,;:?!]+$/, "") || text;
    return text.replace(STABLE_RUN, (run) => run.normalize("NFKC"));
  };
})();
