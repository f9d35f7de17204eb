"""Words in another language: ``[savoir-faire](lang:fr)`` tells a screen reader and the fonts what they are.

Git web pages know no such address and show the words alone. A paragraph that is one such link is wholly in the
language, so that Arabic or Hebrew begins at the right.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import unquote

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from ssg.parse.metadata.languages import find_language
from ssg.parse.page import Page, page
from ssg.parse.prose.places import place

_ADDRESS = re.compile(r"(?:lang|language|语言|語言)[:：]\s*(.*)", re.IGNORECASE)
_TWO_LETTERS = (
    r"a[abefkmnrsvyz]|b[aeghimnors]|c[aehorsuvy]|d[aevz]|e[elnostu]|f[afijory]|g[adlnuv]|h[aeiortuyz]|"
    r"i[adegikostu]|j[av]|k[agijklmnorsuvwy]|l[abginotuv]|m[ghiklnrsty]|n[abdeglnorvy]|o[cjmrs]|p[ailst]|"
    r"q[u]|r[mnouw]|s[acdegiklmnoqrstuvw]|t[aeghiklnorstwy]|u[gkrz]|v[eio]|w[ao]|x[h]|y[io]|z[ahu]"
)
"""ISO 639-1; of the three-letter names, which are thousands, only the form is known here."""
_TAG = re.compile(rf"(?:{_TWO_LETTERS}|[a-z]{{3}})(?:-[a-z]{{4}})?(?:-(?:[a-z]{{2}}|\d{{3}}))?", re.IGNORECASE)


def read_tongues(state: StateCore) -> None:
    """Turn links whose address is a language into words of that language; it runs before links are read."""
    here = page(state.env)
    for at, token in enumerate(state.tokens):
        if token.type == "inline" and "](" in token.content and ":" in token.content.replace("：", ":"):
            _read_line(token, here)
            _raise(state.tokens, at)


def _read_line(inline: Token, here: Page | None) -> None:
    inside = False
    for child in inline.children or []:
        if child.type == "link_open":
            address = _ADDRESS.fullmatch(unquote(str(child.attrs["href"])))
            inside = address is not None
            if address:
                _become(child, {"lang": _tag(address[1].strip(), child, inline, here), "dir": "auto"})
        elif child.type == "link_close" and inside:
            _become(child, {})


def _become(token: Token, attributes: dict[str, str | int | float]) -> None:
    token.type = token.type.replace("link", "tongue")
    token.tag = "span"
    token.attrs = attributes


def _tag(typed: str, token: Token, inline: Token, here: Page | None) -> str:
    """The language as HTML names it; one that does not exist is said and shown as typed."""
    known = find_language(typed)
    if known is None and here and not _TAG.fullmatch(typed):
        here.report("MD550", place(here, inline, token.meta["at"], token.meta["end"]), value=typed)
    return known or typed


def _raise(tokens: Sequence[Token], at: int) -> None:
    """Give the language of a paragraph's only words to the paragraph."""
    children = tokens[at].children or []
    kinds = [child.type for child in children]
    if (
        tokens[at - 1].type == "paragraph_open"
        and kinds[:1] == ["tongue_open"]
        and kinds.index("tongue_close") == len(kinds) - 1
    ):
        tokens[at - 1].attrs |= children[0].attrs
        tokens[at].children = children[1:-1]
