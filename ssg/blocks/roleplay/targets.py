"""Arrows: ``text → node``, with the node's name plain or as a link to its heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote

from markdown_it.token import Token

from ssg.blocks.roleplay.reading import Place, Reading, last_span, source_lines
from ssg.parse.context import Context
from ssg.parse.marks import halve, split_arrow
from ssg.parse.prose.anchors import slug
from ssg.parse.prose.plain import plain
from ssg.parse.traces import Jump
from ssg.problems import Span, closest

_FAKE_MARKER = re.compile(r"^\s*(?:[0-9０-９]+[、．.)）]|[·•●])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """A line with an arrow: ``before`` holds what stands ahead of it; ``anchor`` is that of a link, else empty."""

    before: Token
    text: str
    target: str
    anchor: str
    span: Span


def read_arrow(inline: Token, line: int, context: Context) -> Arrow | None:
    """The arrow of a text that starts in the given line; None where it has none. Nothing may follow its target."""
    lines = source_lines(inline)
    for at, each in enumerate(lines):
        found = _arrow_of_line(each, line + at, context)
        if found is None:
            continue
        _report_what_follows(lines[at + 1 :], line + at + 1, context)
        before = [child for earlier in lines[:at] for child in [*(earlier.children or []), _break(inline)]]
        children = [*before, *(found.before.children or [])]
        return replace(found, before=replace(inline, children=children, content=plain(children)), text=plain(children))
    return None


def _break(inline: Token) -> Token:
    return Token("softbreak", "br", 0)


def _arrow_of_line(inline: Token, line: int, context: Context) -> Arrow | None:
    children = inline.children or []
    for at in range(len(children) - 1, -1, -1):
        child = children[at]
        parts = split_arrow(child.content) if child.type == "text" and child.level == 0 else None
        if parts is None:
            continue
        before, _, start = parts
        tail = [replace(child, content=child.content[start:]), *children[at + 1 :]]
        target = plain(tail).strip()
        if not target:
            return None
        head = [*children[:at], replace(child, content=before.rstrip())]
        return Arrow(
            before=replace(inline, children=head),
            text=plain(head),
            target=target,
            anchor=_anchor(tail),
            span=last_span(context, line, target),
        )
    return None


def _anchor(tail: Sequence[Token]) -> str:
    href = next((str(token.attrs.get("href", "")) for token in tail if token.type == "link_open"), "")
    return unquote(href).rpartition("/")[2].removeprefix("#") if href else ""


def _report_what_follows(lines: Sequence[Token], line: int, context: Context) -> None:
    for at, rest in enumerate(lines):
        if rest.content.strip() and not _FAKE_MARKER.match(rest.content):
            context.report("RP110", context.span(line + at, rest.content), text=rest.content)


def resolve(arrow: Arrow, reading: Reading) -> str:
    """The id of the node that the arrow points to; an empty string after saying that there is none."""
    place = _place(arrow, reading)
    if place:
        jump = Jump(line=arrow.span.line, target=arrow.target, anchor=place.anchor, linked=bool(arrow.anchor))
        reading.context.page.traces.jumps.append(jump)
    return place.id if place else ""


def _place(arrow: Arrow, reading: Reading) -> Place | None:
    by_name = find(arrow.target, reading.places)
    if arrow.anchor:
        place = next((place for place in reading.places if arrow.anchor in (place.anchor, place.id)), None)
        if place is None:
            _report_missing(arrow, arrow.anchor, reading)
        elif by_name and by_name is not place:
            reading.context.report("RP106", arrow.span, name=arrow.target, anchor=arrow.anchor, other=place.name)
        return place
    if by_name is None:
        _report_missing(arrow, arrow.target, reading)
    return by_name


def find(name: str, places: Sequence[Place]) -> Place | None:
    """The node of that heading, or the one ending of that bare name."""
    wanted = slug(halve(name).strip())
    exact = next((place for place in places if place.slug == wanted), None)
    endings = [place for place in places if slug(halve(place.name)) == wanted]
    return exact or (endings[0] if len(endings) == 1 else None)


def _report_missing(arrow: Arrow, target: str, reading: Reading) -> None:
    headings = {place.name: place for place in reading.places}
    guess = closest(target, list(headings))
    reading.context.report(
        "RP105",
        arrow.span,
        target=target,
        guess=guess,
        guess_line=headings[guess].line if guess else 0,
        known="、".join(headings),
    )
