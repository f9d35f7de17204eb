"""The ids of the last published version, ``course.lock``, are still there: progress and answers hang on them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ssg.check.kind import Check
from ssg.identity.names import names
from ssg.model import Course, Lock
from ssg.problems import Problem, Span

if TYPE_CHECKING:  # following costs time to import, and only what was published is followed
    from ssg.identity.follow import Gone, Stayed


def check_published(course: Course) -> Iterator[Problem]:
    """Compare the course with what trainees may have worked with."""
    if course.lock is None:
        return
    from ssg.identity.follow import follow

    if course.lock.course != course.settings.id:
        yield _other_course(course.lock, course)
    gone, stayed = follow(course.lock.known, list(names(course)))
    for loss in gone:
        yield from _vanished(loss)
    for pair in stayed:
        yield from _exchanged(pair)


def _other_course(lock: Lock, course: Course) -> Problem:
    values: dict[str, str | int] = {"id": lock.course, "now": course.settings.id}
    return Problem(code="ID001", span=Span(path=course.settings.path, line=1), values=values)


RENAMED = {"chapter": "ID002", "block": "ID003", "item": "ID004", "part": "ID008"}
GONE = {"chapter": "ID006", "block": "ID006", "item": "ID006"}


def _vanished(loss: Gone) -> Iterator[Problem]:
    """An id that is no longer there; what a conversation loses of its nodes ends unfinished plays alone."""
    old, new = loss.old, loss.new
    if new is None:
        code = GONE.get(old.sort) or ("ID007" if old.kind == "field" else None)
        if code:
            yield Problem(code=code, span=old.span, values={"id": "/".join(old.path), "text": old.text})
    elif new.given and new.path[-1] != old.path[-1]:
        values: dict[str, str | int] = {"id": _to_write(loss), "now": new.path[-1], "text": old.text}
        yield Problem(code="ID005", span=new.span, values=values)
    else:
        code = "ID009" if old.kind == "field" else RENAMED[old.sort]
        yield Problem(code=code, span=new.span, values={"id": _to_write(loss), "text": old.text, "now": new.text})


def _to_write(loss: Gone) -> str:
    """The id that the author writes: the whole path where the name stands below another one than it did."""
    return "/".join(loss.old.path) if loss.moved else loss.old.path[-1]


def _exchanged(pair: Stayed) -> Iterator[Problem]:
    """An item that is no longer the one that was answered under its id."""
    old, new = pair.old, pair.new
    if new.sort != "item" or old.print == new.print:
        return
    from ssg.identity.follow import unlike

    if old.kind != new.kind:
        yield Problem(code="ID010", span=new.span, values={"id": new.path[-1], "text": old.text})
    elif unlike(old, new):
        yield Problem(code="ID011", span=new.span, values={"id": new.path[-1], "text": old.text})


CHECK = Check(name="published", check=check_published, editions=False)
