"""Problems as a trainer sees them: where, what, the line itself with the place underlined, and what to type instead."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from ssg.problems import Language, Problem, Severity, entry_of, severity
from ssg.say import say, user_language
from ssg.terminal import cells, safe

MOST_ALIKE = 3  # of one code in one file; the others are counted
WIDEST = 100  # cells of a source line that are shown around the fault
JSON_VERSION = 1
Painter = Callable[[str], str]
COLOURS: Mapping[Severity, str] = {"error": "31;1", "warning": "33;1", "info": "36;1"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """What the messages quote and speak: the course texts by path, and the language of each course folder."""

    by_path: Mapping[str, str]
    languages: Mapping[str, Language]

    def language(self, path: str) -> Language:
        """The language of the course that the file is in; the user's where there is none yet."""
        folders = (folder for folder in self.languages if path == folder or path.startswith(f"{folder}/"))
        return next((self.languages[folder] for folder in folders), user_language())

    def line(self, path: str, number: int) -> str:
        """A source line, or an empty one where the text could not be read."""
        lines = self.by_path.get(path, "").split("\n", number)
        return lines[number - 1] if number <= len(lines) else ""


def sentences(problem: Problem, language: Language) -> tuple[str, str]:
    """What is wrong, and what to type instead."""
    entry = entry_of(problem.code)
    fix = entry.fix if problem.values.get("guess") != "" else entry.fix_plain
    return entry.message[language].format(**problem.values), fix[language].format(**problem.values)


def in_order(problems: Sequence[Problem]) -> list[Problem]:
    """The problems by file and line, each once."""
    unique = {(problem.span, problem.code, *sentences(problem, "en")): problem for problem in problems}
    return [unique[key] for key in sorted(unique)]


def as_text(problems: Sequence[Problem], texts: Texts, colour: bool) -> Iterator[str]:
    """The lines to print; of many alike in one file the first few, then how many more there are."""
    for _, in_file in groupby(in_order(problems), key=lambda problem: problem.span.path):
        group = list(in_file)
        totals, shown = Counter(problem.code for problem in group), Counter[str]()
        for problem in group:
            shown[problem.code] += 1
            if shown[problem.code] <= MOST_ALIKE:
                yield from _paragraph(problem, texts, colour)
            if shown[problem.code] == MOST_ALIKE < totals[problem.code]:
                rest = [each.span.line for each in group if each.code == problem.code][MOST_ALIKE:]
                lines = ", ".join(str(line) for line in rest[:8]) + (" …" if len(rest) > 8 else "")
                language = texts.language(problem.span.path)
                yield "   " + say("more", language, n=len(rest), code=problem.code, lines=lines)


def as_json(problems: Sequence[Problem], texts: Texts) -> str:
    """The problems for editors: ``version`` changes when the shape does; lines and columns count from 1, in characters.

    Pure ASCII, so that nothing in a course can reach a terminal raw and no encoding can spoil it.
    """
    rows = []
    for problem in in_order(problems):
        span = problem.span
        message, fix = sentences(problem, texts.language(span.path))
        place = {"path": span.path, "line": span.line, "column": span.column, "length": span.length}
        rows.append({"code": problem.code, "severity": severity(problem), **place, "message": message, "fix": fix})
    return json.dumps({"version": JSON_VERSION, "problems": rows, "counts": counts(problems)}, indent=2)


def counts(problems: Sequence[Problem]) -> dict[Severity, int]:
    """How many problems there are of each weight."""
    found = Counter(severity(problem) for problem in in_order(problems))
    levels: tuple[Severity, ...] = ("error", "warning", "info")
    return {level: found[level] for level in levels}


def summary(problems: Sequence[Problem]) -> str:
    """The counts in words, in the user's language; empty without problems."""
    found = [say(f"{level}_count", n=n) for level, n in counts(problems).items() if n]
    return say("list_mark").join(found)


def _paragraph(problem: Problem, texts: Texts, colour: bool) -> Iterator[str]:
    span, level = problem.span, severity(problem)
    language = texts.language(span.path)
    message, fix = sentences(problem, language)
    paint = _painter(COLOURS[level], colour)
    place = f"{safe(span.path)}:{span.line}:{span.column}"
    yield f"{_painter('1', colour)(place)} {paint(say(f'severity_{level}', language))} {problem.code} {safe(message)}"
    yield from _excerpt(texts.line(span.path, span.line), problem, paint)
    yield f"   {safe(fix)}"


def _excerpt(line: str, problem: Problem, paint: Painter) -> Iterator[str]:
    """The source line, cut to the place where it is long, and carets under the fault."""
    if not line.strip():
        return
    start = min(problem.span.column - 1, len(line))
    length = min(problem.span.length, len(line) - start)
    first, last = _window(line, start, length)
    ahead, fault = ("… " if first else "") + safe(line[first:start]), safe(line[start : start + length])
    behind = safe(line[start + length : last]) + (" …" if last < len(line) else "")
    yield f"{problem.span.line:>5} | {ahead}{fault}{behind}".rstrip()
    yield f"      | {' ' * cells(ahead)}{paint('^' * max(1, min(cells(fault), WIDEST)))}"


def _window(line: str, start: int, length: int) -> tuple[int, int]:
    """From where to where a line is shown, so that the fault is in sight."""
    if cells(line) <= WIDEST:
        return 0, len(line)
    first = max(0, start - WIDEST // 4) if cells(line[: start + length]) > WIDEST - 20 else 0
    last = first
    width = 0
    while last < len(line) and width < WIDEST:
        width += cells(line[last])
        last += 1
    return first, max(last, min(start + 1, len(line)))


def _painter(code: str, colour: bool) -> Painter:
    return lambda text: f"\x1b[{code}m{text}\x1b[0m" if colour else text
