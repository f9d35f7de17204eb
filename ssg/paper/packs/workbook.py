"""The workbook: all that is filled in by hand, with room to write, chapter by chapter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ssg.model import Block, Chapter
from ssg.paper.model import Sheet
from ssg.paper.pack import PackKind
from ssg.paper.press import Press, numbered
from ssg.paper.reading import SHORT, on_paper, places

ROWS: Mapping[str, int] = {"worksheet": 2, "selfcheck": 2, "exercise": 3, "reflection": 5, "case": 6}
"""What is filled in, and how many lines each of its fields gets: a form asks for a phrase, a case for an argument."""


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
        chapter.id: [block for block in chapter.blocks() if block.kind in ROWS] for chapter in press.course.chapters
    }
    known = places(press.render(block) for chosen in blocks.values() for block in chosen)
    for number, chapter in enumerate(press.course.chapters, 1):
        if blocks[chapter.id]:
            parts = [(block, _part(block, press, known)) for block in blocks[chapter.id]]
            yield Filling(number=number, chapter=chapter, blocks=parts)


def _part(block: Block, press: Press, known: frozenset[str]) -> Markup:
    short = SHORT if block.kind == "worksheet" else 0
    return on_paper(press.render(block), press.t, known, ROWS[block.kind], short)


KIND = PackKind(name="workbook", make=make)
