"""Case: a situation, questions answered in writing, then the reference analysis and a rating of one's own answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from ssg.blocks.kind import BlockKind, common
from ssg.blocks.parts import Criterion, read_criteria, read_opening, report_stray
from ssg.model import Block, Json, Kept, Part, Progress
from ssg.parse import words
from ssg.parse.context import Context
from ssg.parse.marks import halve
from ssg.parse.prose.anchors import slug
from ssg.parse.prose.plain import plain
from ssg.parse.sections import Section
from ssg.parse.settings import Settings, identifier
from ssg.problems import Span

LEAST = 15
"""How much a learner writes before the reference is shown, in characters, unless the author says otherwise."""

_LENGTH = re.compile(r"(\d{1,4})\s*(?:[个個]?字[符元]?|characters?|letters?)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseQuestion:
    """A question about the case; ``reference`` is empty where the author gives none. All texts are safe HTML."""

    id: str
    anchor: str
    span: Span
    html: str
    label: str
    body: str
    hints: Sequence[str]
    reference: str
    criteria: Sequence[Criterion]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case(Block):
    """A situation and what is asked about it; ``least`` characters are written before a reference is shown."""

    kind: ClassVar[str] = "case"
    part: ClassVar[Part] = "practised"
    progress: ClassVar[Progress] = "fields"
    situation: str
    least: int
    questions: Sequence[CaseQuestion]

    def key(self) -> Json:
        """``{questions: {id: {reference, criteria: [[id, html]]}}}``, of those that have either."""
        return {
            "questions": {
                question.id: {
                    "reference": question.reference,
                    "criteria": [[each.id, each.html] for each in question.criteria],
                }
                for question in self.questions
                if question.reference or question.criteria
            }
        }

    def kept(self) -> Sequence[Kept]:
        """The answers."""
        return [Kept(kind="field", id=each.id, text=each.label, span=each.span) for each in self.questions]


def parse(section: Section, context: Context) -> Case:
    """The case of a section."""
    opening = read_opening(section, "case", context, listing=("rating",))
    situation = context.html(opening.nodes)
    if not section.sections:
        context.report("CS001", context.span(section.line, section.text))
    elif not situation.strip():
        context.report("CS002", context.span(section.line, section.text))
    shared = _criteria(opening.settings, context)
    questions = [_question(each, shared, context) for each in section.sections]
    _report_repeated_ids(questions, context)
    return Case(
        **common(section, opening.settings, context),
        situation=situation,
        least=_least(opening.settings, context),
        questions=questions,
    )


def _question(section: Section, shared: Sequence[Criterion], context: Context) -> CaseQuestion:
    opening = read_opening(section, "case_question", context, repeatable=("hint", "reference"), listing=("rating",))
    settings = opening.settings
    label = plain(section.inline.children or [])
    reference = _reference(section, settings, context)
    if not reference:
        context.report("CS003", context.span(section.line, section.text))
    return CaseQuestion(
        id=identifier(settings, slug(label) or section.anchor, context),
        anchor=section.anchor,
        span=context.span(section.line, section.text),
        html=context.inline_html(section.inline),
        label=label,
        body=context.html(opening.nodes),
        hints=[setting.html(context) for setting in settings.every("hint")],
        reference=reference,
        criteria=_criteria(settings, context) or shared,
    )


def _reference(section: Section, settings: Settings, context: Context) -> str:
    """The analyses given in a line each, then the longer one below a heading of its own."""
    parts = [f"<p>{setting.html(context)}</p>\n" for setting in settings.every("reference") if setting.text]
    for inner in section.sections:
        if words.find("case_question", inner.title.rstrip(":：")) != "reference":
            report_stray(inner.line, section, "case_question", context)
            continue
        parts.append(context.html(inner.nodes))
        for deeper in inner.sections:
            report_stray(deeper.line, inner, "case_question", context)
    return "".join(parts).strip()


def _criteria(settings: Settings, context: Context) -> Sequence[Criterion]:
    setting = settings.get("rating")
    return read_criteria(setting, context) if setting else ()


def _least(settings: Settings, context: Context) -> int:
    """``- 至少：20 字``."""
    setting = settings.get("least")
    if setting is None:
        return LEAST
    found = _LENGTH.fullmatch(halve(setting.text))
    if found is None or not 1 <= int(found[1]) <= 2000:
        context.report("ST015", setting.span, value=setting.text, lowest=1, highest=2000)
        return LEAST
    return int(found[1])


def _report_repeated_ids(questions: Sequence[CaseQuestion], context: Context) -> None:
    seen: dict[str, CaseQuestion] = {}
    for question in questions:
        first = seen.setdefault(question.id, question)
        if first is not question:
            context.report("CS007", question.span, id=question.id, first=first.span.line)


KIND = BlockKind(name="case", words=("case",), parse=parse, shares=("forms",))
