"""Scales to rate on, as an author writes them: ``1–5``, or ``1 很不合适，2，3，4，5 很合适``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ssg.parse.marks import halve

_POINT = re.compile(r"(\d{1,3})?[.、:：\s]*(.*)", re.DOTALL)
_RUN = re.compile(r"(\d{1,3})\s*(?:-|–|—|~|到|至|to)\s*(\d{1,3})")
_COMMA = re.compile("[、，,；;]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A point of a scale: its number and the author's words for it, which may be empty."""

    value: int
    label: str


def points_of(text: str) -> Sequence[Point] | None:
    """The points that a text names, ``1–5`` or each with its words; None where they are not numbered upwards."""
    run = _RUN.fullmatch(halve(text).strip())
    if run:
        return [Point(value=value, label="") for value in range(int(run[1]), int(run[2]) + 1)[:100]] or None
    parts = [part.strip() for part in _COMMA.split(text) if part.strip()]
    numbered = [point_of(part) for part in parts]
    if all(value is None for value, _ in numbered):
        return [Point(value=number, label=label) for number, label in enumerate(parts, 1)]
    points = [Point(value=value, label=label) for value, label in numbered if value is not None]
    rising = all(low.value < high.value for low, high in pairwise(points))
    return points if rising and len(points) == len(parts) else None


def point_of(text: str) -> tuple[int | None, str]:
    """``5 完全符合`` → its number, None without one, and its words."""
    found = _POINT.fullmatch(halve(text[:4]) + text[4:])
    assert found is not None, "both halves may be empty"
    return int(found[1]) if found[1] else None, found[2].strip()
