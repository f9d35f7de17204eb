"""What a class sits as a test: each exam, pre-test and post-test, or all quizzes together where there is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ssg.blocks.quiz import Quiz
from ssg.model import Chapter, Course, Question
from ssg.paper.seeded import by_hash


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """Items that are sat together; ``word`` is the keyword of their block.

    ``pass_mark`` is in per cent, None where there is nothing to pass; ``seconds`` is the time limit, 0 for none.
    ``mixed`` says whether the items may stand in any order. ``items`` have their quiz beside them and are named by
    ids, so that a translation has the same names and so the same order.
    """

    word: str
    title: str
    intro: str
    pass_mark: int | None
    seconds: int
    mixed: bool
    items: Mapping[str, tuple[Quiz, Question]]

    @property
    def points(self) -> int:
        """The points of all items."""
        return sum(item.points for _, item in self.items.values())

    @property
    def needed(self) -> Fraction | None:
        """The points that pass, None where there is nothing to pass."""
        return None if self.pass_mark is None or not self.points else Fraction(self.points * self.pass_mark, 100)


def sittings_of(course: Course) -> Sequence[Sitting]:
    """The tests of a course in its order, none where it has no quiz."""
    quizzes = [(chapter, block) for chapter in course.chapters for block in chapter.blocks() if isinstance(block, Quiz)]
    filled = [(chapter, quiz) for chapter, quiz in quizzes if quiz.questions]
    alone = [_alone(chapter, quiz, course) for chapter, quiz in filled if quiz.word != "quiz"]
    return alone or [_together(filled, course)] if filled else []


def _alone(chapter: Chapter, quiz: Quiz, course: Course) -> Sitting:
    mark = course.settings.pass_mark if quiz.pass_mark is None else quiz.pass_mark
    return Sitting(
        word=quiz.word,
        title=quiz.title,
        intro=quiz.intro,
        pass_mark=None if quiz.word == "pretest" else mark,
        seconds=quiz.seconds,
        mixed=quiz.shuffle_items or "shuffle_items" not in quiz.places,
        items=_drawn(chapter, quiz, course),
    )


def _together(filled: Sequence[tuple[Chapter, Quiz]], course: Course) -> Sitting:
    return Sitting(
        word="quiz",
        title=course.settings.title,
        intro="",
        pass_mark=course.settings.pass_mark,
        seconds=0,
        mixed=True,
        items={name: each for chapter, quiz in filled for name, each in _drawn(chapter, quiz, course).items()},
    )


def _drawn(chapter: Chapter, quiz: Quiz, course: Course) -> Mapping[str, tuple[Quiz, Question]]:
    """The items of a quiz; of a bank as many as an attempt draws, the same for every version."""
    above = f"{course.settings.id}/{chapter.id}/{quiz.id}"
    items = {f"{above}/{item.id}": (quiz, item) for item in quiz.questions}
    drawn = set(by_hash(list(items), "draw")[: quiz.draw or None])
    return {name: each for name, each in items.items() if name in drawn}
