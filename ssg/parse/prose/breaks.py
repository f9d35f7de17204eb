"""Line breaks in the source between two Chinese (or Japanese) characters: no space belongs there.

CommonMark prints a line break as white space, which a browser shows as a gap in the middle of a Chinese sentence. The
rule is that of CSS Text 4 (segment break transformation): the break disappears between two wide characters, and beside
full-width punctuation. Quotation marks, dashes and dots that both scripts share count as wide beside a wide character.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from markdown_it.token import Token

_SHARED = frozenset("“”‘’—…·")


def is_seamless(tokens: Sequence[Token], at: int) -> bool:
    """Whether the soft break at that place stands between characters that join without a space."""
    before = _nearest(tokens, range(at - 1, -1, -1), last=True)
    after = _nearest(tokens, range(at + 1, len(tokens)), last=False)
    if not before or not after:
        return False
    sides = _width(before), _width(after)
    return "mark" in sides or sides in (("wide", "wide"), ("wide", "shared"), ("shared", "wide"))


def _nearest(tokens: Sequence[Token], places: Iterable[int], *, last: bool) -> str:
    """The character that touches the break; empty where a picture, code or a blank does."""
    for place in places:
        token = tokens[place]
        if token.type == "text" and token.content:
            return token.content[-1] if last else token.content[0]
        if token.nesting == 0 and token.type != "text":
            return ""
    return ""


@lru_cache(maxsize=4096)
def _width(char: str) -> str:
    """``mark`` for full-width punctuation, ``wide``, ``shared``, or empty; Hangul is written with spaces."""
    if char in _SHARED:
        return "shared"
    if unicodedata.east_asian_width(char) not in "WF" or "HANGUL" in unicodedata.name(char, ""):
        return ""
    return "mark" if unicodedata.category(char)[0] == "P" else "wide"
