"""Worksheet: a form made of a table with blank cells, or of lines with blanks; filled on screen or on paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from ssg.blocks.forms import Field, Form, Grid, Names, kept_fields, read_parts
from ssg.blocks.kind import BlockKind, common
from ssg.model import Block, Json, Kept, Part, Progress
from ssg.parse.context import Context
from ssg.parse.sections import Section
from ssg.parse.settings import list_items, read_settings, yes


@dataclass(frozen=True, slots=True, kw_only=True)
class Worksheet(Block):
    """Forms and grids in the author's order."""

    kind: ClassVar[str] = "worksheet"
    part: ClassVar[Part] = "practised"
    progress: ClassVar[Progress] = "fields"
    add_rows: bool
    parts: Sequence[Form | Grid]

    def key(self) -> Json:
        """Nothing is hidden: a worksheet has no right answers."""
        return None

    def fields(self) -> Iterator[Field]:
        """Every blank, in reading order."""
        return (field for part in self.parts for field in part.fields)

    def kept(self) -> Sequence[Kept]:
        """The blanks."""
        return kept_fields(self.fields(), self.span)


def parse(section: Section, context: Context) -> Worksheet:
    """The worksheet of a section."""
    bullets = [node for node in section.nodes if node.type == "bullet_list" and node.markup == "-"]
    settings = read_settings(list_items(bullets), "worksheet", context, repeatable=("trainer",))
    parts = list(read_parts(section, bullets, Names(), context))
    if not any(part.fields for part in parts):
        context.report("WS001", context.span(section.line, section.text))
    add_rows = yes(settings, "add_rows", False, context)
    asked = settings.get("add_rows")
    if add_rows and asked and not any(isinstance(part, Grid) for part in parts):
        context.report("WS002", asked.span)
    return Worksheet(**common(section, settings, context), add_rows=add_rows, parts=parts)


KIND = BlockKind(name="worksheet", words=("worksheet",), parse=parse, shares=("forms",))
