"""Includes: ``> [!包含] 共用/免责.md`` in a line of its own stands for the text of that file.

They are resolved line by line before Markdown is read, so that an included text may hold headings and whole blocks.
Every line remembers the file in which it is written; included texts are kept in sub-folders, where no chapters are.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import unquote

from ssg.model import Source
from ssg.parse import words
from ssg.parse.page import Origin
from ssg.problems import Problem, Span, closest

DEEPEST = 5
MOST_LINES = 20_000
"""So many lines may a chapter include in all: files that include each other again and again grow without end."""

_QUOTE = r" {0,3}>[ \t　]*"
_BRACKET = re.compile(r"[\[［【]")
_MARKER = re.compile(rf"{_QUOTE}[\[［【][ 　]*[!！][ 　]*([^\]］】]{{1,30}}?)[ 　]*[\]］】](.*)")
_LINK = re.compile(r"!?\[[^\[\]]{0,200}\]\(<?([^()<>]{1,500})>?\)")
_NEXT = re.compile(rf"{_QUOTE}(.*)")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_SHOWN = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Include:
    """An include as written: its lines from ``first`` to ``last`` (from 0, excluded), and the file that it names.

    ``file`` is relative to the course folder, and empty where the name leads out of it; ``more`` is other text.
    """

    first: int
    last: int
    typed: str
    file: str
    more: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """A text with what it includes; ``origins`` is empty where it includes nothing."""

    texts: Sequence[str]
    origins: Sequence[Origin]


@dataclass(slots=True, kw_only=True)
class _Splice:
    """The lines of a chapter as they come together."""

    included: Mapping[str, Source]
    problems: list[Problem]
    texts: list[str] = field(default_factory=list)
    origins: list[Origin] = field(default_factory=list)


def find_includes(lines: Sequence[str], file: str) -> Iterator[Include]:
    """The includes of a text that lies at ``file`` in its course folder; none inside fenced code."""
    if not any(">" in line and _BRACKET.search(line) for line in lines):
        return
    fence = ""
    for at, line in enumerate(lines):
        start = line.lstrip(" ")[:1]
        if start in "`~" and start and (mark := _FENCE.match(line)):
            fence = _fence_behind(mark[1], fence)
        elif start == ">" and not fence and (found := _MARKER.match(line)) and _is_include(found[1]):
            yield _include(lines, at, found[2].strip(), file)


def _fence_behind(mark: str, fence: str) -> str:
    """The fence that is open behind a line of such marks; empty where none is."""
    if not fence:
        return mark
    return "" if mark.startswith(fence) else fence


def _is_include(name: str) -> bool:
    return words.find("alert", name) == "include"


def _include(lines: Sequence[str], at: int, typed: str, file: str) -> Include:
    last = at + 1
    while last < len(lines) and _NEXT.match(lines[last]):
        last += 1
    inside = [typed, *(_NEXT.sub(r"\1", line).strip() for line in lines[at + 1 : last])]
    name, *more = [text for text in inside if text] or [""]
    link = _LINK.fullmatch(name)
    target = unquote(link[1]).strip() if link else name
    return Include(first=at, last=last, typed=target, file=_resolve(target, file), more=" ".join(more))


def _resolve(target: str, file: str) -> str:
    if target.startswith("/") or "\\" in target or ":" in target:
        return ""
    joined = posixpath.join(posixpath.dirname(file), unicodedata.normalize("NFC", target))
    path = posixpath.normpath(joined)
    return "" if path in (".", "..") or path.startswith("../") else path


def splice(body: Sequence[str], path: str, file: str, included: Mapping[str, Source], problems: list[Problem]) -> Lines:
    """The lines of a chapter with those that it includes; ``included`` are the texts by their path in the course."""
    includes = list(find_includes(body, file))
    if not includes:
        return Lines(texts=body, origins=())
    work = _Splice(included=included, problems=problems)
    _add(body, path, (file,), includes, work)
    return Lines(texts=work.texts, origins=work.origins)


def _add(lines: Sequence[str], path: str, chain: Sequence[str], includes: Sequence[Include], work: _Splice) -> None:
    """Add a text, its includes resolved; ``chain`` are the files from the chapter down to this one."""
    at = 0
    for include in includes:
        _add_lines(lines, at, include.first, path, chain[-1], work)
        # Empty lines around, so that nothing before or behind runs into the included text.
        _add_empty(include.first, path, chain[-1], work)
        _add_file(include, lines, path, chain, work)
        _add_empty(include.first, path, chain[-1], work)
        at = include.last
    _add_lines(lines, at, len(lines), path, chain[-1], work)


def _add_lines(lines: Sequence[str], first: int, last: int, path: str, file: str, work: _Splice) -> None:
    work.texts += lines[first:last]
    work.origins += [Origin(path=path, file=file, line=at + 1) for at in range(first, last)]


def _add_empty(at: int, path: str, file: str, work: _Splice) -> None:
    work.texts.append("")
    work.origins.append(Origin(path=path, file=file, line=at + 1))


def _add_file(include: Include, lines: Sequence[str], path: str, chain: Sequence[str], work: _Splice) -> None:
    fault = _fault(include, chain, work)
    if fault:
        code, values = fault
        line = lines[include.first]
        span = Span(path=path, line=include.first + 1, column=1, length=len(line.rstrip()))
        work.problems.append(Problem(code=code, span=span, values=values))
        return
    source = work.included[include.file]
    inner = source.text.split("\n")
    if inner[0].rstrip() == "---":
        work.problems.append(Problem(code="MD508", span=Span(path=source.path, line=1, length=3)))
        return
    first = len(work.origins)
    _add(inner, source.path, (*chain, include.file), list(find_includes(inner, include.file)), work)
    until = len(work.origins)
    work.origins[first:] = [replace(each, until=each.until or until) for each in work.origins[first:]]


def _fault(include: Include, chain: Sequence[str], work: _Splice) -> tuple[str, dict[str, str | int]] | None:
    """Why the file cannot stand here."""
    file, typed = include.file, include.typed
    if include.more:
        return "MD502", {"text": include.more}
    if not typed:
        return "MD501", {}
    if not file:
        return "MD503", {"target": typed}
    if file in chain:
        return "MD506", {"chain": " → ".join([*chain, file])}
    if "/" not in file:
        return "MD505", {"target": file}
    if file not in work.included:
        known = list(work.included)
        return "MD504", {"target": file, "guess": closest(file, known), "known": "、".join(known[:_SHOWN]) or "–"}
    if len(chain) > DEEPEST:
        return "MD507", {"limit": DEEPEST, "chain": " → ".join([*chain, file])}
    if len(work.texts) > MOST_LINES:
        return "MD509", {"limit": MOST_LINES}
    return None
