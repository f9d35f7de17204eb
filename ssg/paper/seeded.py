"""Orders that anybody can work out again: by the SHA-256 hashes of names, never by what is right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")


def by_hash(names: Sequence[str], *seed: str) -> list[str]:
    """The names in the order of the hashes of ``seed/name``, whatever order they came in."""
    return sorted(names, key=lambda name: sha256("/".join((*seed, name)).encode()).digest())


def turned(things: Sequence[T], name: Callable[[T], str], version: int, *seed: str) -> list[T]:
    """The things in the order of a version, counted from 0: each next one turns the first by one place.

    So among as many versions as there are things, none has a thing at the same place as another, and who looks at a
    neighbour's letter copies a wrong one. Further versions begin another order.
    """
    if not things:
        return []
    known = {name(thing): thing for thing in things}
    again, turn = divmod(version, len(known))
    mixed = by_hash(list(known), *seed, str(again))
    return [known[each] for each in (*mixed[turn:], *mixed[:turn])]
