"""What each item pays for guessing, as people read it in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from ssg.blocks.quiz import Quiz
from ssg.guessing import guess
from ssg.model import Course, Question
from ssg.problems import Language
from ssg.reports.table import text_table
from ssg.say import say, user_language


def guessing_lines(courses: Sequence[Course]) -> Iterator[str]:
    """For each course its items: place, type, points, and the shares for blind luck and for ticking everything."""
    for course in courses:
        rows = guessing_rows(course, user_language())
        if rows:
            yield say("guessing_of", title=course.settings.title)
            yield from text_table(rows)


def guessing_rows(course: Course, language: Language) -> Sequence[Sequence[str]]:
    """The items of a course as rows below a head; none where it has no quiz."""
    quizzes = [block for block in course.blocks() if isinstance(block, Quiz) and block.same is None]
    rows = [_row(item) for quiz in quizzes for item in quiz.items()]
    return [[say(f"guessing_{column}", language) for column in COLUMNS], *rows] if rows else []


COLUMNS = ("place", "kind", "points", "random", "everything")


def _row(item: Question) -> list[str]:
    found = guess(item)
    shares = (_share(found.random), _share(found.everything)) if found else ("–", "–")
    return [f"{item.span.path}:{item.span.line}", item.kind, str(item.points), *shares]


def _share(share: Fraction | None) -> str:
    return "–" if share is None else f"{float(share):.2f}"
