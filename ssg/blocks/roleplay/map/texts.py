"""Texts in the boxes of a map: measured roughly, since no font is at hand, and wrapped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import east_asian_width

_NARROW = 0.58
"""What a letter that is not full-width takes of the font's size, capitals and bold ones included."""

_PIECE = re.compile(r"[⺀-￯][，。、；：？！」』）》】]*|[^\s⺀-￯]+\s*|\s+")


def measure(text: str) -> float:
    """How wide a text is, in sizes of its font."""
    return sum(1.0 if is_wide(each) else _NARROW for each in text)


def is_wide(character: str) -> bool:
    """Whether a character takes a full width; those that do so only among Han characters are counted in."""
    return bool(character) and east_asian_width(character) in "WFA"


def wrap(text: str, room: float, most: int) -> Sequence[str]:
    """At most so many lines, none wider than the room; what does not fit is left out, and said so by dots."""
    lines = [""]
    for piece in _pieces(" ".join(text.split()), room):
        if lines[-1] and measure((lines[-1] + piece).rstrip()) > room:
            lines.append("")
        lines[-1] += piece
    lines = [line.strip() for line in lines]
    return lines if len(lines) <= most else [*lines[: most - 1], _cut(lines[most - 1], room)]


def _pieces(text: str, room: float) -> Sequence[str]:
    """What is kept together; a word wider than the room is not."""
    return [
        part for piece in _PIECE.findall(text) for part in ([piece] if measure(piece.rstrip()) <= room else list(piece))
    ]


def _cut(line: str, room: float) -> str:
    while measure(line + "…") > room:
        line = line[:-1]
    return line.rstrip() + "…"
