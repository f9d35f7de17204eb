"""Short names, the shortest first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, product

LETTERS = "etnrisoaclupdhmgfvbyxwkjqzABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""What the text around is full of comes first, which packs better."""


def names() -> Iterator[str]:
    """Every word of letters, without end."""
    for length in count(1):
        yield from map("".join, product(LETTERS, repeat=length))
