"""``glossary.md`` → the page that lists a course's terms, and the terms to explain where chapters use them.

A term stands in a definition list, or as a bullet ``- 术语：解释``; other names for it follow behind ``|``.
Whatever else the file holds is text of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import cast

from markdown_it.token import Token

from ssg.model import Chapter, Glossary, Prose, Term
from ssg.parse.chapter import title_of
from ssg.parse.context import Context, skip_text
from ssg.parse.markdown import parser
from ssg.parse.page import Page
from ssg.parse.prose.anchors import Slugger
from ssg.parse.prose.plain import plain
from ssg.parse.prose.printer import Printer, has_notes, without_trainer
from ssg.parse.trainer import read_trainer_notes

LONGEST = 40
"""A term of more characters is a sentence, in which somebody forgot the colon or put it too late."""

_COLON = re.compile(r"[:：][ 　\t]*")
_NAMES = re.compile(r"[ 　]*[|｜][ 　]*")
_LOST = re.compile(r"^[:：][ 　\t]*\S", re.MULTILINE)
_BULLETS = "-－"


@dataclass(slots=True, kw_only=True)
class _Reading:
    """The glossary as it is read: its terms so far, by every name they have."""

    context: Context
    slugger: Slugger = field(default_factory=Slugger)
    terms: list[Term] = field(default_factory=list)
    names: dict[str, Term] = field(default_factory=dict)


def read_glossary(page: Page, title: str) -> Glossary:
    """The glossary of a course; ``title`` names its page where the file does not."""
    markdown = parser()
    context = Context(page=page, markdown=markdown, env={"page": page})
    tokens = markdown.parse("\n".join(page.lines), context.env)
    heading = title_of(tokens)
    reading = _Reading(context=context)
    body = list(_lists(tokens[3 if heading else 0 :], context))
    for at, token in enumerate(body):
        if token.type == "dt_open":
            _read_entry(body, at, reading)
        elif token.type == "inline" and body[at - 1].type == "paragraph_open" and token.level == 1:
            _report_lost(token, context)
    if not reading.terms:
        context.report("MD514", context.span(1))
    return Glossary(page=_page_of(page, heading.text if heading else title, body, context), terms=reading.terms)


def _page_of(page: Page, title: str, body: Sequence[Token], context: Context) -> Chapter:
    guide = context.for_trainers.html_of(body) if has_notes(body) else ""
    return Chapter(
        id=page.chapter,
        title=title,
        anchor="title",
        path=page.path,
        minutes=None,
        objectives=(),
        parts=[Prose(html=context.html_of(body), span=page.span(1), guide=guide)],
        headings=[],
        links=page.links,
        images=page.images,
        features=page.features,
        notes=read_trainer_notes(body, context),
        trainer_files=page.trainer_files,
    )


# Bullets become entries of a definition list


def _lists(tokens: Sequence[Token], context: Context) -> Iterator[Token]:
    """The tokens, lists of ``-`` bullets as definition lists; a list of ``*`` is prose as everywhere."""
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.type == "bullet_list_open" and token.level == 0 and token.markup in _BULLETS:
            last = next(place for place in range(at, len(tokens)) if _closes(tokens[place], token))
            yield Token("dl_open", "dl", 1, block=True, map=token.map)
            yield from _items(tokens[at + 1 : last], context)
            yield Token("dl_close", "dl", -1, block=True)
            at = last
        else:
            yield token
        at += 1


def _closes(token: Token, opening: Token) -> bool:
    return token.type == "bullet_list_close" and token.level == opening.level


def _items(tokens: Sequence[Token], context: Context) -> Iterator[Token]:
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.type == "list_item_open" and token.level == 1 and tokens[at + 2].type == "inline":
            name, definition = _split(tokens[at + 2])
            if not plain(name).strip() or not plain(definition).strip():
                line = (token.map or [0])[0] + 1
                context.report("MD511", context.span(line), text=tokens[at + 2].content[:40])
            yield from _entry(tokens[at + 2], name)
            yield tokens[at + 1]
            yield _line(tokens[at + 2], definition)
            at += 3
            continue
        yield _dd(token, -1) if token.type == "list_item_close" and token.level == 1 else token
        at += 1


def _entry(inline: Token, name: Sequence[Token]) -> Iterator[Token]:
    """The term of a bullet, and the start of its definition."""
    yield Token("dt_open", "dt", 1, block=True, map=inline.map)
    yield _line(inline, name)
    yield Token("dt_close", "dt", -1, block=True)
    yield _dd(inline, 1)


def _dd(token: Token, nesting: int) -> Token:
    kind = "dd_open" if nesting > 0 else "dd_close"
    return Token(kind, "dd", 1 if nesting > 0 else -1, block=True, map=token.map)


def _line(inline: Token, children: Sequence[Token]) -> Token:
    return Token("inline", "", 0, map=inline.map, content=plain(children), children=list(children), level=inline.level)


def _split(inline: Token) -> tuple[Sequence[Token], Sequence[Token]]:
    """What stands before and behind the first colon of a bullet."""
    children = inline.children or []
    for at, child in enumerate(children):
        colon = _COLON.search(child.content) if child.type == "text" else None
        if colon:
            before = Token("text", "", 0, content=child.content[: colon.start()])
            return [*children[:at], before], skip_text(children[at:], colon.end())
    return children, ()


# Entries become terms


def _read_entry(tokens: Sequence[Token], at: int, reading: _Reading) -> None:
    """Make a term of ``dt_open`` at that place, and give it its anchor and its names in the page."""
    opening, inline = tokens[at], tokens[at + 1]
    names = [name for name in _NAMES.split(plain(inline.children or []).strip()) if name]
    definition = _definition(tokens, at)
    context = reading.context
    if any(len(name) > LONGEST for name in names):
        line = (opening.map or [0])[0] + 1
        context.report("MD511", context.span(line), text=names[0][:LONGEST] + "…")
        return
    if not names or definition is None:
        return
    printer = cast(Printer, context.markdown.renderer)
    kept = [child for child in definition if child.type != "footnote_ref"]
    term = Term(
        name=names[0],
        aliases=names[1:],
        html=printer.renderInline(kept, context.markdown.options, context.env).strip(),
        anchor=reading.slugger.anchor(names[0]),
        span=context.span((opening.map or [0])[0] + 1, names[0]),
    )
    opening.attrs["id"] = f"{context.page.chapter}/{term.anchor}"
    inline.children = [Token("term_names", "", 0, meta={"names": names})]
    _keep(term, reading)


def _keep(term: Term, reading: _Reading) -> None:
    for name in (term.name, *term.aliases):
        other = reading.names.setdefault(name.casefold(), term)
        if other is not term:
            reading.context.report("MD510", term.span, name=name, first=other.span.line)
            return
    reading.terms.append(term)


def _definition(tokens: Sequence[Token], at: int) -> Sequence[Token] | None:
    """The first line of a term's definition that trainees may read."""
    while at < len(tokens) and tokens[at].type != "dd_open":
        at += 1
    end = next((place for place in range(at, len(tokens)) if tokens[place].type == "dl_close"), at)
    inline = next((token for token in without_trainer(tokens[at:end]) if token.type == "inline"), None)
    return inline.children if inline else None


def _report_lost(inline: Token, context: Context) -> None:
    """``：解释`` below more than one line is no definition."""
    lost = _LOST.search(inline.content)
    if lost:
        line = (inline.map or [0])[0] + inline.content.count("\n", 0, lost.start()) + 1
        context.report("MD512", context.span(line))
