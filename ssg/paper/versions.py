"""The versions of a test: the same items in another order, with other letters before their options."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from unicodedata import east_asian_width

from markupsafe import Markup

from ssg.model import Question
from ssg.paper.seeded import by_hash, turned
from ssg.paper.sittings import Sitting
from ssg.questions.answer import Form, Place, Words, form_of

_TRIES = 64
"""Orders to try for a version that differs from those before it; a test of one statement has but one."""

_MANY = 36
"""So many places to answer fill a page in two columns."""

_WIDTHS = ((12, 4), (36, 2))
"""Options of at most so many half-width characters stand so many in a row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An item on a paper: its number there, and its form with a mark for each alternative."""

    number: int
    item: Question
    form: Form

    @property
    def letters(self) -> Mapping[str, Mapping[str, str]]:
        """The marks of each place's alternatives: ``{place id: {id: mark}}``."""
        return {place.id: {each.id: each.mark for each in place.alternatives} for place in self.form.places}

    @property
    def columns(self) -> int:
        """How many options fit beside each other."""
        widest = max((_width(each.html) for each in self.form.places[0].alternatives), default=0)
        return next((columns for width, columns in _WIDTHS if widest <= width), 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A version of a test, whose ``letter`` is empty where it is the only one."""

    sitting: Sitting
    letter: str
    questions: Sequence[Asked]

    @property
    def sheet(self) -> Sequence[Asked]:
        """The questions in the order of the answer sheet: those that need several lines stand below the others."""
        return sorted(self.questions, key=lambda asked: asked.form.places[0].lines > 1)

    @property
    def many(self) -> bool:
        """Whether the answer sheet is set close, so that it stays one page."""
        return sum(len(asked.form.places) for asked in self.questions) > _MANY


def versions(sitting: Sitting, count: int, t: Words) -> Sequence[Paper]:
    """So many versions of a test, each unlike the others as long as there are other orders."""
    papers: list[Paper] = []
    for version in range(count):
        tries = (_paper(sitting, version, again, count, t) for again in range(_TRIES))
        seen = [_order(paper) for paper in papers]
        unlike = (paper for paper in tries if _order(paper) not in seen)
        papers.append(next(unlike, None) or _paper(sitting, version, 0, count, t))
    return papers


def letter(number: int) -> str:
    """A to Z, then AA to AZ and so on; ``number`` counts from 0."""
    above, last = divmod(number, 26)
    return (letter(above - 1) if above else "") + chr(ord("A") + last)


def _paper(sitting: Sitting, version: int, again: int, count: int, t: Words) -> Paper:
    order = list(sitting.items)
    if sitting.mixed:
        order = by_hash(order, letter(version), str(again))
    asked = [_asked(sitting, name, number, version, t) for number, name in enumerate(order, 1)]
    return Paper(sitting=sitting, letter=letter(version) if count > 1 else "", questions=asked)


def _asked(sitting: Sitting, name: str, number: int, version: int, t: Words) -> Asked:
    quiz, item = sitting.items[name]
    form = form_of(item, t)
    shuffle = quiz.shuffle if form.shuffle is None else form.shuffle
    places = turned(form.places, lambda place: place.id, version, name) if form.rows else form.places
    marked = [_marked(place, shuffle, version, name) for place in places]
    return Asked(number=number, item=item, form=replace(form, places=marked))


def _marked(place: Place, shuffle: bool, version: int, name: str) -> Place:
    found = place.alternatives
    mixed = turned(found, lambda each: each.id, version, name) if shuffle else found
    return replace(place, alternatives=[replace(each, mark=each.mark or letter(at)) for at, each in enumerate(mixed)])


def _order(paper: Paper) -> object:
    """What tells two versions apart: items, places and alternatives in order."""
    return [
        (asked.item.id, [(place.id, [each.id for each in place.alternatives]) for place in asked.form.places])
        for asked in paper.questions
    ]


def _width(html: str) -> int:
    """How wide a text is, in half-width characters; a picture fills half a row."""
    if "<img" in html:
        return _WIDTHS[-1][0]
    return sum(2 if east_asian_width(each) in "WF" else 1 for each in Markup(html).striptags())
