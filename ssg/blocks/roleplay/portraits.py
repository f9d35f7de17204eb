"""What stands for a person beside their words: the author's picture, else letters of the name on a calm colour."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from ssg.blocks.roleplay.model import Plot

TINTS = 4
"""The colours that roleplay.css has."""
_FIRST_HAN = "⺀"


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """``letters`` of the name, the number of a colour, and a picture as HTML or nothing."""

    letters: str
    tint: int
    picture: Markup


def portraits(plot: Plot) -> Mapping[str, Portrait]:
    """Of everyone in the scene. A colour follows from the name; who comes later to one that is taken gets the next."""
    found: dict[str, Portrait] = {}
    for name in dict.fromkeys([plot.learner, *plot.people, *_speakers(plot)]):
        taken = {each.tint for each in found.values()} if len(found) < TINTS else ()
        tint = next(tint for tint in _tints(name) if tint not in taken)
        picture = plot.pictures.get(name, Markup())
        found[name] = Portrait(letters=_letters(name), tint=tint, picture=picture)
    return found


def _speakers(plot: Plot) -> Iterable[str]:
    for node in plot.nodes.values():
        yield from (line.speaker for line in node.lines if line.speaker)
        yield from (choice.reply.speaker for choice in node.choices if choice.reply and choice.reply.speaker)


def _tints(name: str) -> Iterable[int]:
    first = sum(map(ord, name))
    return ((first + step) % TINTS for step in range(TINTS))


def _letters(name: str) -> str:
    """The first character of a Chinese name, the initials of another."""
    if name[:1] > _FIRST_HAN:
        return name[0]
    return "".join(word[0] for word in name.split()).upper()[:2]
