"""Alerts: a quote whose first line is ``[!TIP]`` or ``[!提示]`` is a note, and ``[!讲师]`` is for trainers alone.

A trainer's note becomes ``trainer_open`` … ``trainer_close``: it stays in the token stream for a facilitator's guide,
and the renderer leaves it out of everything a trainee gets. Unlike on Git web pages an alert may stand inside a list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from ssg.parse import words
from ssg.parse.page import Page, page

_MARKER = re.compile(r"[\[［【][ 　]*[!！][ 　]*([^\]］】\n]{1,30}?)[ 　]*[\]］】][ 　]*([^\n]*)(?:\n|$)")
_ANY = re.compile(r"[\[［【][ 　]*[!！]|>[ 　]*[\[［【]")
_WITHOUT_MARK = re.compile(r"[\[［【]([^\]］】\n]{1,30})[\]］】](?![(（:：])[ 　]*([^\n]*)(?:\n|$)")
_MARKS = re.compile(r"[> \t*+\-.)\d]*")


def read_alerts(state: StateCore) -> None:
    """Turn the quotes that are alerts into alerts; it runs before the lines of text are read."""
    if not _ANY.search(state.src):
        return
    here = page(state.env)
    kept: list[Token] = []
    tokens = state.tokens
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.type == "blockquote_open" and tokens[at + 1].type == "paragraph_open":
            at = _read_quote(tokens, at, here, kept)
        elif token.type == "inline":
            _report_stray(token, here)
            kept.append(token)
            at += 1
        else:
            kept.append(token)
            at += 1
    state.tokens = kept


def _read_quote(tokens: Sequence[Token], at: int, here: Page | None, kept: list[Token]) -> int:
    """Move the opening of a quote to ``kept``, as an alert if it is one, and say where to go on."""
    opening, paragraph, inline = tokens[at : at + 3]
    marker = _MARKER.match(inline.content)
    kept.append(opening)
    if marker is None:
        _report_missing_mark(inline, here)
        kept.append(paragraph)
        kept.append(inline)
        return at + 3
    line = (inline.map or [0])[0] + 1
    kind = words.find("alert", marker[1])
    if kind is None:
        _report_unknown(marker[1], line, here)
        kind = "note"
    if kind == "include":
        if here:
            here.report("MD500", here.span(line), name=marker[1])
        kept += (paragraph, inline)
        return at + 3
    _rename(tokens, at, kind)
    if marker[2] and here:
        here.report("MD102", here.span(line, marker[2]), name=marker[1], text=marker[2])
    inline.content = f"{marker[2]}\n{inline.content[marker.end() :]}".strip()
    if kind == "trainer" and here:
        _report_lazy_lines(opening, here)
    if inline.content:
        if inline.map and not marker[2]:
            inline.map = [inline.map[0] + 1, inline.map[1]]
            paragraph.map = inline.map
        kept.append(paragraph)
        kept.append(inline)
        return at + 3
    if tokens[at + 4].nesting < 0 and here:
        here.report("MD103", here.span(line), name=marker[1])
    return at + 4


def _rename(tokens: Sequence[Token], at: int, kind: str) -> None:
    opening = tokens[at]
    after = (tokens[place] for place in range(at + 1, len(tokens)))
    closing = next(token for token in after if token.type == "blockquote_close" and token.level == opening.level)
    name = "trainer" if kind == "trainer" else "alert"
    opening.type, closing.type = f"{name}_open", f"{name}_close"
    opening.tag = closing.tag = "div"
    opening.meta["kind"] = kind


def _report_unknown(name: str, line: int, here: Page | None) -> None:
    if here:
        known = "、".join(words.names("alert", here.language))
        here.report("MD101", here.span(line, name), name=name, guess=words.guess("alert", name), known=known)


def _report_missing_mark(inline: Token, here: Page | None) -> None:
    """``> [讲师]`` or ``> 【提示】`` alone on its line: nearly an alert."""
    marker = _WITHOUT_MARK.match(inline.content)
    if marker is None or here is None:
        return
    kind = words.find("alert", marker[1])
    if kind and (kind == "trainer" or not marker[2]):
        here.report("MD104", here.span((inline.map or [0])[0] + 1, marker[0].strip()), name=marker[1])


def _report_stray(inline: Token, here: Page | None) -> None:
    """``[!讲师]`` that opens a line outside a quote would show as it stands."""
    if here is None or inline.content[:1] not in "[［【":
        return
    marker = _MARKER.match(inline.content)
    if marker and words.find("alert", marker[1]):
        here.report("MD105", here.span((inline.map or [0])[0] + 1, marker[0].strip()), name=marker[1])


def _report_lazy_lines(opening: Token, here: Page) -> None:
    """A line without ``>`` that CommonMark counts to the quote above would vanish with the trainer's note."""
    first, last = opening.map or [0, 0]
    lines = here.lines[first:last]
    depth = _depth(lines[0]) if lines else 0
    for number, line in enumerate(lines, first + 1):
        if line.strip() and _depth(line) < depth:
            here.report("MD106", here.span(number), text=line.strip())


def _depth(line: str) -> int:
    """How many quotes the marks before the text of a line open."""
    marks = _MARKS.match(line)
    return marks[0].count(">") if marks else 0
