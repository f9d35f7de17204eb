"""Certificates that a trainer hands out and signs: a page for each name, or one with a line to write the name on.

They bear no check code: those come from a learner's own results, see ``ssg/results/certificate.py``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ssg.paper.model import Sheet
from ssg.paper.pack import PackKind
from ssg.paper.press import Press
from ssg.results.certificate import plain_name
from ssg.wording import breadth

MOST_OBJECTIVES = 8
"""So many find room in two columns, the first of each chapter."""

WIDEST = (30, 40, 54)
"""The most half characters that a name may have for the first, the second and the third size of letters."""


class Holder(NamedTuple):
    """Whom a certificate is for; ``size`` of the name's letters, from 1, the largest, to 4."""

    name: str
    size: int


def make(press: Press) -> Sequence[Sheet]:
    """One document with a page for each name."""
    course = press.course
    title = f"{course.settings.title} · {press.t['pack_certificate']}"
    holders = [holder(name) for name in press.format.names] or [Holder("", 1)]
    objectives = course.outcomes(1)[:MOST_OBJECTIVES]
    sheet = press.sheet("certificate", "certificate", title, "trainee", holders=holders, objectives=objectives)
    return [sheet]


def holder(typed: str) -> Holder:
    """A name as it is printed, in letters with which it fits a line, or two of the smallest."""
    name = plain_name(typed)
    return Holder(name, 1 + sum(breadth(name) > most for most in WIDEST))


KIND = PackKind(name="certificate", make=make)
