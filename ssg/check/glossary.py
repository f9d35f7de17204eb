"""The glossary: every term is used somewhere, and its page is nobody else's."""

from __future__ import annotations

from collections.abc import Iterator

from ssg.check.kind import Check
from ssg.model import Course
from ssg.problems import Problem, Span


def check_glossary(course: Course) -> Iterator[Problem]:
    """Look for terms that no chapter uses, and for a chapter in the glossary's place."""
    if course.glossary is None:
        return
    used = {name for chapter in course.chapters for name in chapter.terms}
    for term in course.glossary.terms:
        if term.name not in used:
            yield Problem(code="MD513", span=term.span, values={"name": term.name})
    for chapter in course.chapters:
        if chapter.id.casefold() == course.glossary.page.id:
            yield Problem(code="MD515", span=Span(path=chapter.path, line=1), values={"id": chapter.id})


CHECK = Check(name="glossary", check=check_glossary)
