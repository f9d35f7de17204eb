"""Survey: questions without right answers, scored by nobody: choices, ratings, open text; also 360-degree forms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from markdown_it.token import Token

from ssg.blocks.forms import BLANK, Names
from ssg.blocks.kind import BlockKind, common
from ssg.blocks.raters import Raters, read_raters
from ssg.blocks.rating import read_scale, unmarked
from ssg.model import Block, Json, Kept, Part, Progress
from ssg.parse import words
from ssg.parse.context import Context
from ssg.parse.prose.plain import plain
from ssg.parse.scale import Point
from ssg.parse.sections import Section
from ssg.parse.settings import Settings, identifier, list_items, read_settings
from ssg.parse.tree import Node
from ssg.questions.boxes import box, near_box, report_near_boxes


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An option or a statement: the field that keeps it, or the value where only one is kept, and its words."""

    id: str
    text: str
    html: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A question of a survey. ``rows`` are its options or statements; a rating without any is of the question itself.

    ``form`` is ``single``, ``multiple``, ``rating`` or ``open``. The statements of a block without a heading stand in
    an ask of an empty ``title``.
    """

    id: str
    anchor: str
    form: str
    title: str
    text: str
    body: str
    scale: Sequence[Point]
    rows: Sequence[Row]

    def fields(self) -> Sequence[Row]:
        """What an answer is kept under."""
        several = self.form == "multiple" or (self.form == "rating" and self.rows)
        return self.rows if several else [Row(id=self.id, text=self.text, html=self.title)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey(Block):
    """Questions in order, and who answers them about whom."""

    kind: ClassVar[str] = "survey"
    part: ClassVar[Part] = "practised"
    progress: ClassVar[Progress] = "none"
    intro: str
    raters: Raters
    asks: Sequence[Ask]

    def key(self) -> Json:
        """Nothing is hidden: a survey has no right answers."""
        return None

    def kept(self) -> Sequence[Kept]:
        """A field for each statement and each box to tick, else one for the question."""
        rows = [row for ask in self.asks for row in ask.fields()]
        return [Kept(kind="field", id=row.id, text=row.text, span=self.span) for row in rows]

    def outline(self) -> Mapping[str, Json]:
        """Adds whether the answers must stay out of the results that bear the learner's name."""
        return {**Block.outline(self), "anonymous": self.raters.anonymous}


def parse(section: Section, context: Context) -> Survey:
    """The survey of a section; a question that cannot be asked is reported and left out of the value."""
    bullets = [node for node in section.nodes if node.type == "bullet_list" and node.markup == "-"]
    settings = read_settings(list_items(bullets), "survey", context, repeatable=("trainer",))
    scale = read_scale(settings, context)
    names = Names()
    ordered = [node for node in section.nodes if node.type == "ordered_list"]
    _report_blanks(section.nodes, context)
    asks = [*_loose(ordered, scale, names, section, context), *_asks(section, scale, names, context)]
    if not asks:
        context.report("SV001", context.span(section.line, section.text))
    return Survey(
        **common(section, settings, context),
        intro=context.html([node for node in section.nodes if node not in [*bullets, *ordered]]),
        raters=read_raters(settings, False, context),
        asks=asks,
    )


def _loose(
    ordered: Sequence[Node], scale: Sequence[Point], names: Names, section: Section, context: Context
) -> Iterator[Ask]:
    """The statements that stand before the first question."""
    if not ordered:
        return
    if not scale:
        context.report("SV003", context.span(ordered[0].line))
    rows = _rows(list_items(ordered, "ordered_list"), names, context)
    yield Ask(id="", anchor=section.anchor, form="rating", title="", text="", body="", scale=scale, rows=rows)


def _asks(section: Section, scale: Sequence[Point], names: Names, context: Context) -> Iterator[Ask]:
    for inner in section.sections:
        for deeper in inner.sections:
            context.report("SV005", context.span(deeper.line, deeper.text), text=deeper.text)
        ask = _ask(inner, scale, names, context)
        if ask:
            yield ask


def _ask(section: Section, scale: Sequence[Point], names: Names, context: Context) -> Ask | None:
    bullets = [node for node in section.nodes if node.type == "bullet_list" and node.markup == "-"]
    items = list(list_items(bullets))
    options = [item for item in items if box(item)]
    rest = [node for node in section.nodes if node not in bullets]
    others = [item for item in items if not box(item)]
    report_near_boxes(others, rest, context)
    settings = read_settings((each for each in others if not near_box(each)), "survey_item", context, ("trainer",))
    id = identifier(settings, names.of(plain(section.inline.children or [])), context)
    scale = read_scale(settings, context) or scale
    ordered = [node for node in rest if node.type == "ordered_list"]
    form = _form(settings, options, ordered, scale, section, context)
    if form is None:
        return None
    room = [node for node in rest if _is_room(node)] if form == "open" else []
    _report_blanks([node for node in section.nodes if node not in room[:1]], context)
    used = ordered if form == "rating" else []
    body = context.html([node for node in rest if node not in used and not (form == "open" and _is_blank(node))])
    return Ask(
        id=id,
        anchor=section.anchor,
        form=form,
        title=context.inline_html(section.inline),
        text=plain(section.inline.children or []),
        body=body.replace(BLANK, "") if form == "open" else body,
        scale=scale,
        rows=_options(options, "" if form == "single" else f"{id}.", context)
        if options
        else _rows(list_items(used, "ordered_list"), names, context),
    )


def _form(
    settings: Settings,
    options: Sequence[Node],
    ordered: Sequence[Node],
    scale: Sequence[Point],
    section: Section,
    context: Context,
) -> str | None:
    """What the form of the text asks for: options to choose from, a blank to write in, else a rating."""
    if options:
        return _choice(settings, context)
    if settings.get("type"):
        context.report("SV004", settings.all[0].span)
    if any(_has_blank(node) for node in section.nodes if node not in ordered):
        return "open"
    if scale:
        return "rating"
    context.report("SV003" if ordered else "SV002", context.span(section.line, section.text))
    return None


def _choice(settings: Settings, context: Context) -> str:
    """One answer unless the author allows several."""
    asked = settings.get("type")
    found = words.find("type", asked.text) if asked else "single"
    if asked and found not in ("single", "multiple"):
        known = "、".join(words.name("type", each, context.language) for each in ("single", "multiple"))
        context.report("ST016", asked.span, value=asked.text, known=known)
    return "multiple" if found == "multiple" else "single"


def _has_blank(node: Node) -> bool:
    return any(any(_blanks(token)) for token in node.tokens)


def _is_room(node: Node) -> bool:
    """Whether a paragraph ends with room to write, its only blank."""
    children = (node.inline.children or []) if node.inline and node.type == "paragraph" else []
    return [child.type == "blank" for child in children].count(True) == 1 and children[-1].type == "blank"


def _report_blanks(nodes: Sequence[Node], context: Context) -> None:
    """A blank that nobody can fill: a question has one, at the end of a line of its own."""
    for inline in (token for node in nodes for token in node.tokens if any(_blanks(token))):
        context.report("SV007", context.span((inline.map or [0])[0] + 1, inline.content.split("\n")[0]))


def _blanks(token: Token) -> Iterator[Token]:
    return (child for child in token.children or [] if child.type == "blank")


def _is_blank(node: Node) -> bool:
    """Whether a paragraph is nothing but room to write."""
    return _has_blank(node) and not plain(node.inline.children or [] if node.inline else []).strip(" _＿")


def _options(items: Sequence[Node], prefix: str, context: Context) -> Sequence[Row]:
    names = Names()
    return [_option(item, prefix, names, context) for item in items]


def _option(item: Node, prefix: str, names: Names, context: Context) -> Row:
    mark, line = box(item), unmarked(item, context)
    assert mark is not None and item.inline is not None
    text = line.text[mark.end :].strip()
    if mark.checked:
        context.report("SV006", context.span(item.line, text), text=text)
    return Row(id=prefix + names.of(text), text=text, html=context.inline_html(item.inline, mark.end))


def _rows(items: Iterator[Node], names: Names, context: Context) -> Sequence[Row]:
    lines = [unmarked(item, context) for item in items]
    return [Row(id=names.of(line.text), text=line.text, html=line.html) for line in lines]


KIND = BlockKind(name="survey", words=("survey",), parse=parse, shares=("forms", "rater", "scales"))
