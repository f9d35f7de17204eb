"""A script as a tree of syntax, and changes to its text by the bytes where they stand."""

from __future__ import annotations

from collections.abc import Iterable

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

Edit = tuple[int, int, bytes]
"""From byte to byte, and what stands there instead."""


def parsed(text: bytes) -> Node | None:
    """The script's tree; None if it cannot be read."""
    root = Parser(Language(tree_sitter_javascript.language())).parse(text).root_node
    return None if root.has_error else root


def edited(text: bytes, edits: Iterable[Edit]) -> str:
    """The text with all edits, of which no two overlap."""
    parts, at = [], 0
    for start, end, new in sorted(edits):
        parts += [text[at:start], new]
        at = end
    return b"".join([*parts, text[at:]]).decode()
