"""An item of a quiz as the author laid it out, before a question type reads it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from markdown_it.token import Token

from ssg.model import Json, Mention, Question, Score
from ssg.normalise import normalise
from ssg.parse import words
from ssg.parse.context import Context
from ssg.parse.marks import halve
from ssg.parse.mentions import read_mentions
from ssg.parse.prose.anchors import slug
from ssg.parse.prose.plain import plain
from ssg.parse.sections import Section
from ssg.parse.settings import Setting, Settings, identifier, list_items, read_settings, whole_number, yes
from ssg.parse.tree import Node
from ssg.problems import Span
from ssg.questions.answer import Answer, Form, Words
from ssg.questions.boxes import box, near_box, report_near_boxes

_TAG = re.compile(r"<(?!img\b)[^>]*>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A task-list row: an option with the author's mark and feedback; a type reads the ``settings`` that it knows."""

    id: str
    checked: bool
    text: str
    html: str
    feedback: str
    settings: Settings
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A step of an ordered list or a cell of a table; ``id`` hashes its words, so that order never matters to it."""

    id: str
    text: str
    html: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: the cells of its head, then its rows of cells."""

    head: Sequence[Row]
    rows: Sequence[Sequence[Row]]
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemDraft:
    """What stands under one item heading, sorted by form; the type that fits reads it."""

    section: Section
    type: str | None
    type_setting: Setting | None
    stem: str
    stem_text: str
    blanks: int
    settings: Settings
    options: Sequence[Option]
    steps: Sequence[Row]
    table: Table | None
    span: Span
    id: str
    points: int
    hints: Sequence[str]
    explanation: str
    objectives: Sequence[Mention]
    skills: Sequence[Mention]
    hint_cost: int | None
    confidence: bool | None
    nodes: Sequence[Node]

    def body(self, context: Context, *used: str) -> str:
        """The item's prose as safe HTML, without the lists and tables of the forms that the type used."""
        return context.html([node for node in self.nodes if node.type not in used])

    def common(self, body: str) -> dict[str, Any]:
        """The fields that every question has."""
        return {
            "id": self.id,
            "anchor": self.section.anchor,
            "span": self.span,
            "stem": self.stem,
            "body": body,
            "points": self.points,
            "hints": self.hints,
            "explanation": self.explanation,
            "objectives": self.objectives,
            "skills": self.skills,
            "hint_cost": self.hint_cost,
            "confidence": self.confidence,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionKind:
    """A question type: the words that ask for it, the drafts that are it beyond doubt, and its parser and rule.

    ``form`` is an item as paper asks it, ``solution`` the right answer in words. ``shares`` are the theme folders below
    ``shared`` that several types need.
    """

    name: str
    types: Sequence[str]
    fits: Callable[[ItemDraft], bool]
    parse: Callable[[ItemDraft, Context], Question | None]
    score: Callable[[Json, Json], Score]
    form: Callable[[Any, Words], Form]
    solution: Callable[[Any, Words], Answer]
    shares: Sequence[str] = ()


def token(text: str) -> str:
    """A short name for a piece of wording: same words, same name, whatever its place."""
    folded = re.sub(r"\s+", "", halve(text)).casefold()
    return hashlib.sha256(folded.encode()).hexdigest()[:8]


def fingerprint(stem: str, body: str, *key: Json) -> str:
    """A short hash of an item's wording, normalised as answers are, and of its key; the same in every Python."""
    parts = [_wording(stem), _wording(body), *key]
    return hashlib.sha256(json.dumps(parts, separators=(",", ":")).encode()).hexdigest()[:12]


def _wording(html: str) -> str:
    return normalise(unescape(_TAG.sub("", html.replace('<span class="blank"></span>', "▁"))))


def read_item(section: Section, context: Context) -> ItemDraft:
    """Sort what stands under an item heading; faults of settings and options are reported."""
    bullets = [node for node in section.nodes if node.type == "bullet_list" and node.markup == "-"]
    rows = list(list_items(bullets))
    options = [item for item in rows if box(item)]
    others = [item for item in rows if not box(item)]
    rest = [node for node in section.nodes if node not in bullets]
    report_near_boxes(others, rest, context)
    others = [item for item in others if not near_box(item)]
    settings = read_settings(iter(others), "item", context, repeatable=("hint", "trainer", "model"))
    _report_below(others, ("bullet_list",), context)
    _report_lists(settings, context)
    _report_below(options, ("bullet_list",), context)
    tables = [node for node in rest if node.type == "table"]
    type_setting = settings.get("type")
    for inner in section.sections:
        context.report("ST018", context.span(inner.line), kind=section.text, known="- [ ] …、- 答案：…、1. …")
    return ItemDraft(
        section=section,
        type=_type(type_setting, context),
        type_setting=type_setting,
        stem=context.inline_html(section.inline),
        stem_text=plain(section.inline.children or []),
        blanks=sum(_blanks(token) for token in (section.inline, *(token for node in rest for token in node.tokens))),
        settings=settings,
        options=[_option(item, context) for item in options],
        steps=[_row(item.inline, item.line, context) for item in list_items(rest, "ordered_list") if not box(item)],
        table=_table(tables[0], context) if tables else None,
        span=context.span(section.line, section.text),
        id=identifier(settings, slug(plain(section.inline.children or [])) or section.anchor, context, above=2),
        points=whole_number(settings, "points", 1, context, lowest=1, highest=1000),
        hints=[setting.html(context) for setting in settings.every("hint")],
        explanation=_html(settings.get("explanation"), context),
        objectives=read_mentions(settings, "objectives", context),
        skills=read_mentions(settings, "skills", context),
        hint_cost=_hint_cost(settings, context),
        confidence=yes(settings, "confidence", False, context) if settings.get("confidence") else None,
        nodes=rest,
    )


def _hint_cost(settings: Settings, context: Context) -> int | None:
    cost = settings.get("hint_cost")
    if cost is None:
        return None
    if not settings.get("hint"):
        context.report("QM005", cost.span)
    return whole_number(settings, "hint_cost", 0, context, lowest=0, highest=100)


def _html(setting: Setting | None, context: Context) -> str:
    return setting.html(context) if setting else ""


def _type(setting: Setting | None, context: Context) -> str | None:
    if setting is None:
        return None
    found = words.find("type", setting.text)
    if found is None:
        known = "、".join(words.names("type", context.language))
        context.report("ST016", setting.span, value=setting.text, known=known)
    return found


def _blanks(inline: Token) -> int:
    return sum(child.type == "blank" for child in inline.children or [])


def _report_below(rows: Sequence[Node], allowed: Sequence[str], context: Context) -> None:
    """Only the first line of an option or a setting is read, and feedback below an option: more would be lost."""
    for row in rows:
        for child in row.children[1:]:
            if child.type not in allowed:
                context.report("QZ007", context.span(child.line))


def _report_lists(settings: Settings, context: Context) -> None:
    """Only the rubric of an open item is a list below a setting."""
    for setting in settings.all:
        for node in setting.nested:
            if setting.key != "rubric" and node.type == "bullet_list":
                context.report("QZ007", context.span(node.line))


def _option(item: Node, context: Context) -> Option:
    inline, mark = item.inline, box(item)
    assert mark is not None
    text = inline.content[mark.end :].strip() if inline else ""
    settings = read_settings(list_items(item.children), "option", context)
    return Option(
        id=token(text),
        checked=mark.checked,
        text=text,
        html=context.inline_html(inline, mark.end) if inline else "",
        feedback=_html(settings.get("feedback"), context),
        settings=settings,
        span=context.span(item.line, text.split("\n")[0]),
    )


def _row(inline: Token | None, line: int, context: Context) -> Row:
    text = inline.content.strip() if inline else ""
    html = context.inline_html(inline) if inline else ""
    return Row(id=token(text), text=text, html=html, span=context.span(line, text.split("\n")[0]))


def _table(node: Node, context: Context) -> Table:
    rows = [[_row(cell.inline, row.line, context) for cell in row.children] for row in node.find("tr")]
    return Table(head=rows[0], rows=rows[1:], span=context.span(node.line))
