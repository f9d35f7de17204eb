"""Tables: alignment by class, since a strict page allows no styles; header cells with scope; a frame for wide ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from ssg.parse.page import Page, page
from ssg.parse.prose.phrases import phrase
from ssg.parse.prose.plain import plain

WIDE = 3
"""From this many columns on a table may be wider than a phone, and gets a frame that the keyboard can scroll."""

_LONGEST_LABEL = 80


def read_tables(state: StateCore) -> None:
    """The core rule, after the lines of text are read."""
    if "|" not in state.src:
        return
    here = page(state.env)
    tokens = state.tokens
    for at, token in enumerate(tokens):
        if token.type == "table_open":
            heads = list(_heads(tokens, at))
            if len(heads) >= WIDE:
                closing = next(at for at in range(at, len(tokens)) if tokens[at].type == "table_close")
                token.meta["label"] = tokens[closing].meta["label"] = _label(heads, here)
        elif token.type in ("th_open", "td_open"):
            _read_cell(tokens, at)


def _heads(tokens: Sequence[Token], at: int) -> Iterator[str]:
    """What the header cells of the table say."""
    while tokens[at].type != "thead_close":
        if tokens[at].type == "th_open":
            yield plain(tokens[at + 1].children or []).strip()
        at += 1


def _label(heads: Sequence[str], here: Page | None) -> str:
    words = phrase("comma", here).join(head for head in heads if head)
    short = words if len(words) <= _LONGEST_LABEL else words[: _LONGEST_LABEL - 1] + "…"
    return phrase("table", here, heads=short)


def _read_cell(tokens: Sequence[Token], at: int) -> None:
    cell = tokens[at]
    style = str(cell.attrs.pop("style", ""))
    if style:
        cell.attrs["class"] = "align-" + style.removeprefix("text-align:")
    if cell.type == "th_open" and tokens[at + 1].content:
        cell.attrs["scope"] = "col"
    elif cell.type == "th_open":
        cell.tag = tokens[at + 2].tag = "td"  # an empty corner heads nothing, and axe says so
