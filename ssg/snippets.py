"""Samples of every kind and question type, and the VS Code snippets that are made of them.

A sample is one Markdown file, ``samples/<language>/kind/<word>.md`` or ``…/type/<word>.md``: a whole block, or one item
of a quiz. What an author will replace – titles, stems, options, and the names of nodes wherever they stand – becomes a
tab stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib.resources import files

from ssg.model import Json
from ssg.parse import words
from ssg.parse.keywords import WORDS
from ssg.parse.marks import split_arrow, split_setting
from ssg.problems import Language

SCOPES = ("kind", "type")
FOLDERS: Mapping[Language, str] = {"zh": "zh-Hans", "en": "en"}
TITLE: Mapping[Language, str] = {"zh": "# 写法示例", "en": "# How it is written"}
QUIZ: Mapping[Language, str] = {"zh": "## 测验：练一练", "en": "## Quiz: Practice"}
ABOUT: Mapping[str, Mapping[Language, str]] = {
    "kind": {"zh": "块：{name}", "en": "A block: {name}"},
    "type": {"zh": "题目：{name}", "en": "An item: {name}"},
}
_HEADING = re.compile(r"(?P<mark>#+ )(?P<words>.+)")
_OPTION = re.compile(r"(?P<mark>- \[[ x]\] )(?P<words>.+)")


def sample(scope: str, word: str, language: Language) -> str:
    """The sample of a kind or a type, as its file holds it."""
    file = files("ssg.samples") / FOLDERS[language] / scope / f"{word}.md"
    return file.read_text(encoding="utf-8")


def sample_chapter(scope: str, word: str, language: Language) -> str:
    """The sample as a chapter of its own: below a title, an item inside a quiz."""
    quiz = f"{QUIZ[language]}\n\n" if scope == "type" else ""
    return f"{TITLE[language]}\n\n{quiz}{sample(scope, word, language)}"


def snippets() -> Json:
    """A ``.code-snippets`` file: every word in both languages, each under all its names."""
    return {
        f"{scope} {word} {language}": _snippet(scope, word, language)
        for language in FOLDERS
        for scope in SCOPES
        for word in WORDS[scope]
    }


def _snippet(scope: str, word: str, language: Language) -> Json:
    names = WORDS[scope][word][language == "en"].split("|")
    return {
        "scope": "markdown",
        "prefix": [name.lower() for name in names],
        "description": ABOUT[scope][language].format(name=names[0]),
        "body": list(with_stops(sample(scope, word, language))),
    }


def with_stops(text: str) -> Iterator[str]:
    """The lines of a sample as a snippet's: words to replace as ``${1:words}``, the same words by the same number."""
    stops: dict[str, int] = {}
    headings = {_name(found["words"]) for line in text.split("\n") if (found := _HEADING.fullmatch(line))}
    for line in text.rstrip("\n").split("\n"):
        yield _line(line, headings, stops)
    yield "$0"


def without_stops(body: list[str]) -> str:
    """What a snippet leaves in the file where its author only presses the tab key."""
    text = "\n".join(body).removesuffix("$0")
    defaults = dict(re.findall(r"\$\{(\d+):((?:\\.|[^}\\])*)\}", text))
    filled = re.sub(r"\$\{(\d+):(?:\\.|[^}\\])*\}|(?<!\\)\$(\d+)", lambda stop: defaults[stop[1] or stop[2]], text)
    return re.sub(r"\\([\\$}])", r"\1", filled)


def _line(line: str, headings: set[str], stops: dict[str, int]) -> str:
    if found := _HEADING.fullmatch(line):
        name = _name(found["words"])
        return _escape(line.removesuffix(name)) + _stop(name, stops)
    if found := _OPTION.fullmatch(line):
        return _escape(found["mark"]) + _stop(found["words"], stops)
    arrow = split_arrow(line)
    if arrow and _name(arrow[1]) in headings:
        name = _name(arrow[1])
        return _escape(line.removesuffix(name)) + _stop(name, stops)
    return _escape(line)


def _name(heading: str) -> str:
    """A heading without the keyword that it begins with."""
    parts = split_setting(heading)
    known = parts and any(words.find(scope, parts[0]) for scope in ("kind", "ending_heading"))
    return parts[1] if parts and known else heading


def _stop(words: str, stops: dict[str, int]) -> str:
    if words in stops:
        return f"${stops[words]}"
    stops[words] = len(stops) + 1
    return f"${{{stops[words]}:{_escape(words)}}}"


def _escape(text: str) -> str:
    return re.sub(r"[\\$}]", r"\\\g<0>", text)
