"""When two typed answers are the same text: one definition that Python and the browser compute alike.

The browser's half is ``themes/base/shared/typed/normalise.js``; both pass ``tests/vectors/normalise.json``. The steps:

1. A lone surrogate becomes U+FFFD; what shows nothing (zero-width, direction marks, variation selectors) goes.
2. NFKC folds full-width letters, digits and marks; each letter becomes lower case (``ß`` is ``ss``, ``ς`` is ``σ``).
3. Marks that NFKC leaves are mapped: ``。`` is ``.``, ``、`` is ``,``, dashes and ``～`` are ``-``; quotation marks go.
   Arabic and Persian digits are ``0`` to ``9``; Arabic vowel signs and the tatweel, which many leave out, go.
4. White space and control characters become one space, none at the ends.
5. Where punctuation is ignored it counts as a space; marks between digits and the sign of a leading number stay.
6. Spaces beside a Chinese or Japanese character go.
7. Where particles are ignored, 的, 地 and 得 go.
8. Marks that end a text go: ``. , ; : ? !``.

Steps 5, 7 and 8 are not taken where they would leave nothing. Nothing is fuzzy: 共情 and 同情 are one edit apart.

Step 2 applies only to the characters of ``STABLE``: scripts that answers are typed in, as every Unicode version since
14 knows them, so that a text is normalised the same in every Python and every browser, today's and later ones. Others
are compared as they are.
"""

from __future__ import annotations

import re
import unicodedata

STABLE = (
    "\x00-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u052f"  # Latin, Greek, Cyrillic
    "\u0591-\u05c7\u05d0-\u05ea\u0600-\u06ff\u1100-\u11ff"  # Hebrew, Arabic, Jamo
    "\u1e00-\u1f15\u1f18-\u1f1d\u1f20-\u1f45\u1f48-\u1f4d\u1f50-\u1f57\u1f59\u1f5b\u1f5d\u1f5f-\u1f7d\u1f80-\u1fb4"
    "\u1fb6-\u1fc4\u1fc6-\u1fd3\u1fd6-\u1fdb\u1fdd-\u1fef\u1ff2-\u1ff4\u1ff6-\u1ffe"
    "\u2000-\u2064\u2066-\u2071\u2074-\u208e\u2090-\u209c\u20a0-\u20c0\u20d0-\u20f0\u2100-\u218b\u2190-\u2426"
    "\u2460-\u2b73\u2f00-\u2fd5\u3000-\u303f\u3041-\u3096\u3099-\u30ff\u3105-\u312f\u3131-\u318e\u3190-\u31e3"
    "\u31f0-\u321e\u3220-\u9fff\uac00-\ud7a3\uf900-\ufa6d\ufa70-\ufad9\ufb00-\ufb06\ufe10-\ufe19\ufe20-\ufe52"
    "\ufe54-\ufe66\ufe68-\ufe6b\ufe70-\ufe74\ufe76-\ufefc\uff01-\uffbe"
    "\uffc2-\uffc7\uffca-\uffcf\uffd2-\uffd7\uffda-\uffdc\uffe0-\uffe6\uffe8-\uffee\U0002f800-\U0002fa1d"
)
_STABLE_RUN = re.compile(f"[{STABLE}]+")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_INVISIBLE = re.compile(  # what Unicode calls default ignorable
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_SPACE = re.compile("[\x00- \x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_MAPPED = str.maketrans(
    {
        **dict.fromkeys("\"'`“”„‟‘’‚‛「」『』《》〈〉«»‹›〝〞〟", ""),
        **dict.fromkeys("‐‑‒–—―−⁓~〜", "-"),
        **dict.fromkeys("‧・•∙⋅", "·"),
        "。": ".",
        "、": ",",
        **dict.fromkeys("\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652", ""),
        **{chr(zero + digit): str(digit) for zero in (0x660, 0x6F0) for digit in range(10)},
        "٫": ".",
        "٬": ",",
        "،": ",",
        "؛": ";",
        "؟": "?",
        "٪": "%",
        "ß": "ss",
        "ς": "σ",
    }
)
_CJK = "\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
_SPACE_BESIDE_CJK = re.compile(f"(?<=[{_CJK}]) | (?=[{_CJK}])")
_MARK = r"[-.,;:?!()\[\]{}_/\\·…〔〕【】〖〗¿¡]"
_PUNCTUATION = re.compile(f"(?<![0-9])(?!^[-.][0-9]){_MARK}|{_MARK}(?![0-9])")
_PARTICLE = re.compile("[的地得]")


def normalise(text: str, *, ignore_punctuation: bool = True, ignore_particles: bool = False) -> str:
    """The text that stands for all spellings of one answer; equal results mean equal answers."""
    text = _INVISIBLE.sub("", _LONE_SURROGATE.sub("\ufffd", text))
    text = _SPACE.sub(" ", _STABLE_RUN.sub(_fold, text)).strip(" ")
    if ignore_punctuation:
        text = _SPACE.sub(" ", _PUNCTUATION.sub(" ", text)).strip(" ") or text
    text = _SPACE_BESIDE_CJK.sub("", text)
    if ignore_particles:
        text = _PARTICLE.sub("", text).strip(" ") or text
    text = text.rstrip(" .,;:?!") or text
    return _STABLE_RUN.sub(lambda run: unicodedata.normalize("NFKC", run[0]), text)


def _fold(run: re.Match[str]) -> str:
    lowered = unicodedata.normalize(
        "NFKC", run[0]
    ).lower()  # both sigmas come to one, so the end of a word is no matter
    return unicodedata.normalize("NFKC", lowered.translate(_MAPPED))
