"""What a module must declare to be a block kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ssg.model import Block
from ssg.parse.context import Context
from ssg.parse.sections import Section
from ssg.parse.settings import Settings, identifier


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockKind:
    """A block kind: ``name`` is its row in the keyword table and its theme folder."""

    name: str
    parse: Callable[[Section, Context], Block | None]


def common(section: Section, settings: Settings, context: Context) -> dict[str, Any]:
    """The fields that every block has."""
    return {
        "id": identifier(settings, section.anchor, context),
        "title": section.title,
        "level": section.level,
        "anchor": section.anchor,
        "span": context.span(section.line, section.text),
    }
