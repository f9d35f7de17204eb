"""The role-play kit: for each scene a card for every part, an observer's sheet and questions for after it; and lots."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Literal

from markupsafe import Markup

from ssg.blocks.exercise import Exercise
from ssg.blocks.observation import Observation
from ssg.blocks.roleplay.model import Line, Plot
from ssg.blocks.roleplay.scene import Scene
from ssg.model import Chapter, Course
from ssg.paper.model import Sheet
from ssg.paper.pack import PackKind
from ssg.paper.press import Press, Run
from ssg.paper.reading import on_paper
from ssg.wording import breadth

Fit = Literal["large", "middle", "small", "whole"]

ROOM: Mapping[Fit, tuple[float, float]] = {"large": (28, 12.5), "middle": (32, 15), "small": (38, 18.5)}
"""How many Han characters a line of a card holds in each size, and how many lines half a page; Letter is the lower."""

LABEL, APART = 0.27, 0.36
"""What the label of a row has of a line's width, and how far rows stand apart, in lines."""

GROUPS = 8
"""How many groups of three the lots are for."""

_TALL = re.compile("<(?:img|table|svg|pre|math)")
_END = re.compile("</(?:p|li|blockquote)>|<br>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A card: who is played, what they know, how they open; ``fit`` is the size in which its words fill it."""

    name: str
    lead: bool
    rows: Sequence[tuple[str, Markup]]
    opening: Line | None
    fit: Fit


@dataclass(frozen=True, slots=True, kw_only=True)
class Play:
    """A scene with all that is handed out for it; ``points`` are what to look out for, by the name of the node."""

    number: int
    scene: Scene
    briefing: Markup
    parts: Sequence[Part]
    points: Sequence[tuple[str, Sequence[Markup]]]
    sheets: Sequence[Observation]
    endings: Sequence[tuple[str, Sequence[Markup]]]
    exercises: Sequence[Exercise]


def make(press: Press) -> Sequence[Sheet]:
    """One document for the trainer, who hands the cards out; none without a role-play."""
    found = [(chapter, block) for chapter in press.course.chapters for block in chapter.blocks()]
    scenes = [(chapter, block) for chapter, block in found if isinstance(block, Scene)]
    plays = [_play(number, chapter, scene, press) for number, (chapter, scene) in enumerate(scenes, 1)]
    if not plays:
        return []
    runs = [Run(f"play-{play.number}", play.scene.title) for play in plays]
    title = f"{press.course.settings.title} · {press.t['pack_kit']}"
    return [press.sheet("kit", "kit", title, "trainer", runs, plays=plays, groups=GROUPS)]


def _play(number: int, chapter: Chapter, scene: Scene, press: Press) -> Play:
    briefing = on_paper(scene.briefing, press.t, frozenset(), 1)
    link = f'href="#{chapter.id}/{scene.anchor}"'
    return Play(
        number=number,
        scene=scene,
        briefing=briefing,
        parts=[_part(name, scene.plot, briefing) for name in (scene.plot.learner, *scene.plot.people)],
        points=[(node.name, node.observe) for node in scene.plot.nodes.values() if node.observe],
        sheets=[
            block for block in press.course.blocks() if isinstance(block, Observation) and _watches(block, scene, link)
        ],
        endings=[
            (node.name, node.ending.questions)
            for node in scene.plot.nodes.values()
            if node.ending and node.ending.questions
        ],
        exercises=list(_exercises(press.course, link)),
    )


def _part(name: str, plot: Plot, briefing: Markup) -> Part:
    rows = [row for card in plot.cards if card.name == name for row in card.rows]
    lead = name == plot.learner
    lines = (line for node in plot.nodes.values() for line in node.lines)
    opening = None if lead else next((line for line in lines if line.speaker == name), None)
    told = [*rows, *([("", opening.html)] if opening else []), ("", briefing), *([("", Markup())] * 2 if lead else [])]
    return Part(name=name, lead=lead, rows=rows, opening=opening, fit=_fit(told))


def _fit(rows: Sequence[tuple[str, Markup]]) -> Fit:
    """The largest size in which the rows fit on half a page; pictures and tables cannot be counted."""
    if any(_TALL.search(words) for _, words in rows):
        return "whole"
    return next((fit for fit, (wide, most) in ROOM.items() if sum(_lines(row, wide) for row in rows) <= most), "whole")


def _lines(row: tuple[str, Markup], wide: float) -> float:
    """How many lines a row takes in a size, with what keeps it from the next."""
    label, words = row
    parts = [Markup(part).striptags() for part in _END.split(words)]
    told = sum(ceil(breadth(part) / 2 / wide) for part in parts)
    return max(told, ceil(breadth(label) / 2 / (LABEL * wide)), 1) + APART


def _watches(block: Observation, scene: Scene, link: str) -> bool:
    return any(mention.name == scene.title for mention in block.scenes()) or link in block.scene_html


def _exercises(course: Course, link: str) -> Iterator[Exercise]:
    """The exercises with questions that link to the scene."""
    for block in course.blocks():
        if isinstance(block, Exercise) and block.debrief:
            steps = (html for step in block.steps for html in (step.html, step.more))
            if any(link in html for html in (block.intro, *(html for _, html in block.facts), *steps)):
                yield block


KIND = PackKind(name="kit", make=make)
