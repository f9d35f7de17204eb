// When two typed answers are the same text: the browser's half of ssg/normalise.py, where the steps are explained.
// Both halves pass tests/vectors/normalise.json.
const normalise = (() => {
  // What every Unicode version since 14 knows; other characters are compared as they are.
  const STABLE_RUN = new RegExp("[" + [
    "\u0000-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u052f\u0591-\u05c7\u05d0-\u05ea",
    "\u0600-\u070d\u0e01-\u0e3a\u0e3f-\u0e5b\u1100-\u11ff\u1e00-\u1f15\u1f18-\u1f1d\u1f20-\u1f45\u1f48-\u1f4d",
    "\u1f50-\u1f57\u1f59\u1f5b\u1f5d\u1f5f-\u1f7d\u1f80-\u1fb4\u1fb6-\u1fc4\u1fc6-\u1fd3\u1fd6-\u1fdb",
    "\u1fdd-\u1fef\u1ff2-\u1ff4\u1ff6-\u1ffe\u2000-\u2064\u2066-\u2071\u2074-\u208e\u2090-\u209c\u20a0-\u20c0",
    "\u20d0-\u20f0\u2100-\u218b\u2190-\u2426\u2460-\u2b73\u2f00-\u2fd5\u3000-\u303f\u3041-\u3096\u3099-\u30ff",
    "\u3105-\u312f\u3131-\u318e\u3190-\u31e3\u31f0-\u321e\u3220-\ua48c\uac00-\ud7a3\uf900-\ufa6d\ufa70-\ufad9",
    "\ufb00-\ufb06\ufb50-\ufbc2\ufbd3-\ufd8f\ufd92-\ufdc7\ufdf0-\ufe19\ufe20-\ufe52\ufe54-\ufe66\ufe68-\ufe6b",
    "\ufe70-\ufe74\ufe76-\ufefc\uff01-\uffbe\uffc2-\uffc7\uffca-\uffcf\uffd2-\uffd7\uffda-\uffdc\uffe0-\uffe6",
    "\uffe8-\uffee\u{1d400}-\u{1d454}\u{1d456}-\u{1d49c}\u{1d552}-\u{1d6a5}\u{1d6a8}-\u{1d7cb}\u{1d7ce}-\u{1d7ff}",
    "\u{1f100}-\u{1f1ad}\u{1f200}-\u{1f202}\u{1f210}-\u{1f23b}\u{1f240}-\u{1f248}\u{1f250}-\u{1f251}",
    "\u{20000}-\u{2a6df}\u{2f800}-\u{2fa1d}",
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
  const SPACE_AFTER_CJK = new RegExp(`(${CJK}) `, "gu");
  const SPACE_BEFORE_CJK = new RegExp(` (${CJK})`, "gu");
  const PUNCTUATION = /[-.,;:?!()[\]{}_/\\·…〔〕【】〖〗¿¡]/g;
  const ENDING = " .,;:?!";

  // Characters are lowered one by one: a sigma that ends a word would depend on its neighbours otherwise.
  function foldRun(run) {
    const lowered = [...run.normalize("NFKC")].flatMap((character) => [...character.toLowerCase()]);
    return lowered.map((letter) => MAPPED.get(letter) ?? letter).join("").normalize("NFKC");
  }

  function trimSpaces(text) {
    return text.replace(SPACE, " ").replace(/^ | $/g, "");
  }

  // A mark between two digits stays, and so does a sign before a number that begins the text.
  function punctuationMark(mark, at, text) {
    const digit = (place) => /[0-9]/.test(text.charAt(place));
    const stays = digit(at + 1) && (digit(at - 1) || (at === 0 && "-.".includes(mark)));
    return stays ? mark : " ";
  }

  function withoutEnding(text) {
    let end = text.length;
    while (end > 0 && ENDING.includes(text[end - 1])) end -= 1;
    return text.slice(0, end) || text;
  }

  return (text, { ignorePunctuation = true, ignoreParticles = false } = {}) => {
    text = text.replace(LONE_SURROGATE, "\ufffd").replace(INVISIBLE, "");
    text = trimSpaces(text.replace(STABLE_RUN, foldRun));
    if (ignorePunctuation) text = trimSpaces(text.replace(PUNCTUATION, punctuationMark)) || text;
    text = text.replace(SPACE_AFTER_CJK, "$1").replace(SPACE_BEFORE_CJK, "$1");
    if (ignoreParticles) text = trimSpaces(text.replace(/[的地得]/g, "")) || text;
    return withoutEnding(text).replace(STABLE_RUN, (run) => run.normalize("NFKC"));
  };
})();
