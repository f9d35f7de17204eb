"""Figures: a picture alone in its paragraph shows its title as a caption below it."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.rules_core import StateCore
from markdown_it.token import Token


def read_figures(state: StateCore) -> None:
    """Turn ``![alt](src "title")`` alone in a paragraph into a figure; it runs after the lines of text are read."""
    if "![" not in state.src:
        return
    tokens = state.tokens
    for at, token in enumerate(tokens):
        if token.type == "paragraph_open" and not token.hidden and _is_titled_picture(tokens[at + 1].children or []):
            _make_figure(tokens[at : at + 3])


def _is_titled_picture(children: Sequence[Token]) -> bool:
    return len(children) == 1 and children[0].type == "image" and "title" in children[0].attrs


def _make_figure(paragraph: Sequence[Token]) -> None:
    opening, inline, closing = paragraph
    opening.type, closing.type = "figure_open", "figure_close"
    opening.tag = closing.tag = "figure"
    (picture,) = inline.children or []
    caption = Token("figcaption", "figcaption", 0, content=str(picture.attrs.pop("title")))
    inline.children = [picture, caption]
