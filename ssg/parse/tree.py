"""A light tree over markdown-it's flat tokens, for the parts of a chapter that are read as structure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token


@dataclass(frozen=True, slots=True)
class Node:
    """A block-level element: ``type`` without ``_open``, ``tokens`` from opening to closing, lines from 1."""

    type: str
    tokens: Sequence[Token]
    children: Sequence[Node]

    @property
    def line(self) -> int:
        """The source line where the element starts."""
        return (self.tokens[0].map or [0])[0] + 1

    @property
    def end(self) -> int:
        """The last source line of the element."""
        return (self.tokens[0].map or [0, 1])[1]

    @property
    def markup(self) -> str:
        """The mark that makes the element: ``-`` or ``*`` for a bullet list, ``.`` for an ordered one."""
        return self.tokens[0].markup

    @property
    def inline(self) -> Token | None:
        """The first line of text inside the element."""
        return next((token for token in self.tokens if token.type == "inline"), None)

    def find(self, type: str) -> Iterator[Node]:
        """Every element of the type below this one, in order."""
        for child in self.children:
            if child.type == type:
                yield child
            yield from child.find(type)


def tree(tokens: Sequence[Token]) -> list[Node]:
    """The elements that a run of balanced tokens makes."""
    nodes: list[Node] = []
    start = 0
    while start < len(tokens):
        end = _closing(tokens, start)
        name = tokens[start].type.removesuffix("_open")
        nodes.append(Node(name, tokens[start : end + 1], tree(tokens[start + 1 : end])))
        start = end + 1
    return [node for node in nodes if node.type != "inline"]


def _closing(tokens: Sequence[Token], start: int) -> int:
    depth = 0
    for at in range(start, len(tokens)):
        depth += tokens[at].nesting
        if depth == 0:
            return at
    raise AssertionError("markdown-it balances its tokens")
