"""Characters that nobody sees: they turn text around, break words apart, or come from a damaged file."""

from __future__ import annotations

import re
import unicodedata

from ssg.parse.page import Page

_SUSPECT = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\xad\\ufffd"
    "\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff]"
)
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_EMOJI_JOINER = "\u200d"


def check_characters(here: Page) -> None:
    """Look at every line, code included."""
    for number, line in enumerate(here.lines, 1):
        if _SUSPECT.search(line):
            _check_line(number, line, here)


def _check_line(number: int, line: str, here: Page) -> None:
    for found in _SUSPECT.finditer(line):
        char = found[0]
        if char == _EMOJI_JOINER and _between_symbols(line, found.start()):
            continue
        span = here.place(number, found.start() + 1, 1)
        name = f"U+{ord(char):04X} {unicodedata.name(char, '')}".strip()
        code = "MD409" if char in _TURNING or unicodedata.category(char) == "Cc" or char == "\ufffd" else "MD410"
        here.report(code, span, name=name)


def _between_symbols(line: str, at: int) -> bool:
    """Emoji such as a family or a profession are several symbols joined."""
    around = line[max(at - 1, 0) : at] + line[at + 1 : at + 2]
    return len(around) == 2 and all(unicodedata.category(char) in ("So", "Sk", "Mn") for char in around)
