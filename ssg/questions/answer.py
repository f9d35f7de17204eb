"""What an item asks and what a right answer says, in a reader's words: test papers, keys and guides print it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal, Protocol

from ssg.catalog import find
from ssg.model import Question
from ssg.plural import Plural


class Words(Protocol):
    """The words of a language, by their keys, as templates have them."""

    def __getitem__(self, key: str, /) -> str | Plural: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """What may be chosen: its ``id`` in responses and its words as safe HTML.

    ``mark`` is what it is chosen by, such as a point of a scale; empty where its place in the list gives it a letter.
    """

    id: str
    html: str
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where one answer goes; ``asked`` is what it answers, as safe HTML, empty where that is the stem itself.

    ``alternatives`` are there to choose from. It ``takes`` one of them, several (any number), or all in their right
    order. Where there are none, words are written on so many ``lines``, before the ``unit`` if there is one.
    """

    id: str
    asked: str = ""
    alternatives: Sequence[Alternative] = ()
    takes: Literal["one", "several", "all"] = "one"
    lines: int = 1
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """An item as a form to fill in; nothing in it depends on what is right.

    ``rows`` says whether its places may stand in any order, ``shuffle`` whether the alternatives of each may; None
    leaves that to the quiz.
    """

    places: Sequence[Place]
    rows: bool = False
    shuffle: bool | None = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What is right at the place of that id, in ``words`` as safe HTML, and in ``ids`` where it is chosen.

    They belong together (``and``), in this order (``then``), or any one of them does (``or``).
    """

    place: str
    asked: str = ""
    ids: Sequence[str] = ()
    words: Sequence[str]
    join: Literal["and", "then", "or"] = "and"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What the author says of an option: what choosing it is ``worth`` in words, and its feedback as safe HTML."""

    id: str
    html: str
    worth: str
    feedback: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The right answer to an item, ``rule`` how it is scored, in a sentence, and what helps to mark it.

    ``remarks`` are in the author's order, only those that say something; ``panel`` says who judged, as safe HTML;
    ``rubric`` are criteria with their points.
    """

    expected: Sequence[Expected]
    rule: str
    remarks: Sequence[Remark] = ()
    panel: str = ""
    rubric: Sequence[tuple[str, int]] = ()


def answer_of(item: Question, t: Words) -> Answer:
    """The right answer to an item of any type, in the words of ``t``; the template ``paper/answer.html`` prints it."""
    answer: Answer = find("ssg.questions", item.kind).solution(item, t)
    return answer


def form_of(item: Question, t: Words) -> Form:
    """An item of any type as a form to fill in, in the words of ``t``."""
    form: Form = find("ssg.questions", item.kind).form(item, t)
    return form


def points_text(points: Fraction) -> str:
    """Points as people write them: 2, 0.5, or 2/3 where decimals would round."""
    hundredths = points * 100
    return f"{float(points):g}" if hundredths.denominator == 1 else str(points)


def says(t: Words, key: str, item: Question, parts: int, **values: str | int) -> str:
    """A scoring rule in words, ``{part}`` being the points of one of so many equal parts of the item."""
    return t[key].format(part=points_text(Fraction(item.points, parts)), **values)


def remarks(options: Sequence[Any], worths: Sequence[str]) -> Sequence[Remark]:
    """What an author says of options, with what each is worth in words; silent ones are left out."""
    said = [
        Remark(id=option.id, html=option.html, worth=worth, feedback=option.feedback)
        for option, worth in zip(options, worths, strict=True)
    ]
    return [remark for remark in said if remark.worth or remark.feedback]
