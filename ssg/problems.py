"""What can be wrong with a course: where, which code, and how it is said in the trainer's language.

A problem is a value. It holds a code and the words that fill the code's message; wording, severity and the
example that proves it live as data in ``ssg/catalogue/*.toml`` (one table a code).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, Literal

Severity = Literal["error", "warning", "info"]
Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A place in a source file; ``line`` and ``column`` count from 1 in characters, ``length`` is what to underline."""

    path: str
    line: int
    column: int = 1
    length: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One fault of a course at one place. ``level`` is how much it weighs where the course says other than usual."""

    code: str
    span: Span
    values: Mapping[str, str | int] = field(default_factory=dict)
    level: Severity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What the catalogue knows of a code; the texts hold ``{name}`` fields that ``Problem.values`` fill.

    ``fix_plain`` is what to type where there is nothing to guess (``guess`` is empty); mostly the same as ``fix``.
    """

    code: str
    severity: Severity
    message: Mapping[Language, str]
    fix: Mapping[Language, str]
    fix_plain: Mapping[Language, str]


@cache
def catalogue() -> Mapping[str, Entry]:
    """Every code that this version knows."""
    return {code: entry_of(code) for code in rows()}


@cache
def entry_of(code: str) -> Entry:
    """What the catalogue knows of one code; only the file that holds it is read."""
    row = next(_read(text)[code] for text in _texts() if f"[{code}]\n" in text)
    return Entry(
        code=code,
        severity=row["severity"],
        message=row["message"],
        fix=row["fix"],
        fix_plain=row.get("fix_plain", row["fix"]),
    )


@cache
def rows() -> Mapping[str, Mapping[str, Any]]:
    """The catalogue as its data files say it, examples included."""
    return {code: row for text in _texts() for code, row in _read(text).items()}


@cache
def _texts() -> Sequence[str]:
    data = sorted(Path(__file__).with_name("catalogue").glob("*.toml"))
    return [file.read_text(encoding="utf-8") for file in data]


@cache
def _read(text: str) -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads(text)


def severity(problem: Problem) -> Severity:
    """How much the problem weighs: an error stops the build, the others do not."""
    return problem.level or entry_of(problem.code).severity


def closest(word: str, known: list[str]) -> str:
    """The known name that the author most likely meant, or an empty string."""
    return next(iter(get_close_matches(word, known, n=1, cutoff=0.5)), "")
