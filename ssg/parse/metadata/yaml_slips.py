"""Why YAML did not understand an author: the usual slips of typing, each named at its line.

YAML's own complaint speaks of tokens and often points a line too far, so we look for what people really type: a
full-width colon, no space behind the colon, a tab, a second colon in a title, a quote that never ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from ssg.problems import Problem, Span

WIDE_COLON = re.compile(r"([^\s:：#\"'\[{-][^:：]*)：\s*(.*)")
NO_SPACE = re.compile(r"([^\s:：#\"'\[{-][^:：\s]*):([^ \t].*)")
TAB = re.compile(r" *\t+")
WIDE_SPACE = re.compile("[ \t]*[\u3000\u00a0]+")
SECOND_COLON = re.compile(r"(\s*(?:- +)?)([^:]+): +(.*)")
OPENED = re.compile(r"\s*(?:- +)?(?:[^:]+: +)?([\[{\"'])")
COMMENT = re.compile(r"\S #(?=[^\s#])")
# What the complaint says, our code for it, and whether the fault lies where the complaint's context begins.
SIGNS = (
    ("quoted scalar", "CF113", True),
    ("scanning an alias", "CF107", True),
    ("scanning an anchor", "CF107", True),
    ("scanning a tag", "CF107", True),
    ("a flow sequence", "CF118", True),
    ("a flow mapping", "CF118", True),
    ("a flow node", "CF118", True),
    ("mapping values are not allowed", "CF105", False),
    ("sequence entries are not allowed", "CF119", False),
    ("cannot start any token", "CF115", False),
)


def explain(text: str, error: yaml.YAMLError, path: str, first_line: int) -> Iterator[Problem]:
    """What the author should type instead; every such slip of the file where there are several."""
    slips = list(looks_wrong(text, path, first_line))
    if slips:
        yield from slips
        return
    mark = getattr(error, "problem_mark", None)
    words = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    code, starts = next(((code, starts) for sign, code, starts in SIGNS if sign in words), ("CF101", False))
    if starts:
        mark = getattr(error, "context_mark", mark)
    lines = text.split("\n")
    at = min(mark.line, len(lines) - 1) if mark else 0
    while at > 0 and not lines[at].strip():
        at -= 1
    yield _problem(code, lines[at], path, first_line + at, mark.column if mark and at == mark.line else 0)


def looks_wrong(text: str, path: str, first_line: int) -> Iterator[Problem]:
    """The lines that no author can have meant as they stand, once it is known that the document cannot be read."""
    for number, line in enumerate(text.split("\n"), start=first_line):
        if found := WIDE_SPACE.match(line):
            yield Problem(code="CF112", span=_span(path, number, found.end() - 1, 1))
        elif found := TAB.match(line):
            yield Problem(code="CF104", span=_span(path, number, found.end() - 1, 1))
        elif found := WIDE_COLON.match(line):
            values: dict[str, str | int] = {"key": found[1].strip(), "value": found[2]}
            yield Problem(code="CF102", span=_span(path, number, found.end(1), 1), values=values)
        elif found := NO_SPACE.match(line):
            values = {"key": found[1], "value": found[2].strip()}
            yield Problem(code="CF103", span=_span(path, number, found.end(1), 1), values=values)


def lost_words(text: str, path: str, first_line: int) -> Iterator[Problem]:
    """``title: 投诉 #1``: YAML reads a comment where the author hardly meant one."""
    for number, line in enumerate(text.split("\n"), start=first_line):
        found = COMMENT.search(line)
        if found and not any(quote in line for quote in "\"'"):
            lost = line[found.end() - 1 :].rstrip()
            yield Problem(code="CF117", span=_span(path, number, found.end() - 1, len(lost)), values={"lost": lost})


def _problem(code: str, line: str, path: str, number: int, column: int) -> Problem:
    found = SECOND_COLON.match(line)
    if code == "CF105" and found and ":" not in found[3]:
        indent = len(line) - len(line.lstrip())
        return Problem(code="CF116", span=_span(path, number, 0, indent), values={"line": line.strip()})
    if code == "CF105" and found:
        quote = "'" if '"' in found[3] else '"'
        values: dict[str, str | int] = {"quoted": f"{found[1]}{found[2]}: {quote}{found[3]}{quote}".strip()}
        return Problem(code=code, span=_span(path, number, found.start(3), len(found[3])), values=values)
    if code == "CF105":
        code = "CF101"
    if code == "CF101" and (opened := OPENED.match(line)):
        code, column = "CF120" if opened[1] in "\"'" else "CF118", opened.start(1)
    shown = line[column : column + 1] or line.strip()[:1]
    return Problem(code=code, span=_span(path, number, column, 1), values={"character": shown, "line": line.strip()})


def _span(path: str, line: int, offset: int, length: int) -> Span:
    return Span(path=path, line=line, column=offset + 1, length=length)
