"""A results file as values; ``ssg/schemas/results-1.schema.json`` says what each field means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

Place = tuple[str, ...]
"""Where records are: chapter, block and, for an answer, item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One try of an item; ``response`` is whatever JSON can say."""

    response: Any
    earned: Fraction
    possible: int
    hints: int
    print: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An item that was answered: its first and its latest attempt, the latter None while it is tried again."""

    place: Place
    first: Attempt
    last: Attempt | None

    def attempts(self) -> Sequence[Attempt]:
        """The different ones of the two."""
        return [self.first] if self.last in (None, self.first) else [self.first, self.last]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuizSum:
    """A quiz with its points. ``counted`` are the answers in the sum and what each item is worth; None where a page of
    an older build did not say. ``pass_mark`` and ``passed`` are None for a pre-test."""

    place: Place
    answered: int
    items: int
    earned: Fraction
    possible: int
    counted: Mapping[Place, int] | None
    pass_mark: int | None
    passed: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What a certificate says of one quiz; ``earned`` as the file writes it."""

    place: Place
    earned: str
    possible: int
    pass_mark: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """What the learner's certificate says, word for word."""

    name: str
    version: str
    build: str
    date: str
    earned: str
    possible: int
    quizzes: Sequence[Row]
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """One learner's results in one course. ``chapters`` are the sums of each chapter."""

    course: str
    title: str
    version: str
    build: str
    learner: str
    answers: Mapping[Place, Answer]
    quizzes: Sequence[QuizSum]
    pretests: Sequence[QuizSum]
    chapters: Mapping[str, tuple[Fraction, int]]
    earned: Fraction
    possible: int
    certificate: Certificate | None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check of a file found: a phrase of ``ssg/say.py`` and its words; whether it is as it should be."""

    key: str
    fine: bool
    values: Mapping[str, str | int]
