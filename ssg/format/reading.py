"""A chapter's text as the course around it reads it, and whether two texts mean the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import cached_property
from typing import Any

from markdown_it.token import Token

from ssg.chapters import whole_chapter
from ssg.model import Chapter, Source
from ssg.parse.chapter import parse_chapter
from ssg.parse.includes import splice
from ssg.parse.metadata.frontmatter import FENCE, FrontMatter, read_front_matters
from ssg.parse.page import Page
from ssg.parse.settings import Setting
from ssg.parse.traces import Traces
from ssg.problems import Language, Problem, Span

UNTOUCHED = ("fence", "code_block", "table_open")
"""What is never rewritten: code and tables; mathematics by its name."""


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A text and what the parser made of it. Line numbers count from 0 here, as those of tokens do."""

    text: str
    front: FrontMatter
    chapter: Chapter
    traces: Traces
    problems: Sequence[Problem]
    language: Language
    page: Page
    tokens: Sequence[Token]

    @cached_property
    def body_start(self) -> int:
        """The first line behind the front matter."""
        lines = self.text.split("\n")
        if lines[0] == self.page.lines[0]:
            return 0
        return next(at for at in range(1, len(lines)) if lines[at].rstrip() == FENCE) + 1

    @cached_property
    def kept(self) -> frozenset[int]:
        """The lines that may not change: front matter, code, mathematics, tables."""
        found = set(range(self.body_start))
        for token in self.tokens:
            if token.map and (token.type in UNTOUCHED or "math" in token.type):
                found.update(range(*token.map))
        return frozenset(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Reads texts in the place of one chapter of a course; ``page`` has not been read with.

    ``included`` are the texts that chapters may include. They are left out, so that every line read is the file's own.
    """

    page: Page
    included: Mapping[str, Source] = field(default_factory=dict)

    def read(self, text: str) -> Reading:
        """What the text would be as this chapter, less what it includes."""
        return self._read(text, whole=False)

    def read_again(self, reading: Reading, text: str) -> Reading:
        """What a text has become: reading costs most of the time, and most chapters are in house style already."""
        return reading if text == reading.text else self.read(text)

    def means_the_same(self, before: Reading, after: Reading, *, links: bool, ids: bool) -> bool:
        """Whether two readings mean the same, also with all that they include."""
        if before.text == after.text:
            return True
        if not same(before, after, links=links, ids=ids):
            return False
        wholes = [self._read(reading.text, whole=True) for reading in (before, after) if self.included]
        return not wholes or same(*wholes, links=links, ids=ids)

    def _read(self, text: str, *, whole: bool) -> Reading:
        (front,), faults = read_front_matters([Source(path=self.page.path, text=text)])
        unread = replace(self.page, lines=front.body.split("\n"))
        if whole:
            lines = splice(unread.lines, unread.path, unread.file, self.included, faults)
            unread = replace(unread, lines=lines.texts, origins=lines.origins)
        page = deepcopy(unread)
        parsed = parse_chapter(page)
        chapter = whole_chapter(front, parsed)
        return Reading(
            text=text,
            front=replace(front, body=""),
            chapter=chapter,
            traces=page.traces,
            problems=[*faults, *page.problems],
            language=page.language,
            page=unread,
            tokens=parsed.tokens,
        )


def codes(reading: Reading) -> Counter[str]:
    """How often each code is reported of the text; what whole blocks show follows from what they are."""
    return Counter(problem.code for problem in reading.problems)


def same(before: Reading, after: Reading, *, links: bool, ids: bool) -> bool:
    """Whether two texts mean the same: equal but for places, and for the links and ids that were asked for.

    The later one may have fewer problems, since some are matters of style, and none that the earlier one has not.
    """
    return (
        _without_places(before.front) == _without_places(after.front)
        and _chapter(before, links) == _chapter(after, links)
        and _traces(before, links, ids) == _traces(after, links, ids)
        and codes(after) <= codes(before)
        and (not links or _links(before) <= _links(after))
    )


def _chapter(reading: Reading, links: bool) -> Any:
    chapter = replace(reading.chapter, links=()) if links else reading.chapter
    return _without_places(chapter)


def _links(reading: Reading) -> Counter[str]:
    return Counter(link.target for link in reading.chapter.links)


def _traces(reading: Reading, links: bool, ids: bool) -> Any:
    keywords = [(each.scope, each.id, each.number) for each in reading.traces.keywords if not (ids and each.id == "id")]
    return keywords, [(jump.target, jump.anchor, jump.linked or links) for jump in reading.traces.jumps]


def _without_places(value: Any) -> Any:
    """The value with every span left out, in a form that can be compared."""
    if isinstance(value, Span):
        return None
    if isinstance(value, Setting):  # some items keep theirs as they were read: tokens that count characters
        nested = [token.content for node in value.nested for token in node.tokens if token.type == "inline"]
        return value.key, value.number, value.text, nested
    if is_dataclass(value):
        return type(value).__name__, [_without_places(getattr(value, each.name)) for each in fields(value)]
    if isinstance(value, Mapping):
        # Of settings some blocks keep the places; one that was written on request is none of their meaning.
        return [(key, _without_places(each)) for key, each in value.items() if (key, type(each)) != ("id", Span)]
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_without_places(each) for each in value]
    return value


MARKER = re.compile(r"(?P<indent>[ \t]*)(?P<mark>[-*+]|\d{1,9}[.)])(?P<gap>[ \t]+)(?P<words>\S.*)")
"""A list item's first line."""
