"""Whether a theme has every word that a course in a language shows: one that is missing stops the build."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from ssg.plural import Forms
from ssg.problems import Problem, Span, closest
from ssg.theme import BASE, Theme, load_theme

MEASURE = "zh-Hans"
"""The language of the base theme by whose words the others are measured."""

TABLES = ("page", "runtime")
COUNTED = frozenset({"zero", "one", "two"})
"""Forms that may say the number in words: “one minute”."""

_GAP = re.compile(r"\{(\w+)\}")
Words = Mapping[str, Mapping[str, Any]]


def word_faults(theme: Theme, language: str) -> Iterator[Problem]:
    """What a theme and those it extends lack in a language, and what no page asks for."""
    unread = [problem for folder in theme.folders if (problem := _unread(_file(folder, language)))]
    yield from unread
    if not unread:
        yield from _missing(theme, language)
        for folder in theme.folders:
            yield from _own_faults(_file(folder, language), theme, language)


def _missing(theme: Theme, language: str) -> Iterator[Problem]:
    """Words that neither the theme nor any that it extends has; the last of those is where they belong."""
    known = theme.tables(language)
    file = _file(theme.folders[-1], language)
    for table in ("language", *TABLES):
        for key, words in _measure()[table].items():
            if key not in known[table]:
                shown = words if isinstance(words, str) else words["other"]
                yield _problem("TH001", file, key="", name=key, table=table, language=language, words=shown)


def _own_faults(file: Path, theme: Theme, language: str) -> Iterator[Problem]:
    """Faults of the words that one file gives."""
    if not file.is_file():
        return
    categories = theme.language(language).get("plurals", "other").split()
    for table, words in _read(file).items():
        known = _measure().get(table, {})
        for key, given in words.items():
            if key not in known:
                yield _problem("TH002", file, key=key, name=key, table=table, guess=closest(key, list(known)))
            elif table != "language":
                yield from _gap_faults(file, key, given, known[key])
                yield from _form_faults(file, key, given, known[key], categories)


def _gap_faults(file: Path, key: str, given: str | Forms, known: str | Forms) -> Iterator[Problem]:
    meant = _gaps(known if isinstance(known, str) else known["other"])
    forms = {"other": given} if isinstance(given, str) else given
    for form, words in forms.items():
        found = _gaps(words)
        allowed = meant - {"n"} if form in COUNTED else meant
        if not allowed <= found <= meant:
            gaps = "、".join(f"{{{gap}}}" for gap in sorted(meant)) or "–"
            yield _problem("TH003", file, key=key, name=key, words=words, gaps=gaps)


def _form_faults(
    file: Path, key: str, given: str | Forms, known: str | Forms, categories: list[str]
) -> Iterator[Problem]:
    if isinstance(given, str):
        return
    counted = "n" in _gaps(known if isinstance(known, str) else known["other"])
    if not counted or set(given) != set(categories):
        yield _problem("TH004", file, key=key, name=key, known="、".join(categories) if counted else "–")


def _gaps(words: str) -> set[str]:
    return set(_GAP.findall(words))


def _problem(code: str, file: Path, key: str, **values: str | int) -> Problem:
    """At the line that gives the key; at the top of the file where there is none."""
    lines = file.read_text(encoding="utf-8").split("\n") if key else []
    line = next((number for number, line in enumerate(lines, 1) if re.match(rf"{re.escape(key)}\s*[=.]", line)), 1)
    return Problem(code=code, span=Span(path=_shown(file), line=line), values=values)


def _unread(file: Path) -> Problem | None:
    try:
        _read(file)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return _problem("TH005", file, key="", reason=str(error))
    return None


def _shown(file: Path) -> str:
    """The file from the folder of the themes on: ``themes/base/locales/en.toml``."""
    return "/".join(file.parts[-4:])


def _file(folder: Path, language: str) -> Path:
    return folder / "locales" / f"{language}.toml"


@cache
def _read(file: Path) -> Words:
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}


@cache
def _measure() -> Words:
    return load_theme(BASE).tables(MEASURE)
