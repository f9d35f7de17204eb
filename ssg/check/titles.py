"""Every chapter has a title: it names the page, the entry in the chapter list and the way on."""

from __future__ import annotations

from collections.abc import Iterator

from ssg.check.kind import Check
from ssg.model import Chapter, Course
from ssg.problems import Problem, Span


def check_titles(course: Course) -> Iterator[Problem]:
    """Look for chapters that show their id for want of a title."""
    for chapter in course.chapters:
        if chapter.title == chapter.id and not _has_heading(chapter):
            yield Problem(code="LK203", span=Span(path=chapter.path, line=1), values={"id": chapter.id})


def _has_heading(chapter: Chapter) -> bool:
    return any(heading.level == 1 for heading in chapter.headings)


CHECK = Check(name="titles", check=check_titles)
