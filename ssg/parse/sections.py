"""Where blocks begin and end in a chapter, and the headings inside them as a tree.

A top-level heading ``<kind>：<title>`` starts a block. It ends at the next heading of the same or a higher level, at a
``---`` rule, or at the end of the file that it is written in, be it an included one. Everything else is prose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from markdown_it.token import Token

from ssg.parse import words
from ssg.parse.context import Context
from ssg.parse.marks import split_setting
from ssg.parse.tree import Node, tree


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockRange:
    """The tokens ``first`` to ``last`` (excluded) that one block owns."""

    first: int
    last: int
    kind: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading, what stands below it before the next heading, and the sections inside it.

    ``kind`` is the keyword that the heading of a block begins with, empty for a heading inside one.
    """

    level: int
    text: str
    title: str
    anchor: str
    heading: Sequence[Token]
    inline: Token
    line: int
    nodes: Sequence[Node]
    sections: Sequence[Section]
    kind: str = ""


def block_ranges(tokens: Sequence[Token]) -> list[BlockRange]:
    """The blocks of a chapter, in order; inline tokens need not be parsed yet."""
    ranges: list[BlockRange] = []
    at = 0
    while at < len(tokens):
        kind_and_title = _block_heading(tokens, at)
        if kind_and_title is None:
            at += 1
            continue
        kind, title = kind_and_title
        last = _block_end(tokens, at)
        ranges.append(BlockRange(first=at, last=last, kind=kind, title=title))
        at = last
    return ranges


def _block_heading(tokens: Sequence[Token], at: int) -> tuple[str, str] | None:
    token = tokens[at]
    if token.type != "heading_open" or token.level != 0:
        return None
    parts = split_setting(tokens[at + 1].content)
    kind = words.find("kind", parts[0]) if parts else None
    return (kind, parts[1]) if kind and parts else None


def _block_end(tokens: Sequence[Token], first: int) -> int:
    level, until = tokens[first].tag, tokens[first].meta.get("until", 0)
    for at in range(first + 1, len(tokens)):
        token = tokens[at]
        if until and token.level == 0 and token.map and token.map[0] >= until:
            return at
        if token.level == 0 and (is_rule(token) or (token.type == "heading_open" and token.tag <= level)):
            return at
        if token.type == "footnote_block_open":
            return at
    return len(tokens)


def is_rule(token: Token) -> bool:
    """Whether a token is a rule as authors end a block with one; underscores are a line to write on there."""
    return token.type == "hr" and not token.markup.startswith("_")


def section(tokens: Sequence[Token], title: str = "", kind: str = "") -> Section:
    """The section that a run of tokens makes; its first token opens a heading."""
    headings = [at for at, token in enumerate(tokens) if token.type == "heading_open" and token.level == 0]
    opening, inline = tokens[0], tokens[1]
    body_end = headings[1] if len(headings) > 1 else len(tokens)
    return Section(
        level=int(opening.tag[1]),
        text=inline.content,
        title=title or inline.content,
        anchor=opening.meta["anchor"],
        heading=tokens[:3],
        inline=inline,
        line=(opening.map or [0])[0] + 1,
        nodes=tree(tokens[3:body_end]),
        sections=[section(part) for part in _inner(tokens, headings[1:])],
        kind=kind,
    )


def _inner(tokens: Sequence[Token], headings: Sequence[int]) -> Iterator[Sequence[Token]]:
    """The runs of tokens below a heading: each from a heading to the next one that is not deeper."""
    while headings:
        tag = tokens[headings[0]].tag
        following = next((at for at in headings[1:] if tokens[at].tag <= tag), len(tokens))
        yield tokens[headings[0] : following]
        headings = [at for at in headings if at >= following]


def report_near_kinds(tokens: Sequence[Token], context: Context) -> None:
    """A heading outside the blocks that is nearly the start of one would silently be prose: say so."""
    inside = {at for block in block_ranges(tokens) for at in range(block.first + 1, block.last)}
    for at, token in enumerate(tokens):
        if token.type != "heading_open" or token.level != 0 or at in inside:
            continue
        text, line = tokens[at + 1].content, (token.map or [0])[0] + 1
        parts = split_setting(text)
        prefix = parts[0] if parts else text.split()[0] if text.split() else ""
        kind = words.find("kind", prefix)
        if kind and not parts and token.tag != "h1":  # a chapter may well be called 案例
            context.report("ST002", context.span(line, text), kind=prefix)
        elif kind and parts and not parts[1]:
            context.report("ST003", context.span(line, text), kind=prefix)
        elif parts and not kind and _nearly(prefix):
            context.report("ST001", context.span(line, prefix), word=prefix, guess=_nearly(prefix))


def _nearly(prefix: str) -> str:
    meant = words.guess("kind", prefix)
    ratio = SequenceMatcher(None, words.fold(prefix), words.fold(meant)).ratio()
    return meant if ratio >= 0.75 else ""


def report_stray_ids(tokens: Sequence[Token], context: Context) -> None:
    """An id in plain prose belonged to a block whose heading was lost: trainees' answers would be lost with it."""
    inside = {at for block in block_ranges(tokens) for at in range(block.first, block.last)}
    for at, token in enumerate(tokens):
        if token.type != "inline" or at in inside or tokens[at - 2].type != "list_item_open":
            continue
        text = token.content.split("\n")[0]
        parts = split_setting(text)
        if parts and parts[1] and " " not in parts[1] and words.find("quiz", parts[0]) == "id":
            context.report("ST023", context.span((token.map or [0])[0] + 1, text), id=parts[1])
