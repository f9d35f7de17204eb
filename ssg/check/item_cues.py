"""Items whose key can be told without thinking, weighed over the whole course."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ssg.blocks.quiz import Quiz
from ssg.check.kind import Check
from ssg.cues import Codes, Decision, weigh
from ssg.model import Course
from ssg.problems import Problem
from ssg.questions.choice import Choice
from ssg.questions.truefalse import TrueFalse

CODES = Codes(longest="IT101", shortest="IT102", place="IT103", polite="IT104", absolute="IT105")
FEWEST_STATEMENTS = 8
MOST_ALIKE = 0.6


def check_item_cues(course: Course) -> Iterator[Problem]:
    """Weigh every cue over all single-choice items, and how often statements are true."""
    quizzes = [block for block in course.blocks() if isinstance(block, Quiz) and block.same is None]
    yield from weigh([each for quiz in quizzes for each in _decisions(quiz)], CODES)
    yield from _statements([item for quiz in quizzes for item in quiz.items() if isinstance(item, TrueFalse)])


def _decisions(quiz: Quiz) -> Iterator[Decision]:
    for item in quiz.items():
        if isinstance(item, Choice) and not item.multiple and not item.credits:
            best = {at for at, option in enumerate(item.options) if option.checked}
            shuffled = quiz.shuffle if item.shuffle is None else item.shuffle
            texts = [option.text for option in item.options]
            yield Decision(texts=texts, best=best, shuffled=shuffled, span=item.options[min(best)].span)


def _statements(items: Sequence[TrueFalse]) -> Iterator[Problem]:
    """Who guesses the more frequent answer should gain little by it."""
    true = sum(item.answer for item in items)
    if len(items) >= FEWEST_STATEMENTS and max(true, len(items) - true) > MOST_ALIKE * len(items):
        values: dict[str, str | int] = {"true": true, "false": len(items) - true}
        yield Problem(code="IT106", span=items[0].span, values=values)


CHECK = Check(name="item cues", check=check_item_cues)
