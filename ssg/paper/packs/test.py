"""The test paper: every version of the course's tests with an answer sheet, for pens."""

from __future__ import annotations

from collections.abc import Sequence

from ssg.paper.booklets import booklets
from ssg.paper.model import Sheet
from ssg.paper.pack import PackKind
from ssg.paper.press import Press


def make(press: Press) -> Sequence[Sheet]:
    """A document for each version, with every test of the course from a new page."""
    return [
        press.sheet("test", booklet.name("test-paper"), booklet.title, "trainee", booklet.runs, papers=booklet.papers)
        for booklet in booklets(press, "pack_test")
    ]


KIND = PackKind(name="test", make=make)
