"""Conditions: ``信任≥30 且 愤怒≤70``. Comparisons with whole numbers, all of which must hold; no 或, no brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ssg.blocks.roleplay.model import RATING, Test
from ssg.blocks.roleplay.reading import Reading, is_rating
from ssg.parse.marks import halve
from ssg.problems import Span

_AND = re.compile(r"[并並]且|而且|且|&&|[,，、;；]|\band\b", re.IGNORECASE)
_TEST = re.compile(r"(?P<name>.*?[^\s<>=≥≤])\s*(?P<sign>>=|<=|==|[≥≤≧≦⩾⩽><=])\s*(?P<number>[+-]?\d{1,6})")
_NO_NAME = re.compile(r"[<>=≥≤!()]|或|\bor\b")
_SIGNS = {">=": "≥", "<=": "≤", "==": "=", "≧": "≥", "≦": "≤", "⩾": "≥", "⩽": "≤"}
_WORDS = {
    "大[于於]等[于於]|大[于於]或等[于於]|不少[于於]|不低[于於]|不小[于於]|至少|at least": "≥",
    "小[于於]等[于於]|小[于於]或等[于於]|不超[过過]|不高[于於]|不大[于於]|至多|最多|at most": "≤",
    "大[于於]|高[于於]|超[过過]|多[于於]|more than|greater than|above|over": ">",
    "小[于於]|低[于於]|少[于於]|不到|less than|below|under": "<",
    "等[于於]|是|equals?|is": "=",
}
_WORDED = [
    (re.compile(rf"(?P<name>.+?)\s*(?:{said})\s*(?P<number>\d{{1,6}})", re.I), sign) for said, sign in _WORDS.items()
]


def read_tests(text: str, line: int, reading: Reading) -> Sequence[Test]:
    """The comparisons of a text that stands in the given line; what is unreadable or undeclared is reported."""
    if not text.strip():
        reading.context.report("RP203", reading.context.span(line), text="", guess=_example(reading))
    tests = (_test(part.strip(), line, reading) for part in _AND.split(text) if part.strip())
    return [test for test in tests if test]


def _test(part: str, line: int, reading: Reading) -> Test | None:
    span = reading.context.span(line, part)
    found = _TEST.fullmatch(halve(part))
    if found is None or _NO_NAME.search(found["name"]):
        reading.context.report("RP203", span, text=part, guess=_suggestion(halve(part), reading))
        return None
    written = found["name"].strip()
    name = RATING if is_rating(written) else reading.cast.counted(written)
    if name is None:
        reading.report_undeclared(reading.context.span(line, written), written)
        return None
    test = Test(name=name, sign=_SIGNS.get(found["sign"], found["sign"]), number=int(found["number"]), span=span)
    _report_certain(test, part, reading)
    return test


def _suggestion(part: str, reading: Reading) -> str:
    """The condition that the words seem to mean, else an example."""
    for pattern, sign in _WORDED:
        found = pattern.fullmatch(part)
        if found:
            return f"{found['name'].strip()}{sign}{found['number']}"
    return _example(reading)


def _example(reading: Reading) -> str:
    known = [*reading.cast.meters, *reading.cast.skills]
    return f"{known[0] if known else RATING}≥1"


def _report_certain(test: Test, part: str, reading: Reading) -> None:
    """A comparison that always or never holds is a slip of the pen."""
    meter = reading.cast.meters.get(test.name)
    if meter and certainty(test, meter.low, meter.high) is not None:
        _report_range(test.span, part, meter.low, meter.high, reading)


def _report_range(span: Span, part: str, low: int, high: int, reading: Reading) -> None:
    reading.context.report("RP212", span, text=part, low=low, high=high)


def certainty(test: Test, low: int, high: int) -> bool | None:
    """Whether the test holds for every (True) or for no (False) number in the range; None where it depends."""
    holds = {
        "≥": (low >= test.number, high < test.number),
        "≤": (high <= test.number, low > test.number),
        ">": (low > test.number, high <= test.number),
        "<": (high < test.number, low >= test.number),
        "=": (low == high == test.number, not low <= test.number <= high),
    }[test.sign]
    return True if holds[0] else False if holds[1] else None
