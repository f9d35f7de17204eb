"""Objectives × (taught, practised, tested): where a course keeps what it promises.

A chapter whose front matter names an objective teaches it; a quiz and its items test it; every other block lets the
learner practise it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from ssg.model import Course, Mention, Objective, Part
from ssg.problems import Span


class Carrier(Protocol):
    """A block or an item: what may name objectives."""

    @property
    def objectives(self) -> Sequence[Mention]:
        """Those it names."""

    @property
    def span(self) -> Span:
        """Where it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """One objective and the places that teach, practise and test it, in the course's order."""

    objective: Objective
    taught: Sequence[Span]
    practised: Sequence[Span]
    tested: Sequence[Span]


def coverage(course: Course) -> list[Coverage]:
    """A row for every declared objective."""
    return [_row(objective, course) for objective in course.settings.objectives.values()]


def carriers(course: Course) -> Iterator[tuple[Part, Carrier]]:
    """Every block and item, with what it does for its objectives."""
    for block in course.blocks():
        yield block.part, block
        for item in block.items():
            yield block.part, item


def _row(objective: Objective, course: Course) -> Coverage:
    chapters = (mention for chapter in course.chapters for mention in chapter.objectives)
    return Coverage(
        objective=objective,
        taught=[mention.span for mention in chapters if mention.name == objective.id],
        practised=_places(objective, "practised", course),
        tested=_places(objective, "tested", course),
    )


def _places(objective: Objective, part: Part, course: Course) -> list[Span]:
    found = (carrier for does, carrier in carriers(course) if does == part)
    spans = [carrier.span for carrier in found if any(each.name == objective.id for each in carrier.objectives)]
    return list(dict.fromkeys(spans))  # a post-test asks the items of its pre-test again
