"""One chapter file → its parts in order: prose as safe HTML, blocks as sections still to be read by their kinds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from ssg.model import Heading, Prose
from ssg.parse.context import Context
from ssg.parse.markdown import parser
from ssg.parse.page import Page
from ssg.parse.prose.plain import plain
from ssg.parse.prose.printer import has_notes, without_trainer
from ssg.parse.sections import Section, block_ranges, report_near_kinds, report_stray_ids, section


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedChapter:
    """A chapter read as Markdown. ``title`` is its first-level heading, if it opens with one."""

    context: Context
    tokens: Sequence[Token]
    title: Heading | None
    parts: Sequence[Prose | Section]
    headings: Sequence[Heading]


def parse_chapter(page: Page) -> ParsedChapter:
    """The parts of a chapter; faults, links and images are collected on the page."""
    markdown = parser()
    context = Context(page=page, markdown=markdown, env={"page": page})
    tokens = markdown.parse("\n".join(page.lines), context.env)
    report_near_kinds(tokens, context)
    report_stray_ids(tokens, context)
    title = title_of(tokens)
    return ParsedChapter(
        context=context,
        tokens=tokens,
        title=title,
        parts=list(_parts(tokens, 3 if title else 0, context)),
        headings=_headings(without_trainer(tokens)),
    )


def _headings(tokens: Sequence[Token]) -> list[Heading]:
    return [_heading(tokens, at) for at, token in enumerate(tokens) if token.type == "heading_open"]


def title_of(tokens: Sequence[Token]) -> Heading | None:
    """The first-level heading with which a text opens."""
    opens = bool(tokens) and tokens[0].type == "heading_open" and tokens[0].tag == "h1"
    return _heading(tokens, 0) if opens else None


def _heading(tokens: Sequence[Token], at: int) -> Heading:
    opening, inline = tokens[at], tokens[at + 1]
    return Heading(level=int(opening.tag[1]), text=plain(inline.children or []), anchor=opening.meta["anchor"])


def _parts(tokens: Sequence[Token], start: int, context: Context) -> Iterator[Prose | Section]:
    for block in block_ranges(tokens):
        yield from _prose(tokens[start : block.first], context)
        yield section(tokens[block.first : block.last], block.title, block.kind)
        start = block.last
    yield from _prose(tokens[start:], context)


def _prose(tokens: Sequence[Token], context: Context) -> Iterator[Prose]:
    html = context.html_of(tokens)
    guide = context.for_trainers.html_of(tokens) if has_notes(tokens) else ""
    if html.strip() or guide:
        yield Prose(html=html, span=context.span((tokens[0].map or [0])[0] + 1), guide=guide)
