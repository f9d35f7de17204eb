"""The pictures and files that chapters name are in the course folder, under exactly that name."""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from ssg.check.kind import Check
from ssg.model import Course, Link
from ssg.problems import Problem, closest


def check_assets(course: Course) -> Iterator[Problem]:
    """Look for every file that a chapter names."""
    for page in course.pages():
        for link in (*page.images, *page.trainer_files):
            if link.target not in course.files:
                yield _missing(link, course.files)


def _missing(link: Link, files: AbstractSet[str]) -> Problem:
    guess = _under_another_spelling(link.target, files)
    if guess:
        return Problem(code="LK104", span=link.span, values={"target": link.target, "guess": guess})
    values = {"target": link.target, "guess": _elsewhere(link.target, files) or _alike(link.target, files)}
    return Problem(code="LK103", span=link.span, values=values)


def _under_another_spelling(target: str, files: AbstractSet[str]) -> str:
    """The file that Windows and macOS would open under this name, and a web server would not."""
    return next((file for file in sorted(files) if _folded(file) == _folded(target)), "")


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _elsewhere(target: str, files: AbstractSet[str]) -> str:
    """A file of that name in another folder of the course."""
    name = _folded(posixpath.basename(target))
    return next((file for file in sorted(files) if _folded(posixpath.basename(file)) == name), "")


def _alike(target: str, files: AbstractSet[str]) -> str:
    """A file of nearly that name, endings and folders aside."""
    stems = {_stem(file): file for file in sorted(files, reverse=True)}
    return stems.get(closest(_stem(target), list(stems)), "")


def _stem(path: str) -> str:
    return posixpath.splitext(posixpath.basename(path))[0]


CHECK = Check(name="assets", check=check_assets)
