"""Self-check: statements to rate, told as means of dimensions with the author's advice; never right or wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from ssg.blocks.bands import Band, is_band, read_band, report_bands
from ssg.blocks.forms import Names
from ssg.blocks.kind import BlockKind, common
from ssg.blocks.rating import Marked, marked, names_in, read_scale, unmarked
from ssg.model import Block, Json, Kept, Part, Progress
from ssg.parse import words
from ssg.parse.context import Context
from ssg.parse.marks import split_setting
from ssg.parse.scale import Point
from ssg.parse.sections import Section
from ssg.parse.settings import list_items, read_settings
from ssg.parse.tree import Node
from ssg.problems import Problem, Span, closest


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sentence to rate; ``dimension`` is empty where the block has none, ``turned`` ones count from the other end."""

    id: str
    html: str
    text: str
    dimension: str
    turned: bool
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfCheck(Block):
    """Statements, the scale they are rated on, and what to advise for which mean of which dimension."""

    kind: ClassVar[str] = "selfcheck"
    part: ClassVar[Part] = "practised"
    progress: ClassVar[Progress] = "fields"
    intro: str
    scale: Sequence[Point]
    dimensions: Sequence[str]
    dimensions_span: Span
    statements: Sequence[Statement]
    bands: Sequence[Band]

    def key(self) -> Mapping[str, Json]:
        """``{points, dimensions, statements: {id: [dimension, reversed]}, bands: [{dimension, tests, advice}]}``."""
        return {
            "points": [point.value for point in self.scale],
            "dimensions": self.dimensions,
            "statements": {each.id: [each.dimension, each.turned] for each in self.statements},
            "bands": [{"dimension": band.dimension, "tests": band.tests, "advice": band.advice} for band in self.bands],
        }

    def kept(self) -> Sequence[Kept]:
        """The statements."""
        return [Kept(kind="field", id=each.id, text=each.text, span=each.span) for each in self.statements]

    def rows(self) -> Sequence[tuple[str, Sequence[tuple[int, bool]]]]:
        """For counting by hand: every dimension, empty for all, with the numbers of its statements and which turn."""
        numbered = list(enumerate(self.statements, 1))
        return [
            (name, [(number, each.turned) for number, each in numbered if each.dimension == name])
            for name in self.dimensions or [""]
        ]

    def check(self) -> Iterator[Problem]:
        """Too few statements to speak of a dimension, too many that are reversed, bands that overlap or leave gaps."""
        for name in self.dimensions:
            count = sum(each.dimension == name for each in self.statements)
            if count < 2:
                yield Problem(code="SF005", span=self.dimensions_span, values={"name": name, "count": count})
        turned = sum(each.turned for each in self.statements)
        if 3 * turned > len(self.statements):
            values = {"count": turned, "total": len(self.statements)}
            yield Problem(code="SF006", span=self.span, values=values)
        yield from report_bands(self.bands, self.scale[0].value, self.scale[-1].value)


def parse(section: Section, context: Context) -> SelfCheck | None:
    """The self-check of a section; without a scale or a statement there is none."""
    bullets = [node for node in section.nodes if node.type == "bullet_list" and node.markup == "-"]
    rows = list(list_items(bullets))
    dimensions = _dimensions(rows)
    advice = [row for row in rows if is_band(row, dimensions)]
    settings = read_settings((row for row in rows if row not in advice), "selfcheck", context, ("trainer",))
    for inner in section.sections:
        context.report("SF009", context.span(inner.line, inner.text))
    ordered = [node for node in section.nodes if node.type == "ordered_list"]
    if not settings.get("scale"):
        context.report("SF001", context.span(section.line, section.text))
    if not ordered:
        context.report("SF002", context.span(section.line, section.text))
    scale = read_scale(settings, context)
    if not scale or not ordered:
        return None
    given = settings.get("dimensions")
    names = Names()
    found = [_statement(item, dimensions, names, context) for item in list_items(ordered, "ordered_list")]
    low, high = scale[0].value, scale[-1].value
    bands = [band for row in advice if (band := read_band(row, dimensions, low, high, context))]
    return SelfCheck(
        **common(section, settings, context),
        intro=context.html([node for node in section.nodes if node not in [*bullets, *ordered]]),
        scale=scale,
        dimensions=dimensions,
        dimensions_span=given.span if given else context.span(section.line, section.text),
        statements=found,
        bands=bands,
    )


def _dimensions(rows: Sequence[Node]) -> Sequence[str]:
    """The declared names: what begins with one of them is advice, so they are read ahead of the settings."""
    lines = (split_setting(row.inline.content) for row in rows if row.inline)
    given = (parts[1] for parts in lines if parts and words.find("selfcheck", parts[0]) == "dimensions")
    return list(dict.fromkeys(names_in(next(given, ""))))


def _statement(item: Node, dimensions: Sequence[str], names: Names, context: Context) -> Statement:
    line = _line(item, dimensions, context)
    turned = any(_turns(mark) for mark in line.marks)
    named = [mark for mark in line.marks if not _turns(mark)]
    for name in named:
        if name not in dimensions:
            values = {"name": name, "guess": closest(name, list(dimensions)), "known": "、".join(dimensions) or "–"}
            context.report("SF004", context.span(item.line, name), **values)
    if dimensions and len(named) != 1:
        context.report("SF003", line.span, count=len(named), known="、".join(dimensions))
    dimension = next((name for name in named if name in dimensions), "")
    return Statement(
        id=names.of(line.text), html=line.html, text=line.text, dimension=dimension, turned=turned, span=line.span
    )


def _line(item: Node, dimensions: Sequence[str], context: Context) -> Marked:
    """Without dimensions, brackets at the end are the author's own unless they say that the statement is reversed."""
    line = marked(item, context)
    return line if dimensions or any(_turns(mark) for mark in line.marks) else unmarked(item, context)


def _turns(mark: str) -> bool:
    return words.find("statement_mark", mark) == "reversed"


KIND = BlockKind(name="selfcheck", words=("selfcheck",), parse=parse, shares=("forms", "scales"))
