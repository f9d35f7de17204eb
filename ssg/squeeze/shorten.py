"""The names in a script made short. Names that scripts share, properties and texts stay as they are written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ssg.squeeze.names import names
from ssg.squeeze.scopes import Binding, Place, Reading, Scope
from ssg.squeeze.syntax import Edit, edited, parsed

RESERVED = {"do", "if", "in", "of", "for", "get", "let", "new", "set", "try", "var"}
"""Words of the language of up to three letters, which is enough for 140,000 names."""


def shorten(script: str) -> str:
    """The same script with short names; one that cannot be read stays as it is, and the browser says why."""
    text = script.encode()
    tree = parsed(text)
    if tree is None:
        return script
    bindings, kept = Reading().read(tree)
    return edited(text, (_renamed(text, place, name) for place, name in _named(bindings, kept | RESERVED)))


def _named(bindings: Iterable[Binding], kept: set[str]) -> Iterator[tuple[Place, str]]:
    """Every place with its new name: the first that means nothing else in any scope where the binding lives.

    Taken in order of first use, neighbours get the same few names again and again, which packs better than giving
    the shortest to what is used most. What the whole script shares comes last, since it would take them away.
    """
    taken: defaultdict[tuple[Scope, bool], set[str]] = defaultdict(set)
    for binding in bindings:
        spaces = [(scope, binding.private) for scope in binding.live]
        lost = kept.union(*(taken[space] for space in spaces))
        name = next(name for name in names() if name not in lost)
        for space in spaces:
            taken[space].add(name)
        yield from ((place, name) for place in binding.places)


def _renamed(text: bytes, place: Place, name: str) -> Edit:
    written = text[place.start : place.end]
    return place.start, place.end, (written + b":" if place.shorthand else b"") + name.encode()
