"""Ids tell chapters and blocks apart: in addresses, in what a trainee's answers are saved under, in results."""

from __future__ import annotations

from collections.abc import Iterator

from ssg.check.kind import Check
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
        yield from _blocks_of(chapter)


def _blocks_of(chapter: Chapter) -> Iterator[Problem]:
    first: dict[str, Block] = {}
    for block in chapter.blocks():
        other = first.setdefault(block.id, block)
        if other is not block:
            yield Problem(code="LK202", span=block.span, values={"id": block.id, "first": other.span.line})


CHECK = Check(name="ids", check=check_ids)
