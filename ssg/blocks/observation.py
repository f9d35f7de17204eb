"""Observation: criteria with levels that say what is seen at each, filled in by an observer on screen or on paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from ssg.blocks.forms import Names
from ssg.blocks.kind import BlockKind, common
from ssg.blocks.raters import Raters, read_raters
from ssg.blocks.rating import Marked, marked, unmarked
from ssg.model import Block, Json, Kept, Mention, Part, Progress
from ssg.parse import words
from ssg.parse.context import Context
from ssg.parse.scale import Point, point_of
from ssg.parse.sections import Section
from ssg.parse.settings import list_items, read_settings
from ssg.parse.tree import Node
from ssg.wording import listed

NOTES = "@notes"
"""The field of what else an observer has to say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """What is looked at; ``anchors`` say in safe HTML what is seen at each level; ``skills`` are what it shows."""

    id: str
    html: str
    text: str
    skills: Sequence[str]
    anchors: Sequence[str]

    @property
    def evidence(self) -> str:
        """The field of what was seen and heard."""
        return f"{self.id}@evidence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation(Block):
    """Criteria on common levels. ``scene`` is the role-play that is watched; where it is a link, ``scene_html``."""

    kind: ClassVar[str] = "observation"
    part: ClassVar[Part] = "practised"
    progress: ClassVar[Progress] = "none"
    intro: str
    raters: Raters
    scene: Mention | None
    scene_html: str
    levels: Sequence[Point]
    criteria: Sequence[Criterion]

    def key(self) -> Mapping[str, Json]:
        """``{points, skills: {skill: [criterion ids]}}``; nothing is hidden."""
        skills = dict.fromkeys(skill for each in self.criteria for skill in each.skills)
        return {
            "points": [level.value for level in self.levels],
            "skills": {skill: [each.id for each in self.criteria if skill in each.skills] for skill in skills},
        }

    def kept(self) -> Sequence[Kept]:
        """A level and the evidence for each criterion, and the notes."""
        names = [(id, each.text) for each in self.criteria for id in (each.id, each.evidence)]
        return [Kept(kind="field", id=id, text=text, span=self.span) for id, text in [*names, (NOTES, NOTES)]]

    def scenes(self) -> Sequence[Mention]:
        """The role-play that is watched, where its title is named."""
        return [self.scene] if self.scene else []


def parse(section: Section, context: Context) -> Observation | None:
    """The observation sheet of a section; without a table of levels there is none."""
    bullets = [node for node in section.nodes if node.type == "bullet_list" and node.markup == "-"]
    settings = read_settings(list_items(bullets), "observation", context, repeatable=("trainer",))
    tables = [node for node in section.nodes if node.type == "table"]
    for inner in section.sections:
        context.report("OS007", context.span(inner.line, inner.text))
    for extra in tables[1:]:
        context.report("OS006", context.span(extra.line), first=tables[0].line)
    if not tables:
        context.report("OS001", context.span(section.line, section.text))
        return None
    head, *rows = tables[0].find("tr")
    levels = _levels(head, context)
    scene = settings.get("scene")
    scene_html = scene.html(context) if scene else ""
    return Observation(
        **common(section, settings, context),
        intro=context.html([node for node in section.nodes if node not in [*bullets, *tables]]),
        raters=read_raters(settings, True, context),
        scene=Mention(name=scene.text, span=scene.span) if scene and "<a " not in scene_html else None,
        scene_html=scene_html,
        levels=levels,
        criteria=list(_criteria(head, rows, levels, context)),
    )


def _levels(head: Node, context: Context) -> Sequence[Point]:
    """The columns after the first, but for one of evidence, which every sheet has."""
    texts = [unmarked(cell, context).text for cell in head.children[1:]]
    named = [text for text in texts if not _is_evidence(text)]
    points = [point_of(text) for text in named]
    if len(named) < 2:
        context.report("OS002", context.span(head.line), count=len(named))
    values = [value for value, _ in points if value is not None]
    if values and (len(values) < len(points) or values != sorted(set(values))):
        context.report("OS003", context.span(head.line), levels=" | ".join(named))
    return [
        Point(value=number if value is None else value, label=label) for number, (value, label) in enumerate(points, 1)
    ]


def _is_evidence(text: str) -> bool:
    return words.find("observation_column", text) == "evidence"


def _criteria(head: Node, rows: Sequence[Node], levels: Sequence[Point], context: Context) -> Iterator[Criterion]:
    names = Names()
    columns = [at for at, cell in enumerate(head.children[1:]) if not _is_evidence(unmarked(cell, context).text)]
    for row in rows:
        first, *cells = row.children
        line = marked(first, context)
        if not line.text:
            context.report("OS008", context.span(row.line))
            continue
        anchors = [unmarked(cells[column], context) for column in columns]
        _report_wording([line, *anchors], row, levels, context)
        yield Criterion(
            id=names.of(line.text),
            html=line.html,
            text=line.text,
            skills=line.marks,
            anchors=[anchor.html for anchor in anchors],
        )


def _report_wording(texts: Sequence[Marked], row: Node, levels: Sequence[Point], context: Context) -> None:
    """A level without words is an opinion, and so is one in words that two observers would judge differently."""
    for level, anchor in zip(levels, texts[1:], strict=False):
        if not anchor.text:
            context.report(
                "OS004", context.span(row.line), level=f"{level.value} {level.label}".strip(), name=texts[0].text
            )
    for text in texts:
        for word in listed("vague", text.text)[:1]:
            context.report("OS005", context.span(row.line, text.text), word=word)


KIND = BlockKind(name="observation", words=("observation",), parse=parse, shares=("forms", "rater", "scales"))
