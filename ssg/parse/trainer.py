"""What is for trainers alone: ``[!讲师]`` notes anywhere in a chapter, and the setting ``讲师提示`` of its blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown_it.token import Token

from ssg.model import Note
from ssg.parse import words
from ssg.parse.context import Context
from ssg.parse.marks import split_setting
from ssg.parse.sections import block_ranges

_ITEM = 2
"""A list item opens so many tokens before its first line."""


def is_note_setting(tokens: Sequence[Token], at: int) -> bool:
    """Whether the line is a bullet ``- 讲师提示：…``; its links and footnotes are then none of a trainee's."""
    item = tokens[max(0, at - _ITEM)]
    if item.type != "list_item_open" or item.markup != "-":
        return False
    parts = split_setting(tokens[at].content)
    return parts is not None and words.find("item", parts[0]) == "trainer"


def read_trainer_notes(tokens: Sequence[Token], context: Context) -> list[Note]:
    """The notes of a chapter whose blocks are read; a bullet that no block took for one is shown, and reported."""
    taken = {keyword.line for keyword in context.page.traces.keywords if keyword.id == "trainer"}
    notes: list[Note] = []
    for place in _places(tokens):
        token = tokens[place.at]
        line = (token.map or [0])[0] + 1
        if token.type == "trainer_open":
            html = context.for_trainers.html_of(tokens[place.at + 1 : _closing(tokens, place.at)])
        elif line in taken:
            html = context.for_trainers.inline_html(token, _value(token.content))
        else:
            context.report("MD107", context.span(line), text=token.content.split("\n")[0])
            continue
        notes.append(Note(html=html, anchor=place.anchor, block=place.block, span=context.span(line)))
    return notes


class _Place(NamedTuple):
    """Where a note begins, the anchor of the heading above it and that of its block."""

    at: int
    anchor: str
    block: str


def _places(tokens: Sequence[Token]) -> Iterator[_Place]:
    """The notes that stand in no other note."""
    blocks = block_ranges(tokens)
    anchor, depth = "", 0
    for at, token in enumerate(tokens):
        if token.type == "heading_open" and token.level == 0:
            anchor = token.meta["anchor"]
        if depth == 0 and (token.type == "trainer_open" or "trainer" in token.meta):
            block = next((each for each in blocks if each.first <= at < each.last), None)
            yield _Place(at, anchor, tokens[block.first].meta["anchor"] if block else "")
        depth += token.nesting if token.type in ("trainer_open", "trainer_close") else 0


def _closing(tokens: Sequence[Token], opening: int) -> int:
    level = tokens[opening].level
    return next(at for at in range(opening, len(tokens)) if _closes(tokens[at], level))


def _closes(token: Token, level: int) -> bool:
    return token.type == "trainer_close" and token.level == level


def _value(text: str) -> int:
    """Where the value of a setting begins."""
    parts = split_setting(text)
    return parts[2] if parts else 0
