"""Scales, ``刻度：1 完全不符合，2，3，4，5 完全符合``, and statements to rate, with marks in brackets at the end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from ssg.parse.context import Context, replace_content
from ssg.parse.prose.plain import plain
from ssg.parse.scale import Point, points_of
from ssg.parse.settings import Settings
from ssg.parse.tree import Node
from ssg.problems import Span

MOST = 11
"""A scale from 0 to 10 is the longest that people use."""

_MARKS = re.compile(r"\s*[（(]([^（）()]*)[）)]\s*$")
_COMMA = re.compile("[、，,；;]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A line without the marks in brackets at its end, as safe HTML and as words."""

    html: str
    text: str
    marks: Sequence[str]
    span: Span


def read_scale(settings: Settings, context: Context) -> Sequence[Point]:
    """The points of the scale, from the lowest; empty where there is none or it cannot be used."""
    setting = settings.get("scale")
    if setting is None:
        return []
    points = points_of(setting.text)
    if points is None:
        context.report("SL001", setting.span, value=setting.text)
    elif not 2 <= len(points) <= MOST:
        context.report("SL002", setting.span, count=len(points), most=MOST)
        return []
    return points or []


def names_in(text: str) -> list[str]:
    """The names of a list such as ``觉察、倾听、边界``."""
    return [name.strip() for name in _COMMA.split(text) if name.strip()]


def marked(item: Node, context: Context) -> Marked:
    """A list item or a cell, and the words in brackets at its end."""
    line = unmarked(item, context)
    children = list(item.inline.children or []) if item.inline else []
    found = _MARKS.search(children[-1].content) if children and children[-1].type == "text" else None
    if not found:
        return line
    children[-1] = replace_content(children[-1], children[-1].content[: found.start()])
    text = plain(children).strip()
    html = context.inline_html(Token("inline", "", 0, children=children))
    return Marked(html=html, text=text, marks=names_in(found[1]), span=line.span) if text else line


def unmarked(item: Node, context: Context) -> Marked:
    """A list item or a cell whose brackets are its own."""
    for below in item.children[1:]:
        context.report("SL003", context.span(below.line))
    inline = item.inline
    if inline is None:
        return Marked(html="", text="", marks=[], span=context.span(item.line))
    span = context.span(item.line, inline.content.split("\n")[0])
    return Marked(html=context.inline_html(inline), text=plain(inline.children or []), marks=[], span=span)
