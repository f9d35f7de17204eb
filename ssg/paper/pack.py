"""What a module must declare to be a pack."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ssg.catalog import collect, find
from ssg.model import Course
from ssg.paper.model import Sheet
from ssg.paper.press import Press
from ssg.parse.keywords import WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class PackKind:
    """A pack: ``name`` is its row in the keyword table and its folder in ``themes/base/paper``.

    ``make`` gives its sheets, none where the course has nothing for it.
    """

    name: str
    make: Callable[[Press], Sequence[Sheet]]


def pack_of(name: str) -> PackKind:
    """The pack of that name."""
    kind: PackKind = find("ssg.paper.packs", name)
    return kind


def pack_names(course: Course) -> Sequence[str]:
    """The packs that the course asks for; if it is silent, all in the order of the keyword table."""
    known = collect("ssg.paper.packs")
    return course.settings.packs or [name for name in WORDS["pack"] if name in known]
