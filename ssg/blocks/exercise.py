"""Exercise: an activity away from the screen, alone or in groups: what it is for, its steps, its time, a debrief."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from ssg.blocks.forms import Names
from ssg.blocks.kind import BlockKind, common
from ssg.blocks.parts import Opening, read_opening, report_stray
from ssg.model import Block, Json, Kept, Part, Progress
from ssg.parse import words
from ssg.parse.context import Context
from ssg.parse.marks import halve
from ssg.parse.prose.plain import plain
from ssg.parse.sections import Section
from ssg.parse.settings import Settings, list_items
from ssg.parse.tree import Node
from ssg.questions.draft import token
from ssg.wording import words_of

FACTS = ("purpose", "people", "groups", "materials")
"""The settings that the sheet prints as they stand."""

_DURATION = re.compile(
    r"(?:大?[约約]|about)?\s*(?:(?P<hours>\d+(?:\.\d+)?)\s*(?:[个個]?小[时時]|hours?|h))?\s*"
    r"(?:(?P<minutes>\d+)\s*(?:分[钟鐘]?|minutes?|mins?)?)?",
    re.IGNORECASE,
)
_STEP_TIME = re.compile(r"\s*[（(](?P<time>[^（()）]*(?:分|小[时時]|min|hour)[^（()）]*)[)）][。.]?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step in order: ``html`` is its line, ``more`` what stands below it; ``minutes`` None where it has no time."""

    id: str
    html: str
    more: str
    minutes: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Debriefing:
    """A question to talk or write about after the steps: ``text`` in plain words."""

    id: str
    text: str
    html: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise(Block):
    """A sheet for an activity; ``facts`` are pairs of a setting's keyword and its HTML, ``minutes`` 0 where unknown."""

    kind: ClassVar[str] = "exercise"
    part: ClassVar[Part] = "practised"
    progress: ClassVar[Progress] = "fields"
    minutes: int
    facts: Sequence[tuple[str, str]]
    intro: str
    steps: Sequence[Step]
    debrief: Sequence[Debriefing]

    def key(self) -> Json:
        """Nothing is hidden."""
        return None

    def kept(self) -> Sequence[Kept]:
        """What is ticked off, and the notes of the debrief."""
        names = [(f"step/{step.id}", words_of(step.html)) for step in self.steps]
        names += [(f"debrief/{each.id}", each.text) for each in self.debrief]
        return [Kept(kind="field", id=id, text=text, span=self.span) for id, text in names]


def parse(section: Section, context: Context) -> Exercise:
    """The exercise of a section."""
    opening = read_opening(section, "exercise", context, repeatable=("debrief",))
    steps_lists = [node for node in opening.nodes if node.type == "ordered_list"]
    names = Names()
    steps = [_step(item, names, context) for item in list_items(steps_lists, "ordered_list")]
    debrief = _debrief(section, opening, context)
    if not steps:
        context.report("EX001", context.span(section.line, section.text))
    if not debrief:
        context.report("EX004", context.span(section.line, section.text))
    return Exercise(
        **common(section, opening.settings, context),
        minutes=_minutes(opening.settings, steps, context),
        facts=[(key, setting.html(context)) for key in FACTS if (setting := opening.settings.get(key))],
        intro=context.html([node for node in opening.nodes if node not in steps_lists]),
        steps=steps,
        debrief=debrief,
    )


def _step(item: Node, names: Names, context: Context) -> Step:
    text = plain(item.inline.children or []) if item.inline else ""
    time = _STEP_TIME.search(text)
    minutes = _read_minutes(time["time"]) if time else None
    html = context.inline_html(item.inline) if item.inline else ""
    return Step(
        id=names.of(token(text if minutes is None else _STEP_TIME.sub("", text))),
        html=html if minutes is None else _STEP_TIME.sub("", html),
        more=context.html(item.children[1:]),
        minutes=minutes,
    )


def _debrief(section: Section, opening: Opening, context: Context) -> list[Debriefing]:
    """The questions given in a line each, then those below a heading of their own."""
    names = Names()
    found = [
        Debriefing(id=names.of(token(setting.text)), text=setting.text, html=setting.html(context))
        for setting in opening.settings.every("debrief")
        if setting.text
    ]
    for inner in section.sections:
        if words.find("exercise", inner.title.rstrip(":：")) != "debrief":
            report_stray(inner.line, section, "exercise", context)
            continue
        found += [_question(node, names, context) for node in _rows(inner)]
        for deeper in inner.sections:
            report_stray(deeper.line, inner, "exercise", context)
    return found


def _rows(section: Section) -> Sequence[Node]:
    """The rows of lists, and everything that is no list."""
    return [
        row
        for node in section.nodes
        for row in (node.children if node.type in ("bullet_list", "ordered_list") else [node])
    ]


def _question(row: Node, names: Names, context: Context) -> Debriefing:
    text = plain(row.inline.children or []) if row.inline else ""
    html = context.inline_html(row.inline) if row.inline else ""
    more = context.html(row.children[1:])
    return Debriefing(id=names.of(token(text)), text=text, html=f"{html}{more}")


def _minutes(settings: Settings, steps: Sequence[Step], context: Context) -> int:
    """The stated time, else the sum of the steps where each has one; a sum that does not fit is reported."""
    times = [step.minutes for step in steps if step.minutes is not None]
    complete = len(times) == len(steps)
    setting = settings.get("minutes")
    if setting is None:
        return sum(times) if complete else 0
    stated = _read_minutes(setting.text)
    if stated is None:
        context.report("EX002", setting.span, value=setting.text)
        return 0
    if sum(times) > stated or (complete and times and sum(times) < stated):
        context.report("EX003", setting.span, stated=stated, sum=sum(times))
    return stated


def _read_minutes(text: str) -> int | None:
    """``20 分钟``, ``1 小时 30 分钟``, ``半小时`` or a bare number, in minutes; None for anything else."""
    found = _DURATION.fullmatch(re.sub("半[个個]?小[时時]", "30分钟", halve(text).strip()))
    if found is None or not (found["hours"] or found["minutes"]):
        return None
    return round(float(found["hours"] or 0) * 60) + int(found["minutes"] or 0) or None


KIND = BlockKind(name="exercise", words=("exercise",), parse=parse, shares=("forms",))
