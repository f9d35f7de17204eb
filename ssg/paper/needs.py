"""What a trainer brings along and puts up: packs to print, files, recordings, the materials and groups of exercises."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal

from ssg.blocks.exercise import Exercise
from ssg.model import Chapter, Course
from ssg.paper.pack import pack_names
from ssg.parse.prose.recordings import MEDIA

Count = Literal["each", "group", "trainer"]

PACKS: Mapping[str, tuple[Count, AbstractSet[str]]] = {
    "handout": ("each", frozenset()),
    "workbook": ("each", frozenset(("worksheet", "reflection", "case", "selfcheck", "survey", "exercise"))),
    "test": ("each", frozenset(("quiz",))),
    "cards": ("group", frozenset(("cards",))),
    "kit": ("group", frozenset(("roleplay",))),
    "certificate": ("each", frozenset()),
    "key": ("trainer", frozenset(("quiz",))),
}
"""How often each pack is printed, and the blocks that it is made of; none where every course has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file of the course's folder, and the numbers of the chapters that name it."""

    name: str
    chapters: Sequence[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """What the room needs: packs with their counts, files for the trainer, recordings, exercises that say something."""

    packs: Sequence[tuple[str, Count]]
    files: Sequence[File]
    recordings: Sequence[File]
    exercises: Sequence[tuple[int, Exercise]]
    kinds: AbstractSet[str]


def needs_of(course: Course) -> Needs:
    """What a checked course asks for."""
    kinds = {block.kind for block in course.blocks()}
    return Needs(
        packs=[
            (name, PACKS[name][0])
            for name in pack_names(course)
            if name in PACKS and (not PACKS[name][1] or kinds & PACKS[name][1])
        ],
        files=_files((number, link.target) for number, chapter in _numbered(course) for link in chapter.trainer_files),
        recordings=_files(
            (number, link.target)
            for number, chapter in _numbered(course)
            for link in (*chapter.images, *chapter.trainer_files)
            if link.target.lower().endswith(MEDIA)
        ),
        exercises=list(_exercises(course)),
        kinds=kinds,
    )


def _numbered(course: Course) -> Iterator[tuple[int, Chapter]]:
    return enumerate(course.chapters, 1)


def _files(named: Iterator[tuple[int, str]]) -> Sequence[File]:
    chapters: dict[str, list[int]] = {}
    for number, name in named:
        known = chapters.setdefault(name, [])
        if number not in known:
            known.append(number)
    return [File(name=name, chapters=numbers) for name, numbers in chapters.items()]


def _exercises(course: Course) -> Iterator[tuple[int, Exercise]]:
    """Those with something to bring or to form groups by."""
    for number, chapter in _numbered(course):
        for block in chapter.blocks():
            if isinstance(block, Exercise) and {"people", "groups", "materials"} & dict(block.facts).keys():
                yield number, block
