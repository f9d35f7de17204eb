"""What a module must declare to be a block kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from ssg.catalog import collect, find
from ssg.model import Block, Chapter
from ssg.parse.context import Context
from ssg.parse.mentions import read_mentions
from ssg.parse.sections import Section
from ssg.parse.settings import Settings, identifier
from ssg.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockKind:
    """A block kind: ``name`` is its theme folder, ``words`` the rows of the keyword table that mean it.

    ``shares`` are the theme folders below ``shared`` that several kinds need. ``finish`` gives blocks of the kind what
    they take from others once every chapter is read.
    """

    name: str
    words: Sequence[str]
    parse: Callable[[Section, Context], Block | None]
    shares: Sequence[str] = ()
    finish: Callable[[Sequence[Chapter]], tuple[list[Chapter], list[Problem]]] | None = None


def kind_of(word: str) -> BlockKind:
    """The kind that a keyword means: mostly the one of that name."""
    own: BlockKind | None = find("ssg.blocks", word)
    kinds: Sequence[BlockKind] = [own] if own else list(collect("ssg.blocks").values())
    return next(kind for kind in kinds if word in kind.words)


def kinds_in_use(names: AbstractSet[str]) -> Sequence[BlockKind]:
    """The kinds of these names, in their order."""
    return [find("ssg.blocks", name) for name in sorted(names)]


def finished(chapters: Sequence[Chapter]) -> tuple[Sequence[Chapter], list[Problem]]:
    """The chapters with what blocks take from each other, and what could not be found for them."""
    problems: list[Problem] = []
    used = kinds_in_use({block.kind for chapter in chapters for block in chapter.blocks()})
    for finish in (kind.finish for kind in used if kind.finish):
        chapters, faults = finish(chapters)
        problems += faults
    return chapters, problems


def common(section: Section, settings: Settings, context: Context) -> dict[str, Any]:
    """The fields that every block has."""
    return {
        "word": section.kind,
        "id": identifier(settings, section.anchor, context, above=1),
        "title": section.title,
        "level": section.level,
        "anchor": section.anchor,
        "span": context.span(section.line, section.text),
        "objectives": read_mentions(settings, "objectives", context),
    }
