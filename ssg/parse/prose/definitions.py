"""Definition lists whose colon is full-width, as a Chinese input method types it: ``：解释`` below a term."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from markdown_it.rules_core import StateCore

_QUICK = re.compile(r"\n {0,3}：")
_WIDE = re.compile(r"(?<=\S)\n(\n?)( {0,3})：[ 　\t]*(?=\S)")
_FENCE = re.compile(r"^ {0,3}(?:`{3}|~{3})", re.MULTILINE)


def halve_colons(state: StateCore) -> None:
    """Write the colon of a definition as the plugin expects it; it runs before blocks are read."""
    if _QUICK.search(state.src):
        state.src = "".join(_halved(state.src))


def _halved(src: str) -> Iterator[str]:
    """The text piece by piece, those between two fences as they are."""
    edges = [0, *(found.start() for found in _FENCE.finditer(src)), len(src)]
    for number, (start, end) in enumerate(pairwise(edges)):
        piece = src[start:end]
        yield piece if number % 2 else _WIDE.sub(r"\n\1\2: ", piece)
