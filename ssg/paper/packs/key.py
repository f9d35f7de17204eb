"""The answer key: for every version of the test paper what is right, under that version's numbers and letters."""

from __future__ import annotations

from collections.abc import Sequence

from ssg.paper.booklets import Booklet, booklets
from ssg.paper.model import Sheet
from ssg.paper.pack import PackKind
from ssg.paper.press import Press
from ssg.questions.answer import answer_of, points_text


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
        answer_of=answer_of,
        points_text=points_text,
    )


KIND = PackKind(name="key", make=make)
