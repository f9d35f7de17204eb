"""Ids tell chapters and blocks apart: in addresses, in what a trainee's answers are saved under, in results."""

from __future__ import annotations

from collections.abc import Iterator

from ssg.check.kind import Check
from ssg.identity.names import names
from ssg.model import Chapter, Course, Known
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
    first: dict[tuple[str, ...], tuple[Known, Known | None]] = {}
    block: Known | None = None
    for known in (known for known in names(course) if known.sort in ("block", "item")):
        block = known if known.sort == "block" else block
        other, owner = first.setdefault(known.path, (known, block))
        if other is not known and owner is not block:
            values: dict[str, str | int] = {
                "id": known.path[-1],
                "first": other.span.line,
                "path": other.span.path,
            }
            yield Problem(code="LK202", span=known.span, values=values)


CHECK = Check(name="ids", check=check_ids)
