"""Blanks: inside a block a run of three or more underscores is a gap to fill, ahead of emphasis."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

_RUN = re.compile(r"[_＿]{3,}")


def blanks_plugin(md: MarkdownIt) -> None:
    """Read runs of underscores as ``blank`` tokens where ``env["in_block"]`` says so."""
    md.inline.ruler.before("emphasis", "blank", blank)


def line_to_write_on(token: Token) -> Sequence[Token]:
    """The tokens of a paragraph that is a blank, for a rule made of underscores; any other token itself."""
    if token.type != "hr" or not token.markup.startswith("_"):
        return [token]
    opening = Token("paragraph_open", "p", 1, map=token.map, level=token.level, block=True)
    inline = Token("inline", "", 0, map=token.map, level=token.level + 1, content=token.markup, block=True)
    return [opening, inline, Token("paragraph_close", "p", -1, level=token.level, block=True)]


def blank(state: StateInline, silent: bool) -> bool:
    """The inline rule."""
    if state.src[state.pos] not in "_＿" or not state.env.get("in_block"):
        return False
    run = _RUN.match(state.src, state.pos, state.posMax)
    if run is None:
        return False
    if not silent:
        token = state.push("blank", "", 0)
        token.markup = token.content = run[0]
    state.pos = run.end()
    return True
