"""Chapter files in house style, each replaced in one step."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ssg.chapters import unread
from ssg.discover import Sources
from ssg.format.chapter import Changed, Wanted, format_chapter
from ssg.format.reading import Reader
from ssg.model import Source
from ssg.parse.page import Page


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
        pages, _ = unread(course)
        files = [start / source.path for source in course.chapters]
        only = {file.resolve() for file in files} & chosen
        for source, (_, page), file in zip(course.chapters, pages, files, strict=True):
            if not only or file.resolve() in only:
                yield _format(source, page, file, wanted, write=write)


def _format(source: Source, page: Page, file: Path, wanted: Wanted, *, write: bool) -> Result:
    try:
        text = format_chapter(source.text, Reader(page=page), wanted)
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
