"""Bands of a self-check: ``- 倾听 <3：advice``, which mean of which dimension gets which advice of the author."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ssg.parse import words
from ssg.parse.context import Context
from ssg.parse.keywords import WORDS
from ssg.parse.marks import halve, split_setting
from ssg.parse.tree import Node
from ssg.problems import Problem, Span, closest

_NUMBER = r"(\d{1,3}(?:\.\d{1,2})?)"
_LIMIT = re.compile(rf"(.*?)\s*(<=|>=|=<|=>|<|>|≤|≥|≦|≧)\s*{_NUMBER}")
_RANGE = re.compile(rf"(.*?)\s*{_NUMBER}\s*(?:-|–|—|~|到|至|to)\s*{_NUMBER}")
_BAND = re.compile(r".*[<>≤≥≦≧]|.*\d\s*(?:-|–|—|~|到|至|to)\s*\d")
_SIGNS = {"≤": "<=", "≦": "<=", "=<": "<=", "≥": ">=", "≧": ">=", "=>": ">="}


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Advice for a dimension, empty for all of them, whose mean passes the tests ``[sign, hundredths]``.

    ``low`` and ``high`` are the ends of the band within the scale, each with whether it belongs to it.
    """

    dimension: str
    tests: Sequence[tuple[str, int]]
    low: tuple[Fraction, bool]
    high: tuple[Fraction, bool]
    advice: str
    span: Span


def is_band(item: Node, dimensions: Sequence[str]) -> bool:
    """Whether a bullet is no setting: it compares something with a number, or begins with what has a mean."""
    parts = split_setting(item.inline.content) if item.inline else None
    if parts is None or words.find("selfcheck", parts[0]):
        return False
    key = words.fold(parts[0])
    overall = (name for names in WORDS["band"]["overall"] for name in names.split("|"))
    return bool(_BAND.match(halve(parts[0]))) or key.startswith(tuple(map(words.fold, (*dimensions, *overall))))


def read_band(item: Node, dimensions: Sequence[str], low: int, high: int, context: Context) -> Band | None:
    """The band of a bullet, on a scale from ``low`` to ``high``; None after saying what is wrong with it."""
    assert item.inline is not None
    key, advice, skip = split_setting(item.inline.content) or ("", "", 0)
    span = context.span(item.line, key)
    read = _tests(halve(key).strip())
    if read is None or not advice:
        context.report("SF010", span, key=key)
        return None
    name, tests = read
    dimension = _dimension(name, key, dimensions)
    if dimension is None:
        guess = closest(name, list(dimensions))
        overall = words.name("band", "overall", context.language)
        known = "、".join([*dimensions, overall])
        context.report("SF011", span, name=name, guess=guess, known=known)
        return None
    band = _band(dimension, tests, low, high, context.inline_html(item.inline, skip), span)
    if band is None:
        context.report("SF012", span, key=key, low=low, high=high)
    elif any(hundredths > 100 * high for _, hundredths in tests):
        context.report("SF013", span, key=key, low=low, high=high)
    return band


def _tests(key: str) -> tuple[str, Sequence[tuple[str, int]]] | None:
    """The name and the tests of ``倾听 <3`` or ``倾听 3–4``."""
    limit, between = _LIMIT.fullmatch(key), _RANGE.fullmatch(key)
    if limit:
        return limit[1], [(_SIGNS.get(limit[2], limit[2]), _hundredths(limit[3]))]
    if between:
        return between[1], [(">=", _hundredths(between[2])), ("<=", _hundredths(between[3]))]
    return None


def _hundredths(number: str) -> int:
    return int(Fraction(number) * 100)


def _dimension(name: str, key: str, dimensions: Sequence[str]) -> str | None:
    """The dimension that a band names, as its author declared it: widths of letters do not matter."""
    found = next((each for each in dimensions if halve(each) == name), None)
    overall = "" if not name or words.find("band", name) == "overall" else None
    return overall if found is None else found


def _band(
    dimension: str, tests: Sequence[tuple[str, int]], low: int, high: int, advice: str, span: Span
) -> Band | None:
    """None where no mean from ``low`` to ``high`` passes."""
    bottom, top = (Fraction(low), True), (Fraction(high), True)
    for sign, hundredths in tests:
        limit = (Fraction(hundredths, 100), "=" in sign)
        if sign[0] == ">" and limit[0] >= bottom[0]:
            bottom = limit
        elif sign[0] == "<" and limit[0] <= top[0]:
            top = limit
    empty = bottom[0] > top[0] or (bottom[0] == top[0] and not (bottom[1] and top[1]))
    return None if empty else Band(dimension=dimension, tests=tests, low=bottom, high=top, advice=advice, span=span)


def report_bands(bands: Sequence[Band], low: int, high: int) -> Iterator[Problem]:
    """Means of a dimension that get two pieces of advice, and those that get none though others do."""
    for dimension in dict.fromkeys(band.dimension for band in bands):
        own = sorted((band for band in bands if band.dimension == dimension), key=lambda band: band.low[0])
        reached: tuple[Fraction, bool] = (Fraction(low), False)
        for band in own:
            if band is not own[0] and _overlap(reached, band.low):
                yield Problem(
                    code="SF007", span=band.span, values={"low": _text(band.low[0]), "high": _text(reached[0])}
                )
            elif _gap(reached, band.low):
                yield _no_advice(band, reached[0], band.low[0])
            reached = max(reached, band.high)
        if _gap(reached, (Fraction(high), False)):
            yield _no_advice(own[-1], reached[0], Fraction(high))


def _overlap(end: tuple[Fraction, bool], start: tuple[Fraction, bool]) -> bool:
    return end[0] > start[0] or (end[0] == start[0] and end[1] and start[1])


def _gap(end: tuple[Fraction, bool], start: tuple[Fraction, bool]) -> bool:
    return end[0] < start[0] or (end[0] == start[0] and not end[1] and not start[1])


def _no_advice(band: Band, low: Fraction, high: Fraction) -> Problem:
    return Problem(code="SF008", span=band.span, values={"low": _text(low), "high": _text(high)})


def _text(number: Fraction) -> str:
    return f"{float(number):g}"
