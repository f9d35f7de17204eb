"""Quizzes: items under one heading, as a quiz, a pre-test, a post-test or an exam."""

from ssg.blocks.kind import BlockKind
from ssg.blocks.quiz.model import Quiz
from ssg.blocks.quiz.reading import parse
from ssg.blocks.quiz.same import take_items

__all__ = ["KIND", "Quiz", "parse"]

KIND = BlockKind(
    name="quiz", words=("quiz", "pretest", "posttest", "exam"), parse=parse, shares=("clock",), finish=take_items
)
