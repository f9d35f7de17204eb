"""A results file against the course it is of: every answer to an item as it is worded now is scored again."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ssg.blocks.quiz import Quiz
from ssg.catalog import collect
from ssg.identity.names import block_path, item_path
from ssg.model import Course, Question
from ssg.results.model import Attempt, Finding, Place, QuizSum, Results
from ssg.scoring import after_hints

Items = dict[Place, list[tuple[Quiz, Question]]]
"""The items by where their records are; one for each language."""


def check_course(results: Results, course: Course) -> Iterator[Finding]:
    """What the course says otherwise than the file; else how much of it was scored again."""
    if course.settings.id != results.course:
        yield Finding("verify_course", False, {"course": results.course, "other": course.settings.id})
        return
    items, scored, older = _items(course), 0, 0
    for place, answer in results.answers.items():
        for attempt in answer.attempts():
            known = [each for each in items.get(place, ()) if each[1].fingerprint() == attempt.print]
            scored, older = (scored + 1, older) if known else (scored, older + 1)
            if known and not any(_earns(attempt, *each) for each in known):
                yield Finding("verify_item", False, {"item": "/".join(place), "earned": str(attempt.earned)})
    yield from (finding for quiz in results.quizzes for finding in _rules(quiz, course, items))
    yield Finding("verify_scored", True, {"n": scored, "older": older})


def _items(course: Course) -> Items:
    found: Items = {}
    for each in (course, *course.editions):
        for chapter in each.chapters:
            for block in chapter.blocks():
                if isinstance(block, Quiz):
                    for item in block.questions:
                        chapter_id, block_id, *rest = item_path(block_path(chapter, block), item)
                        found.setdefault((chapter_id, block_id, "/".join(rest)), []).append((block, item))
    return found


def _earns(attempt: Attempt, quiz: Quiz, item: Question) -> bool:
    """Whether the response earns in this language what the file says."""
    share = Fraction(0)
    if attempt.response is not None:
        share = collect("ssg.questions")[item.kind].score(item.key(), attempt.response).earned
    return after_hints(share, attempt.hints, quiz.hint_cost_of(item)) * attempt.possible == attempt.earned


def _rules(stated: QuizSum, course: Course, items: Items) -> Iterator[Finding]:
    """The pass mark of a quiz and the points of its items, where the course still has it."""
    quizzes = {block_path(chapter, block): block for chapter in course.chapters for block in chapter.blocks()}
    quiz = quizzes.get(stated.place)
    if not isinstance(quiz, Quiz):
        return
    pass_mark = course.settings.pass_mark if quiz.pass_mark is None else quiz.pass_mark
    worth = {place: items[place][0][1].points for place in stated.counted or {} if place in items}
    other = any(worth[place] != points for place, points in (stated.counted or {}).items() if place in worth)
    if pass_mark != stated.pass_mark or other or (not quiz.draw and len(quiz.items()) != stated.items):
        yield Finding("verify_rules", False, {"quiz": "/".join(stated.place)})
