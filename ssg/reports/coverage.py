"""The coverage of objectives as people read it: a table in the terminal, or CSV for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from ssg.coverage import Coverage, coverage
from ssg.model import Course
from ssg.problems import Span
from ssg.reports.table import text_table
from ssg.say import say

_PARTS = ("taught", "practised", "tested")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a cell for a formula (OWASP, CSV injection)."""


def coverage_lines(courses: Sequence[Course]) -> Iterator[str]:
    """For each course its objectives with how often each is taught, practised and tested, then where."""
    for course in courses:
        rows = coverage(course)
        yield say("coverage_of", title=course.settings.title)
        if not rows:
            yield say("coverage_none")
            continue
        yield from text_table([_head(), *(_counts(row) for row in rows)])
        yield ""
        for row in rows:
            yield from _places(row)
        whole = sum(all(_spans(row, part) for part in _PARTS) for row in rows)
        yield say("coverage_whole", n=whole, total=len(rows))


def coverage_csv(courses: Sequence[Course]) -> str:
    """One line an objective: course, id, words, three counts, and the three lists of ``file:line``."""
    text = io.StringIO()
    lines = csv.writer(text)
    lines.writerow(["course", "objective", "text", *_PARTS, *(f"{part}_at" for part in _PARTS)])
    for course in courses:
        for row in coverage(course):
            counts = [len(_spans(row, part)) for part in _PARTS]
            places = ["; ".join(_place(span) for span in _spans(row, part)) for part in _PARTS]
            words = (course.settings.id, row.objective.id, row.objective.text)
            lines.writerow([*map(_harmless, words), *counts, *map(_harmless, places)])
    return text.getvalue()


def _head() -> list[str]:
    return [say("objective"), *map(say, _PARTS), ""]


def _counts(row: Coverage) -> list[str]:
    return [row.objective.id, *(str(len(_spans(row, part)) or "–") for part in _PARTS), row.objective.text]


def _places(row: Coverage) -> Iterator[str]:
    for part in _PARTS:
        yield from (f"{row.objective.id} {say(part)} {_place(span)}" for span in _spans(row, part))


def _spans(row: Coverage, part: str) -> Sequence[Span]:
    return {"taught": row.taught, "practised": row.practised, "tested": row.tested}[part]


def _place(span: Span) -> str:
    return f"{span.path}:{span.line}"


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
