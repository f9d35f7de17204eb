"""Heading anchors exactly as Git web pages make them, so that ``#锚点`` links work in a previewer and in a course.

The rule is github-slugger's: lower case, spaces to hyphens, everything dropped that is no letter, mark, digit,
connector or hyphen; a slug that occurs again gets ``-1``, ``-2`` …
"""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from markdown_it.rules_core import StateCore

from ssg.parse.page import page
from ssg.parse.prose.plain import plain

FALLBACK = "section"
"""The slug of a heading that consists of punctuation alone; Git web pages leave it empty and unreachable."""

_KEPT = frozenset(("Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "Pc"))
_KEPT_SYMBOLS = (range(0x24B6, 0x24EA), range(0x1F130, 0x1F14A), range(0x1F150, 0x1F16A), range(0x1F170, 0x1F18A))


class _Characters(dict[int, int | None]):
    """A translation table that looks each character up once."""

    def __missing__(self, code: int) -> int | None:
        char = chr(code)
        letter = unicodedata.category(char) in _KEPT or any(code in lettered for lettered in _KEPT_SYMBOLS)
        self[code] = ord("-") if char == " " else code if letter or char == "-" else None
        return self[code]


_CHARACTERS = _Characters()


def slug(text: str) -> str:
    """The anchor of a heading's text, before repetitions are numbered."""
    return text.lower().translate(_CHARACTERS)


class Slugger:
    """Gives each heading of one file its own anchor."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def anchor(self, text: str) -> str:
        """The next free anchor for the text."""
        wanted = found = slug(text) or FALLBACK
        while found in self._seen:
            self._seen[wanted] += 1
            found = f"{wanted}-{self._seen[wanted]}"
        self._seen[found] = 0
        return found


def anchor_headings(state: StateCore) -> None:
    """Give every heading ``id="<chapter>/<slug>"`` and keep the bare slug in ``meta["anchor"]``."""
    here = page(state.env)
    prefix = f"{here.chapter}/" if here else ""
    slugger = Slugger()
    for opening, inline in pairwise(state.tokens):
        if opening.type == "heading_open":
            opening.meta["anchor"] = slugger.anchor(plain(inline.children or []))
            opening.attrs["id"] = prefix + opening.meta["anchor"]
