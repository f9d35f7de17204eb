"""The words of a line without its marks."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token


def plain(children: Sequence[Token]) -> str:
    """What a heading or a link says: text and code, breaks as spaces; pictures are silent, as on Git web pages."""
    return "".join(_word(child) for child in children)


def _word(token: Token) -> str:
    if token.type in ("text", "code_inline", "text_special", "blank", "math_inline"):
        return token.content
    return " " if token.type in ("softbreak", "hardbreak") else ""
