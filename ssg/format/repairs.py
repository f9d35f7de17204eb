"""Typing slips that the parser names together with what was meant: full-width marks, missing spaces, wrong depth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ssg.format.reading import Reader, Reading, codes
from ssg.problems import Problem

MARKS = ("RP001", "RP003", "MD401", "MD403", "MD411", "MD412")
DEPTH = "RP002"
MOST = 40
ROUNDS = 4


def repair(reading: Reading, reader: Reader) -> Reading:
    """The text with the slips put right that leave less to complain of and nothing new; the others stay."""
    for _ in range(ROUNDS):
        slips = [problem for problem in reading.problems if problem.code in (*MARKS, DEPTH)]
        better = _try(reading, slips, reader) or _one_by_one(reading, slips[:MOST], reader)
        if better is None:
            return reading
        reading = better
    return reading


def _one_by_one(reading: Reading, slips: Sequence[Problem], reader: Reader) -> Reading | None:
    return next((better for slip in slips if (better := _try(reading, [slip], reader))), None)


def _try(reading: Reading, slips: Sequence[Problem], reader: Reader) -> Reading | None:
    lines = reading.text.split("\n")
    for slip in slips:
        at = slip.span.line - 1
        if at not in reading.kept:
            lines[at] = _repaired(lines[at], slip)
    text = "\n".join(lines)
    after = reader.read(text) if text != reading.text else None
    return after if after and _codes(after) < _codes(reading) else None


def _codes(reading: Reading) -> Counter[str]:
    """With the faults that only whole blocks show, since a repair changes what they are."""
    return codes(reading) + Counter(problem.code for block in reading.chapter.blocks() for problem in block.check())


def _repaired(line: str, slip: Problem) -> str:
    if slip.code == DEPTH:
        return "    " + line.lstrip(" \t\u3000")
    typed, instead = str(slip.values["typed"]), str(slip.values["instead"])
    before, found, rest = line.partition(typed)
    is_opening = found and not before.strip(" \t\u3000>-*+0123456789.)")
    words = rest.lstrip(" \u3000")
    if before.strip(" \t>"):  # the item has its mark already and lacks the box alone
        instead = instead.removeprefix("- ")
    return before + instead + words if is_opening and words else line
