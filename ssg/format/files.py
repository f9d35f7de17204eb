"""Chapter files in house style, each replaced in one step."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from ssg.chapters import unread
from ssg.discover import Sources
from ssg.format.chapter import Changed, Wanted, format_chapter
from ssg.format.reading import Reader
from ssg.model import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What became of a file, or would; ``reason`` is the key of the phrase that says why it was refused."""

    path: str
    outcome: Literal["written", "kept", "refused"]
    reason: str = ""


def each_result(
    courses: Sequence[Sources], chosen: AbstractSet[Path], wanted: Wanted, start: Path, *, write: bool
) -> Iterator[Result]:
    """Format the chapters of courses that were found from ``start``; of a course with chosen files only those."""
    for course in courses:
        files = {source.path: (start / source.path).resolve() for each in course.all() for source in each.chapters}
        folder = (start / course.path).resolve()
        only = {file for file in chosen if file.parent == folder}
        for source, reader, asked in _chapters(course, wanted):
            if not only or files[source.path] in only:
                yield _format(source, reader, files[source.path], asked, write=write)


def _chapters(course: Sources, wanted: Wanted) -> Iterator[tuple[Source, Reader, Wanted]]:
    """The chapters of a course and its translations. A translation has the ids of its original, so none are stamped."""
    known: dict[str, str] = {}
    for edition in course.all():
        pages, _ = unread(edition, known)
        asked = wanted if edition is course else replace(wanted, ids=False)
        for source, (_, page) in zip(edition.chapters, pages, strict=True):
            yield source, Reader(page=page, included=edition.companions.included), asked
            known[source.path] = page.chapter


def _format(source: Source, reader: Reader, file: Path, wanted: Wanted, *, write: bool) -> Result:
    try:
        text = format_chapter(source.text, reader, wanted)
    except Changed:
        return Result(path=source.path, outcome="refused", reason="format_changes")
    if text.encode() == file.read_bytes():
        return Result(path=source.path, outcome="kept")
    try:
        if write:
            replace_file(file, text)
    except OSError:
        return Result(path=source.path, outcome="refused", reason="format_not_writable")
    return Result(path=source.path, outcome="written")


def replace_file(file: Path, text: str) -> None:
    """Give a file another text in one step, so that a run that is killed leaves the old one; its permissions stay."""
    target = file.resolve()
    handle, name = tempfile.mkstemp(prefix=".format-", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as new:
            new.write(text.encode())
        shutil.copymode(target, name)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
