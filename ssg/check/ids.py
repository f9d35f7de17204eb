"""Ids tell chapters and blocks apart: in addresses, in what a trainee's answers are saved under, in results."""

from __future__ import annotations

from collections.abc import Iterator

from ssg.check.kind import Check
from ssg.identity.names import block_path, item_path
from ssg.model import Block, Chapter, Course
from ssg.problems import Problem, Span


def check_ids(course: Course) -> Iterator[Problem]:
    """Look for ids that are used twice."""
    first: dict[str, Chapter] = {}
    for chapter in course.chapters:
        other = first.setdefault(chapter.id.casefold(), chapter)
        if other is not chapter:
            values = {"id": chapter.id, "other": other.path}
            yield Problem(code="LK201", span=Span(path=chapter.path, line=1), values=values)
    yield from _blocks_and_items(course)


def _blocks_and_items(course: Course) -> Iterator[Problem]:
    """What was moved and says where it was may meet what is there now. A quiz looks at its own items itself."""
    first: dict[tuple[str, ...], tuple[Block, Span]] = {}
    for block, path, span in _places(course):
        owner, other = first.setdefault(path, (block, span))
        if owner is not block:
            values: dict[str, str | int] = {"id": path[-1], "first": other.line, "path": other.path}
            yield Problem(code="LK202", span=span, values=values)


def _places(course: Course) -> Iterator[tuple[Block, tuple[str, ...], Span]]:
    """Where the records of each block and of its items are, and where they stand in the text."""
    for chapter in course.chapters:
        for block in chapter.blocks():
            path = block_path(chapter, block)
            yield block, path, block.span
            yield from ((block, item_path(path, item), item.span) for item in block.items())


CHECK = Check(name="ids", check=check_ids)
