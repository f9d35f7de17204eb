"""Post-tests take the items of the pre-test they name, once every chapter is read.

The items keep their ids, so that each answer can be compared with the one before the course; they get anchors of their
own, with a dot, which no heading has.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ssg.blocks.quiz.model import Origin, Quiz
from ssg.model import Chapter, Mention, Question
from ssg.parse import words
from ssg.parse.marks import split_setting
from ssg.problems import Problem, closest

_SHOWN = 6


@dataclass(frozen=True, slots=True)
class _Placed:
    """A quiz and the id of its chapter."""

    chapter: str
    quiz: Quiz


def take_items(chapters: Sequence[Chapter]) -> tuple[list[Chapter], list[Problem]]:
    """The chapters with the items of every post-test in place, and the targets that cannot be followed."""
    quizzes = [
        _Placed(chapter.id, block) for chapter in chapters for block in chapter.blocks() if isinstance(block, Quiz)
    ]
    taken: dict[int, Quiz] = {}
    problems: list[Problem] = []
    for post in quizzes:
        if post.quiz.same and post.quiz.word == "posttest" and not post.quiz.questions:
            found = _follow(post.quiz.same, post.chapter, quizzes)
            if isinstance(found, Problem):
                problems.append(found)
                continue
            taken[id(post.quiz)] = _with_items(post.quiz, found)
            problems += _given_away(post.quiz.same, found.quiz)
    return [_replaced(chapter, taken) for chapter in chapters] if taken else list(chapters), problems


def _replaced(chapter: Chapter, taken: dict[int, Quiz]) -> Chapter:
    return replace(chapter, parts=[taken.get(id(part), part) for part in chapter.parts])


def _with_items(post: Quiz, pre: _Placed) -> Quiz:
    questions = [_moved(each, post, pre.quiz) for each in pre.quiz.questions]
    return replace(post, pretest=Origin(chapter=pre.chapter, id=pre.quiz.id), questions=questions)


def _moved(item: Question, post: Quiz, pre: Quiz) -> Question:
    return replace(
        item,
        id=item.id.rpartition("/")[2],  # one that was moved says where its records are, and here it has others
        anchor=f"{post.anchor}.{item.anchor}",
        objectives=item.objectives or post.objectives or pre.objectives,
    )


def _given_away(same: Mention, pre: Quiz) -> list[Problem]:
    if pre.feedback == "score_only":
        return []
    return [Problem(code="QM013", span=same.span, values={"title": pre.title})]


def _follow(same: Mention, chapter: str, quizzes: Sequence[_Placed]) -> _Placed | Problem:
    """The pre-test that is meant: one in the chapter before one elsewhere, and never a guess between several."""
    meant = [placed for placed in quizzes if _means(same.name, placed)]
    here = [placed for placed in meant if placed.chapter == chapter] if not same.name.startswith("#") else []
    found = [placed for placed in here or meant if placed.quiz.word == "pretest"]
    pretests = [placed.quiz.title for placed in quizzes if placed.quiz.word == "pretest"]
    known = "、".join(pretests[:_SHOWN]) or "–"
    if len(found) == 1:
        return found[0]
    if found:
        return Problem(code="QM014", span=same.span, values={"name": same.name, "known": known})
    if meant:
        other = meant[0].quiz
        return Problem(code="QM011", span=same.span, values={"name": other.title, "line": other.span.line})
    values = {"name": same.name, "guess": closest(same.name, pretests), "known": known}
    return Problem(code="QM010", span=same.span, values=values)


def _means(name: str, placed: _Placed) -> bool:
    """Whether a quiz is what a link, an id, a title, a whole heading, or simply “pre-test” stands for."""
    if name.startswith("#"):
        chapter, _, anchor = name[1:].partition("/")
        meant = anchor == placed.quiz.anchor if anchor else placed.quiz.word == "pretest"
        return placed.chapter == chapter and meant
    if words.find("kind", name):
        return placed.quiz.word == words.find("kind", name) == "pretest"
    parts = split_setting(name)
    title = parts[1] if parts and words.find("kind", parts[0]) else name
    return name == placed.quiz.id or words.fold(title) == words.fold(placed.quiz.title)
