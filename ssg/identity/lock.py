"""``course.lock``: what was last published, one name a line, so that version control shows and merges it by lines.

Each line is a JSON object. The first says which course and which version of this form; of the others the first field is
the sort of the name and its path, such as ``{"item": "recognise/listen/slow", …}``. Sorted by path, without a date: the
same course is the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Literal, get_args

from ssg.identity.names import names
from ssg.model import Course, Known, Lock, Source
from ssg.problems import Problem, Span

VERSION = 1
LONGEST_LINE = 4_000
NOTE = {
    "zh": "publish 命令写的。请和课程一起放进版本库；不要手改。",
    "en": "Written by publish. Keep it under version control with the course; do not edit it.",
}

Sort = Literal["chapter", "block", "item", "part"]
SORTS: Sequence[Sort] = get_args(Sort)
_DEEPEST = {"chapter": (1, 1), "block": (2, 2), "item": (3, 3), "part": (3, 4)}
_CONFLICT = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")


def lock_text(course: Course) -> str:
    """The file for the course as it is now."""
    note = NOTE["zh" if course.settings.language.startswith("zh") else "en"]
    head = {"lock": VERSION, "course": course.settings.id, "note": note}
    known = sorted(names(course), key=lambda each: (each.path, each.sort))
    return "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in (head, *map(_line, known)))


def _line(known: Known) -> dict[str, str]:
    fields = {known.sort: "/".join(known.path), "kind": known.kind, "print": known.print, "text": known.text}
    return {name: value for name, value in fields.items() if value or name == known.sort}


def read_lock(source: Source) -> tuple[Lock | None, list[Problem]]:
    """What the file says; nothing, and every fault with its line, where a line of it is damaged."""
    problems: list[Problem] = []
    rows = list(_rows(source, problems))
    head, known = _head(rows, source, problems), [each for row in rows[1:] if (each := _known(*row, problems))]
    problems.extend(_twice(known))
    if problems or head is None:
        return None, problems
    unique = {(each.sort, each.path): each for each in known}
    return Lock(course=head, known=list(unique.values()), span=Span(path=source.path, line=1)), []


def _rows(source: Source, problems: list[Problem]) -> Iterator[tuple[dict[str, str], Span]]:
    """The lines as objects of texts; a line that is none is a problem."""
    for number, line in enumerate(source.text.split("\n"), 1):
        span = Span(path=source.path, line=number, column=1, length=len(line))
        if line.startswith(_CONFLICT):
            problems.append(Problem(code="ID101", span=span))
        elif line.strip():
            yield _object(line), span


def _object(line: str) -> dict[str, str]:
    """The line's fields; none where it is no object."""
    try:
        found = json.loads(line) if len(line) <= LONGEST_LINE else None
    except (ValueError, RecursionError):  # the latter for a thousand brackets
        return {}
    return {name: str(value) for name, value in found.items()} if isinstance(found, dict) else {}


def _head(rows: Sequence[tuple[dict[str, str], Span]], source: Source, problems: list[Problem]) -> str | None:
    fields, span = rows[0] if rows else ({}, Span(path=source.path, line=1))
    version = fields.get("lock", "")
    if version.isascii() and version.isdigit() and int(version[:9]) > VERSION:
        problems.append(Problem(code="ID104", span=span, values={"version": version[:9], "known": VERSION}))
    elif version != str(VERSION) or not fields.get("course"):
        problems.append(Problem(code="ID102", span=span))
    return fields.get("course")


def _known(fields: dict[str, str], span: Span, problems: list[Problem]) -> Known | None:
    sort = next((each for each in SORTS if each in fields), None)
    path = tuple(fields[sort].split("/")) if sort else ()
    fewest, most = _DEEPEST[sort] if sort else (1, 0)
    if sort is None or not fewest <= len(path) <= most or not all(path):
        problems.append(Problem(code="ID102", span=span))
        return None
    kind, print, text = (fields.get(name, "") for name in ("kind", "print", "text"))
    return Known(sort=sort, path=path, kind=kind, print=print, text=text, span=span)


def _twice(known: Sequence[Known]) -> Iterator[Problem]:
    """Two lines of one name that say different things, as a merge leaves them."""
    first: dict[tuple[str, tuple[str, ...]], Known] = {}
    for each in known:
        other = first.setdefault((each.sort, each.path), each)
        if (other.kind, other.print, other.text) != (each.kind, each.print, each.text):
            values: dict[str, str | int] = {"id": "/".join(each.path), "first": other.span.line}
            yield Problem(code="ID103", span=each.span, values=values)
