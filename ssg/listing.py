"""What lies in a course folder: ordinary files by their relative names, and what is refused with its reason."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path

from ssg.parse.metadata.identifier import DEVICES
from ssg.problems import Problem, Span

LONGEST_NAME = 255  # bytes, the limit of the usual file systems
LONGEST_PATH = 160  # characters below the course folder: Windows allows 260 with all that stands in front
MOST_FILES = 20_000
# Refused by Windows, or able to turn a line of text around.
ILLEGAL = re.compile('[<>:"|?*\\\\\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]')
# What systems and editors leave lying about; like names that begin with a dot or end with ~, it is no part of a course.
LITTER = ("thumbs.db", "desktop.ini", "__macosx", "node_modules")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Files by their path below the folder, in natural order; ``refused`` are names that a problem speaks of.

    In the listing of a translation ``names`` says how a file is really called that stands there under another name.
    """

    files: Mapping[str, Path]
    refused: AbstractSet[str]
    names: Mapping[str, str] = field(default_factory=dict)

    def real(self, name: str) -> str:
        """The name of a file as it is in the folder."""
        return self.names.get(name, name)


def list_folder(folder: Path, shown: str) -> tuple[Listing, list[Problem]]:
    """Every file of the folder, which must be resolved; ``shown`` is the folder as problems name it."""
    files: dict[str, Path] = {}
    problems: list[Problem] = []
    refused = set()
    for name, entry in _walk(folder, "", shown, problems):
        problem = _refuse(name, entry, folder, shown)
        if problem:
            problems.append(problem)
            refused.add(name)
        elif len(files) < MOST_FILES:
            files[name] = Path(entry.path)
        else:
            problems.append(Problem(code="CF024", span=Span(path=shown, line=1), values={"limit": MOST_FILES}))
            break
    problems.extend(_collisions(files, shown))
    return Listing(files={name: files[name] for name in sorted(files, key=natural)}, refused=refused), problems


def natural(name: str) -> tuple[list[int | str], str]:
    """The order of names as people count: ``2-`` before ``10-``."""
    parts = re.split(r"(\d+)", unicodedata.normalize("NFC", name), flags=re.ASCII)
    return [int(part) if at % 2 else part for at, part in enumerate(parts)], name


def _walk(folder: Path, prefix: str, shown: str, problems: list[Problem]) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """The folder's files and whatever else is no folder, at any depth."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        values: dict[str, str | int] = {"name": folder.name, "reason": error.strerror or str(error)}
        problems.append(Problem(code="CF005", span=Span(path=f"{shown}/{prefix}".rstrip("/"), line=1), values=values))
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name.endswith("~") or entry.name.casefold() in LITTER:
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), f"{prefix}{entry.name}/", shown, problems)
        else:
            yield f"{prefix}{entry.name}", entry


def _refuse(name: str, entry: os.DirEntry[str], folder: Path, shown: str) -> Problem | None:
    """Why the file is not taken: not a file, a link that leads away, or a name that not every system can hold."""
    span = Span(path=f"{shown}/{name}", line=1)
    code = _wrong_kind(entry, folder)
    if code:
        return Problem(code=code, span=span, values={"name": name})
    for part in name.split("/"):
        if len(part.encode("utf-8", "surrogateescape")) > LONGEST_NAME - len(".tmp") or len(name) > LONGEST_PATH:
            return Problem(code="CF015", span=span, values={"name": part, "limit": LONGEST_PATH})
        found = ILLEGAL.search(part)
        if found or DEVICES.fullmatch(part) or part[-1] in ". ":
            return Problem(code="CF014", span=span, values={"name": part, "part": found[0] if found else part})
    return None


def _wrong_kind(entry: os.DirEntry[str], folder: Path) -> str | None:
    if entry.is_symlink():
        try:
            target = Path(entry.path).resolve(strict=True)
        except (OSError, RuntimeError):  # a link in a circle is a RuntimeError until Python 3.13
            return "CF009"
        if not target.is_relative_to(folder):
            return "CF008"
        if target.is_dir():
            return "CF009"
    try:
        mode = entry.stat().st_mode
    except OSError:
        return "CF009"
    return None if stat.S_ISREG(mode) else "CF010"


def _collisions(files: Mapping[str, Path], shown: str) -> Iterator[Problem]:
    """Names that are one name on Windows or macOS."""
    first: dict[str, str] = {}
    for name in files:
        other = first.setdefault(unicodedata.normalize("NFC", name).casefold(), name)
        if other != name:
            span = Span(path=f"{shown}/{name}", line=1)
            yield Problem(code="CF013", span=span, values={"name": name, "other": other})
