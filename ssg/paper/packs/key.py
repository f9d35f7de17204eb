"""The answer key: for every version of the test paper what is right, under that version's numbers and letters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ssg.paper.booklets import Booklet, booklets
from ssg.paper.model import Sheet
from ssg.paper.pack import PackKind
from ssg.paper.press import Press
from ssg.paper.versions import Asked
from ssg.questions.answer import Answer, Expected, answer_of, points_text


def make(press: Press) -> Sequence[Sheet]:
    """A document for each version: a grid to mark by, then each answer with its rule and its reasons."""
    return [_key(press, booklet) for booklet in booklets(press, "pack_key")]


def _key(press: Press, booklet: Booklet) -> Sheet:
    return press.sheet(
        "key",
        booklet.name("answer-key"),
        booklet.title,
        "trainer",
        booklet.runs,
        papers=booklet.papers,
        answer=lambda asked: _answer(asked, press),
        points_text=points_text,
    )


def _answer(asked: Asked, press: Press) -> Answer:
    """The answer to an item, its places and options in the order of the paper."""
    answer = answer_of(asked.item, press.t)
    places = list(asked.letters)
    letters = asked.letters[places[0]]
    return replace(
        answer,
        expected=[
            _in_order(each, list(asked.letters[each.place]))
            for each in sorted(answer.expected, key=lambda each: places.index(each.place))
        ],
        remarks=sorted(answer.remarks, key=lambda each: letters.get(each.id, "")),
    )


def _in_order(expected: Expected, order: Sequence[str]) -> Expected:
    """What is chosen at a place as one looks for it on the paper: from A on, unless its order is the answer."""
    if not expected.ids or expected.join == "then":
        return expected
    chosen = sorted(zip(expected.ids, expected.words, strict=True), key=lambda each: order.index(each[0]))
    return replace(expected, ids=[id for id, _ in chosen], words=[words for _, words in chosen])


KIND = PackKind(name="key", make=make)
