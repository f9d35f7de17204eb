"""Effects: ``愤怒-20，信任+15，共情``. A bare skill is one point; a bare meter says nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ssg.blocks.roleplay.model import Effect
from ssg.blocks.roleplay.reading import Reading
from ssg.parse.marks import halve
from ssg.problems import Span

_SEPARATOR = re.compile(r"[,，、;；]")
_CHANGE = re.compile(r"(?P<name>.*?[^\s+-])\s*(?:(?P<sign>[+-])\s*(?P<points>\d{1,6}))?")
_MINUS = str.maketrans({"–": "-", "—": "-", "﹣": "-", "➖": "-", "﹢": "+", "➕": "+"})


def read_effects(text: str, line: int, reading: Reading) -> Sequence[Effect]:
    """The effects of a text that stands in the given line; what is unreadable or undeclared is reported."""
    effects = (_effect(part.strip(), line, reading) for part in _SEPARATOR.split(text) if part.strip())
    return [effect for effect in effects if effect]


def _effect(part: str, line: int, reading: Reading) -> Effect | None:
    span = reading.context.span(line, part)
    found = _CHANGE.fullmatch(halve(part).translate(_MINUS))
    if found is None:
        _report_unreadable(part, span, reading)
        return None
    name = reading.cast.counted(found["name"])
    if name is None:
        if any(letter.isdigit() for letter in found["name"]):
            _report_unreadable(part, span, reading)
        else:
            reading.report_undeclared(reading.context.span(line, found["name"]), found["name"])
        return None
    if found["sign"] is None and name in reading.cast.meters:
        _report_unreadable(part, span, reading)
        return None
    change = int(found["sign"] + found["points"]) if found["sign"] else 1
    _report_size(name, change, span, reading)
    return Effect(name=name, change=change, span=span)


def _report_unreadable(part: str, span: Span, reading: Reading) -> None:
    known = [*reading.cast.meters, *reading.cast.skills]
    name = next((each for each in known if each in part), known[0] if known else "信任")
    reading.context.report("RP201", span, text=part, name=name)


def _report_size(name: str, change: int, span: Span, reading: Reading) -> None:
    meter = reading.cast.meters.get(name)
    if meter and abs(change) * 2 > meter.high - meter.low:
        reading.context.report("RP205", span, name=name, change=change, low=meter.low, high=meter.high)
