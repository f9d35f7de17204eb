"""What happens when: a course's chapters and their parts on a clock that starts with the class."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ssg.blocks.roleplay.report import reading_minutes
from ssg.model import Block, Chapter, Course, Prose

Length = Callable[[Prose | Block], int]
"""How much there is to read in a part, in characters."""

TIMED: Mapping[str, Callable[[Any], int]] = {
    "exercise": lambda exercise: exercise.minutes,
    "quiz": lambda quiz: -(-quiz.seconds // 60),
    "roleplay": lambda scene: reading_minutes(scene)[1],
}
"""The minutes of parts that have a time of their own, 0 where they have none: stated, or as slow readers take."""

WORK: Mapping[str, Callable[[Any], int]] = {
    "quiz": lambda quiz: 200 * len(quiz.questions),
    "case": lambda case: 600 * len(case.questions),
    "worksheet": lambda sheet: 150 * len({field.label for field in sheet.fields()}),
    "reflection": lambda reflection: 300 * len(reflection.parts),
    "selfcheck": lambda check: 30 * len(check.statements),
    "survey": lambda survey: 50 * len(survey.kept()),
    "cards": lambda cards: 60 * len(cards.kept()),
}
"""How long it takes to answer, to write or to practise, as what one reads meanwhile, in characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A part with a time of its own."""

    block: Block
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A chapter on the clock; times are minutes since the beginning.

    ``minutes`` are those that the chapter states; where it does not (``stated``), those of its ``slots``. ``talk`` is
    what they leave for text and talk, below zero where they need more than the chapter has. ``open`` says that a
    chapter before states no time, so that ``start`` is the earliest. ``starts`` are those of its parts, by identity.
    """

    number: int
    chapter: Chapter
    start: int
    minutes: int
    stated: bool
    open: bool
    slots: Sequence[Slot]
    talk: int
    starts: Mapping[int, int]

    @property
    def end(self) -> int:
        """When the next one begins."""
        return self.start + self.minutes


def agenda_of(course: Course, length: Length) -> Sequence[Session]:
    """The chapters of a checked course one after the other, without breaks."""
    sessions: list[Session] = []
    for number, chapter in enumerate(course.chapters, 1):
        last = sessions[-1] if sessions else None
        sessions.append(_session(number, chapter, last, length))
    return sessions


def clock(minutes: int, *, open: bool = False) -> str:
    """``01:05``; ``01:05+`` where that is the earliest."""
    return f"{minutes // 60:02}:{minutes % 60:02}{'+' if open else ''}"


def _session(number: int, chapter: Chapter, last: Session | None, length: Length) -> Session:
    slots = [Slot(block=block, minutes=minutes) for block in chapter.blocks() if (minutes := _own_minutes(block))]
    taken = sum(slot.minutes for slot in slots)
    stated = chapter.minutes is not None
    minutes = taken if chapter.minutes is None else chapter.minutes
    start = last.end if last else 0
    return Session(
        number=number,
        chapter=chapter,
        start=start,
        minutes=minutes,
        stated=stated,
        open=last is not None and (last.open or not last.stated),
        slots=slots,
        talk=minutes - taken,
        starts=_starts(chapter, slots, start, minutes, length) if stated else {},
    )


def _own_minutes(block: Block) -> int:
    return TIMED[block.kind](block) if block.kind in TIMED else 0


def _starts(chapter: Chapter, slots: Sequence[Slot], start: int, minutes: int, length: Length) -> Mapping[int, int]:
    """When each part begins: those without a time share what is left by what there is to read and to do."""
    own = {id(slot.block): slot.minutes for slot in slots}
    others = {id(part): _weight(part, length) for part in chapter.parts if id(part) not in own}
    left, whole = max(0, minutes - sum(own.values())), sum(others.values()) or 1
    starts: dict[int, int] = {}
    passed = 0.0
    for part in chapter.parts:
        starts[id(part)] = start + round(passed)
        passed += own.get(id(part), left * others.get(id(part), 0) / whole)
    return starts


def _weight(part: Prose | Block, length: Length) -> int:
    return length(part) if isinstance(part, Prose) or part.kind not in WORK else WORK[part.kind](part)
