"""The minutes that a chapter states are enough to read it, and not far too many."""

from __future__ import annotations

from collections.abc import Iterator

from ssg.blocks.quiz import Quiz
from ssg.check.kind import Check
from ssg.model import Block, Chapter, Course, Prose
from ssg.problems import Problem, Span
from ssg.wording import reading_characters, words_of

QUICK, SLOW = 400, 200
"""Characters a minute: a practised reader of Chinese, and one who thinks about each line."""
ITEM, BLOCK = 2, 20
"""Minutes: the most that an item, or any other exercise, is likely to take."""
TIMES = 2


def check_reading_time(course: Course) -> Iterator[Problem]:
    """Compare what each chapter states with what there is to read and to do."""
    for chapter in course.chapters:
        if chapter.minutes is None:
            continue
        characters = sum(map(_characters, chapter.parts))
        least = characters / QUICK
        most = characters / SLOW + sum(_longest(block) for block in chapter.blocks())
        values: dict[str, str | int] = {"stated": chapter.minutes, "characters": characters}
        if chapter.minutes < least:
            yield _problem("IT401", chapter, {**values, "least": round(least + 0.5)})
        elif chapter.minutes > TIMES * max(most, 5):
            yield _problem("IT402", chapter, {**values, "most": round(most + 0.5)})


def _characters(part: Prose | Block) -> int:
    if isinstance(part, Prose):
        return reading_characters(words_of(part.html))
    return sum(reading_characters(words_of(item.stem + item.body)) for item in part.items())


def _longest(block: Block) -> int:
    return ITEM * len(block.items()) if isinstance(block, Quiz) else BLOCK


def _problem(code: str, chapter: Chapter, values: dict[str, str | int]) -> Problem:
    return Problem(code=code, span=Span(path=chapter.path, line=1), values=values)


CHECK = Check(name="reading time", check=check_reading_time)
