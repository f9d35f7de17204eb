"""The page of a code: how much it weighs, what is wrong, what to do, and the same course wrong and right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from string import Formatter
from typing import Any

from ssg.problems import Language, catalogue, closest, rows
from ssg.say import say

CHAPTER = "01-a.md"
"""What the only chapter of an example is called."""


def explain_all(language: Language) -> str:
    """The pages of all codes, each below a heading of the second level, in the catalogue's order."""
    return "\n".join(explain(code, language) for code in catalogue())


def explain(code: str, language: Language) -> str:
    """The page as Markdown; ``code`` is one of the catalogue's."""
    entry, row = catalogue()[code], rows()[code]
    fixes = dict.fromkeys((entry.fix[language], entry.fix_plain[language]))
    parts = [
        f"## {code} {opened(entry.message[language])}",
        say(f"explain_{entry.severity}", language),
        *(opened(fix) for fix in fixes),
        *_examples(row, language),
    ]
    return "\n\n".join(parts) + "\n"


def likely_code(typed: str) -> str | None:
    """The code that was typed, in any case; None where there is none of that name."""
    return next((code for code in catalogue() if code == typed.strip().upper()), None)


def guess_code(typed: str) -> str:
    """The code that was most likely meant, or an empty string."""
    return closest(typed.strip().upper(), list(catalogue()))


def bad_files(row: Mapping[str, Any]) -> Mapping[str, str]:
    """The course that shows a fault, its texts by file; empty where text alone cannot show it."""
    return row.get("files") or ({CHAPTER: row["example"]} if "example" in row else {})


def good_files(row: Mapping[str, Any]) -> Mapping[str, str]:
    """The same course put right: ``good`` is its chapter, ``good_files`` what differs, ``good_without`` what went."""
    good = dict(bad_files(row)) | row.get("good_files", {})
    if "good" in row:
        good[CHAPTER] = row["good"]
    return {name: text for name, text in good.items() if name not in row.get("good_without", ())}


def opened(text: str) -> str:
    """A message with dots where its words come from the course, its lines joined as Markdown joins none."""
    filled = "".join(literal + ("…" if name is not None else "") for literal, name, _, _ in Formatter().parse(text))
    return re.sub(r"\n +", "\n\n    ", filled, count=1).replace("\n     ", "\n    ")


def _examples(row: Mapping[str, Any], language: Language) -> Iterator[str]:
    bad = bad_files(row)
    if not bad:
        return
    place = row.get("path", CHAPTER)
    yield say("explain_bad", language, line=row["line"]) if place in bad else say("explain_bad_files", language)
    yield from _files(bad, place, row["line"])
    yield say("explain_good", language)
    yield from _files(good_files(row), "", 0)


def _files(files: Mapping[str, str], marked: str, line: int) -> Iterator[str]:
    for name, text in files.items():
        if len(files) > 1:
            yield f"`{name}`"
        if text.strip():
            shown = _numbered(text, line) if name == marked else text.strip("\n").split("\n")
            yield _fenced(shown, name.rpartition(".")[2])


def _numbered(text: str, marked: int) -> Sequence[str]:
    """The lines with their numbers, a sign at the one in question."""
    lines = enumerate(text.rstrip("\n").split("\n"), start=1)
    return [f"{number:>3} {'▶' if number == marked else '│'} {line}".rstrip() for number, line in lines]


def _fenced(lines: Sequence[str], ending: str) -> str:
    longest = max((len(run) for run in re.findall("`{3,}", "\n".join(lines))), default=2)
    fence = "`" * (longest + 1)
    language = {"md": "markdown", "yaml": "yaml"}.get(ending, "text")
    return "\n".join((f"{fence}{language}", *lines, fence))
