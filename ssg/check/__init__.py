"""What only the whole course can tell. Every module of this package that declares a ``CHECK`` is asked."""

from __future__ import annotations

from collections.abc import Iterator

from ssg.catalog import collect
from ssg.check.kind import Check
from ssg.model import Course
from ssg.problems import Problem


def check(course: Course) -> Iterator[Problem]:
    """The faults of a course whose chapters are read, and those of its translations.

    What stands in the page twice, as the items of a pre-test in its post-test, is told of once.
    """
    told = set()
    for problem in _found(course):
        same = (problem.code, problem.span, *sorted(problem.values.items()))
        if same not in told:
            told.add(same)
            yield problem


def _found(course: Course) -> Iterator[Problem]:
    for kind in _checks():
        yield from kind.check(course)
        if kind.editions:
            yield from (problem for edition in course.editions for problem in kind.check(edition))


def _checks() -> list[Check]:
    return list(collect("ssg.check", "CHECK").values())
