"""The text of a results file → its values. The file may be anything: every way to be wrong is said in words."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from typing import Any

from ssg.results.model import Answer, Attempt, Certificate, Place, QuizSum, Results, Row
from ssg.results.node import Node, UnreadableError

SCHEMA = 1
LARGEST = 20_000_000
"""Bytes; the page makes no file near this size."""


def read_file(file: str) -> Results:
    """The values of a file; raises UnreadableError for one that is none of ours."""
    if not os.path.exists(file):  # noqa: PTH110 - a Path raises for a name that is too long
        raise UnreadableError("verify_missing")
    if not os.path.isfile(file):  # noqa: PTH113 - a Path raises here too
        raise UnreadableError("verify_no_file")
    try:
        with open(file, "rb") as stream:  # noqa: PTH123 - the name was asked for as a text, and is no Path yet
            content = stream.read(LARGEST + 1)
    except OSError as error:
        raise UnreadableError("verify_closed", reason=error.strerror or str(error)) from error
    if len(content) > LARGEST:
        raise UnreadableError("verify_large", n=LARGEST // 1_000_000)
    return read_results(content)


def read_results(content: bytes) -> Results:
    """The values of what a file holds."""
    root = Node(_parsed(content))
    if not root.has("format") or root["format"].value != "coursewright-results":
        progress = root.has("format") and root["format"].value == "coursewright-progress"
        raise UnreadableError("verify_progress" if progress else "verify_other")
    if root["schema"].count() > SCHEMA:
        raise UnreadableError("verify_newer")
    if root.has("form"):
        raise UnreadableError("verify_form")
    return _results(root)


def _parsed(content: bytes) -> Any:
    try:
        return json.loads(content.decode("utf-8-sig"), parse_constant=_refuse, object_pairs_hook=_unique)
    except (ValueError, RecursionError) as error:  # the latter for a thousand brackets
        raise UnreadableError("verify_json") from error


def _refuse(name: str) -> Any:
    raise ValueError(name)  # NaN and Infinity are Python's, not JSON's


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Of a name that is there twice, readers see different values."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name twice")
    return found


def _results(root: Node) -> Results:
    course, totals = root["course"], root["totals"]
    answers = [_answer(each) for each in root["answers"]]
    pretests = totals["pretests"] if totals.has("pretests") else Node([])
    return Results(
        course=course["id"].text(),
        title=course["title"].text(),
        version=course["version"].text(),
        build=course["build"].text(),
        learner=root["learner"]["name"].text(),
        answers=_once({each.place: each for each in answers}, answers),
        quizzes=[_quiz(each, counts=True) for each in totals["quizzes"]],
        pretests=[_quiz(each, counts=False) for each in pretests],
        chapters={
            each["chapter"].text(): (each["earned"].points(), each["possible"].count()) for each in totals["chapters"]
        },
        earned=totals["earned"].points(),
        possible=totals["possible"].count(),
        certificate=_certificate(root["certificate"]) if root.has("certificate") else None,
    )


def _once(found: dict[Place, Answer], answers: Sequence[Answer]) -> dict[Place, Answer]:
    if len(found) < len(answers):
        raise UnreadableError("verify_shape", where="answers")
    return found


def _place(node: Node, *names: str) -> Place:
    return tuple(node[name].text() for name in ("chapter", "block", *names))


def _answer(node: Node) -> Answer:
    last = node["last"]
    return Answer(
        place=_place(node, "item"),
        first=_attempt(node["first"]),
        last=None if last.value is None else _attempt(last),
    )


def _attempt(node: Node) -> Attempt:
    return Attempt(
        response=node["response"].value,
        earned=node["earned"].points(),
        possible=node["possible"].count(),
        hints=node["hints"].count(),
        print=node["print"].text(),
    )


def _quiz(node: Node, *, counts: bool) -> QuizSum:
    counted = None
    if node.has("counted"):
        counted = {_place(each, "item"): each["points"].count() for each in node["counted"]}
    return QuizSum(
        place=_place(node),
        answered=node["answered"].count(),
        items=node["items"].count(),
        earned=node["earned"].points(),
        possible=node["possible"].count(),
        counted=counted,
        pass_mark=node["pass_mark"].count() if counts else None,
        passed=node["passed"].flag() if counts else None,
    )


def _certificate(node: Node) -> Certificate:
    node["earned"].points()
    return Certificate(
        quizzes=[_row(each) for each in node["quizzes"]],
        possible=node["possible"].count(),
        **{name: node[name].text() for name in ("name", "version", "build", "date", "earned", "code")},
    )


def _row(node: Node) -> Row:
    node["earned"].points()
    return Row(
        place=_place(node),
        earned=node["earned"].text(),
        possible=node["possible"].count(),
        pass_mark=node["pass_mark"].count(),
    )
