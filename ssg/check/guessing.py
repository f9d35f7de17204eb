"""No item pays well for knowing nothing."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ssg.blocks.quiz import Quiz
from ssg.check.kind import Check
from ssg.guessing import guess
from ssg.model import Course
from ssg.problems import Problem
from ssg.questions.choice import Choice

TICKED = Fraction(1, 3)
"""What H5P's rule pays for ticking everything: the most that anybody should get for it."""
BLIND = Fraction(1, 2)
"""What tossing a coin pays."""


def check_guessing(course: Course) -> Iterator[Problem]:
    """Look where an author decides what options are worth: every other rule keeps guessing low by itself."""
    for quiz in (block for block in course.blocks() if isinstance(block, Quiz) and block.same is None):
        for item in quiz.items():
            if isinstance(item, Choice) and (item.credits or all(option.checked for option in item.options)):
                yield from _guessed(item)


def _guessed(item: Choice) -> Iterator[Problem]:
    found = guess(item)
    assert found is not None  # options can always be guessed
    if found.everything is not None and found.everything >= TICKED:
        yield Problem(code="IT301", span=item.span, values={"percent": round(100 * found.everything)})
    elif found.random > BLIND:
        yield Problem(code="IT302", span=item.span, values={"percent": round(100 * found.random)})


CHECK = Check(name="guessing", check=check_guessing, editions=False)
