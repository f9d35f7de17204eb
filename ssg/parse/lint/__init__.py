"""Typing slips that CommonMark reads as plain text: each is said with its place and what to type instead.

What is an ordinary habit in prose can cost a trainee an option in a quiz, so most slips have two codes: an error
inside blocks and a warning in prose.
"""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from ssg.parse.lint.characters import check_characters
from ssg.parse.lint.content import check_content
from ssg.parse.lint.openings import check_openings
from ssg.parse.lint.structure import check_structure
from ssg.parse.lint.unmarked import check_unmarked
from ssg.parse.page import Page, page


def lint(state: StateCore) -> None:
    """Report the slips of a chapter; it runs when all its tokens are read."""
    here = page(state.env)
    if here is None:
        return
    check_characters(here)
    check_content(state.tokens, here)
    check_structure(state.tokens, here, int(state.md.options["maxNesting"]))
    check_unmarked(state.tokens, here)
    for at, token in enumerate(state.tokens):
        if token.type == "inline":
            _check_line(state.tokens, at, here)


def _check_line(tokens: Sequence[Token], at: int, here: Page) -> None:
    inline, before = tokens[at], tokens[at - 1].type
    if before in ("paragraph_open", "dd_open"):
        check_openings(inline, here, in_item=tokens[at - 2].type == "list_item_open")
