"""The workbook: all that is filled in by hand, with room to write, chapter by chapter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ssg.model import Block, Chapter
from ssg.paper.model import Sheet
from ssg.paper.pack import PackKind
from ssg.paper.press import Press, numbered
from ssg.paper.reading import FIELD, SHORT, on_paper, places


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """How many lines a field of a kind gets: few or many, as a page has room for ``page`` lines of such a block."""

    least: int
    most: int
    page: int

    def lines(self, fields: int) -> int:
        """For each of so many fields."""
        return min(self.most, max(self.least, self.page // max(fields, 1)))


ROOM: Mapping[str, Room] = {
    "worksheet": Room(least=2, most=2, page=0),
    "selfcheck": Room(least=2, most=2, page=0),
    "exercise": Room(least=3, most=5, page=9),
    "reflection": Room(least=5, most=9, page=21),
    "case": Room(least=6, most=6, page=0),
}
"""What is filled in: a form asks for a phrase, the questions after an exercise for notes, a case for an argument."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """A chapter as the workbook has it: its number in the course and its blocks, each with the id it is found by."""

    number: int
    chapter: Chapter
    blocks: Sequence[tuple[Block, Markup]]

    @property
    def entries(self) -> list[tuple[str, str]]:
        """Its blocks for the contents."""
        return [(f"{self.chapter.id}/{block.anchor}", block.title) for block, _ in self.blocks]


def make(press: Press) -> Sequence[Sheet]:
    """One document, none for a course that asks for nothing in writing."""
    chapters = list(_fillings(press))
    if not chapters:
        return []
    course = press.course
    title = f"{course.settings.title} · {press.t['pack_workbook']}"
    return [press.sheet("workbook", "workbook", title, "trainee", numbered(course.chapters), chapters=chapters)]


def _fillings(press: Press) -> Iterator[Filling]:
    blocks = {
        chapter.id: [block for block in chapter.blocks() if block.kind in ROOM] for chapter in press.course.chapters
    }
    known = places(press.render(block) for chosen in blocks.values() for block in chosen)
    for number, chapter in enumerate(press.course.chapters, 1):
        if blocks[chapter.id]:
            parts = [(block, _part(block, press, known)) for block in blocks[chapter.id]]
            yield Filling(number=number, chapter=chapter, blocks=parts)


def _part(block: Block, press: Press, known: frozenset[str]) -> Markup:
    html = press.render(block)
    lines = ROOM[block.kind].lines(html.count(FIELD))
    return on_paper(html, press.t, known, lines, SHORT if block.kind == "worksheet" else 0)


KIND = PackKind(name="workbook", make=make)
