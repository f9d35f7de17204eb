"""What the parsers recognised in single lines, for whoever writes the same again in house style."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyword:
    """A setting in a line (from 1): the scope it was found in, its id there, and the number in 空2."""

    line: int
    scope: str
    id: str
    number: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Jump:
    """An arrow in a line (from 1): its target as typed, and the anchor of that heading within the chapter.

    ``linked`` says whether the target is a link already.
    """

    line: int
    target: str
    anchor: str
    linked: bool


@dataclass(frozen=True, slots=True)
class Traces:
    """The keywords and jumps of one chapter, as they were met."""

    keywords: list[Keyword] = field(default_factory=list)
    jumps: list[Jump] = field(default_factory=list)
