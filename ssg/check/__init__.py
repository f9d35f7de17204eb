"""What only the whole course can tell. Every module of this package that declares a ``CHECK`` is asked."""

from __future__ import annotations

from collections.abc import Iterator

from ssg.catalog import collect
from ssg.check.kind import Check
from ssg.model import Course
from ssg.problems import Problem


def check(course: Course) -> Iterator[Problem]:
    """The faults of a course whose chapters are read, and those of its translations."""
    for kind in _checks():
        yield from kind.check(course)
        if kind.editions:
            yield from (problem for edition in course.editions for problem in kind.check(edition))


def _checks() -> list[Check]:
    return list(collect("ssg.check", "CHECK").values())
