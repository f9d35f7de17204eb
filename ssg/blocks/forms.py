"""Forms: prose and tables with blanks to fill, on screen or on paper, for every kind that is written into."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from markdown_it.token import Token

from ssg.model import Kept
from ssg.parse.context import Context
from ssg.parse.marks import halve
from ssg.parse.prose.plain import plain
from ssg.parse.sections import Section
from ssg.parse.tree import Node
from ssg.problems import Span

BLANK = '<span class="blank"></span>'

_RANGE = re.compile(r"\((-?\d+)\s*(?:-|–|—|~|到|至|to)\s*(-?\d+)[^()]*\)")
_UNIT = re.compile(r"\((分[钟鐘]|小[时時]|天|日|周|週|月|年|次|元|人|分|%|(?:minute|hour|day|point)s?|times)\)", re.I)
_NO_NAME = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A blank to fill. A number has a range, a unit or both; ``long`` text gets a line of its own."""

    id: str
    label: str
    type: Literal["text", "number"]
    low: int | None
    high: int | None
    unit: str
    long: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Prose with blanks: ``pieces`` of safe HTML around the ``fields``, one more than they are."""

    pieces: Sequence[str]
    fields: Sequence[Field]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table whose cells are forms; ``columns`` holds the head's HTML."""

    columns: Sequence[str]
    rows: Sequence[Sequence[Form]]

    @property
    def fields(self) -> Sequence[Field]:
        """The blanks of all cells, row by row."""
        return [field for row in self.rows for cell in row for field in cell.fields]


def kept_fields(fields: Iterable[Field], span: Span) -> list[Kept]:
    """The fields of a block as names that a trainee's words are kept under; ``span`` is the block's."""
    return [Kept(kind="field", id=field.id, text=field.label, span=span) for field in fields]


@dataclass(slots=True)
class Names:
    """Ids that stay the same when other fields come and go; equal labels are numbered."""

    taken: dict[str, int] = field(default_factory=dict)

    def of(self, *labels: str) -> str:
        """The name of the next field with these labels."""
        name = ".".join(_NO_NAME.sub("-", halve(label)).strip("-").lower() for label in labels) or "blank"
        self.taken[name] = self.taken.get(name, 0) + 1
        return name if self.taken[name] == 1 else f"{name}-{self.taken[name]}"


def read_parts(section: Section, settings: Sequence[Node], names: Names, context: Context) -> Iterator[Form | Grid]:
    """The forms and grids of a section in the author's order; ``settings`` are the lists that are none of them."""
    for node in section.nodes:
        if node.type == "table":
            yield _grid(node, names, context)
        elif node not in settings:
            yield _form(context.html([node]), _labels(node.tokens), names)
    for inner in section.sections:
        yield Form(
            pieces=[context.markdown.renderer.render(inner.heading, context.markdown.options, context.env)], fields=[]
        )
        yield from read_parts(inner, [], names, context)


def _form(html: str, labels: Sequence[str], names: Names) -> Form:
    fields = [_field(names.of(label), label) for label in labels]
    return Form(pieces=html.split(BLANK), fields=fields)


def _labels(tokens: Sequence[Token]) -> list[str]:
    """For every blank the words before it on its line, back to the blank before."""
    labels: list[str] = []
    for inline in (token for token in tokens if token.type == "inline"):
        words = ""
        for child in inline.children or []:
            if child.type == "blank":
                labels.append(words.strip(" ：:，,、"))
                words = ""
            elif child.type in ("softbreak", "hardbreak"):
                words = ""
            else:
                words += child.content
    return labels


def _grid(table: Node, names: Names, context: Context) -> Grid:
    head, *rows = table.find("tr")
    columns = [cell.inline for cell in head.children]
    labels = [plain(inline.children or []) if inline else "" for inline in columns]
    return Grid(
        columns=[context.inline_html(inline) if inline else "" for inline in columns],
        rows=[_row(row, number, labels, names, context) for number, row in enumerate(rows, 1)],
    )


def _row(row: Node, number: int, labels: Sequence[str], names: Names, context: Context) -> list[Form]:
    texts = [plain(cell.inline.children or []).strip(" _＿") if cell.inline else "" for cell in row.children]
    name = next((text for text in texts if text), "")
    cells: list[Form] = []
    for cell, text, column in zip(row.children, texts, labels, strict=True):
        html = context.inline_html(cell.inline) if cell.inline else ""
        blanks = html.count(BLANK) or int(not html)
        label = column if text == name or not name else f"{name}，{column}"
        fields = [_field(names.of(name or f"r{number}", column), label, column) for _ in range(blanks)]
        cells.append(Form(pieces=html.split(BLANK) if html else ["", ""], fields=fields))
    return cells


def _field(id: str, label: str, heading: str = "") -> Field:
    """A field whose input type follows from the range or unit in its heading."""
    said = halve(heading or label)
    limits, unit = _RANGE.search(said), _UNIT.search(said)
    return Field(
        id=id,
        label=label,
        type="number" if limits or unit else "text",
        low=int(limits[1]) if limits else None,
        high=int(limits[2]) if limits else None,
        unit=unit[1] if unit else "",
        long=not limits and not unit,
    )
