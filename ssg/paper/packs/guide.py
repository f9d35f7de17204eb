"""Facilitator's guide: the class on a clock, what it needs, and every chapter as seen from the front of the room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from ssg.blocks.roleplay.map import map_of
from ssg.model import Block, Chapter, Prose
from ssg.paper.agenda import Session, agenda_of, clock
from ssg.paper.best import best_of
from ssg.paper.model import Sheet
from ssg.paper.needs import needs_of
from ssg.paper.pack import PackKind
from ssg.paper.press import Press, Run, numbered
from ssg.questions.answer import answer_of
from ssg.wording import reading_characters

GLANCE = "at-a-glance"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A part of a chapter with the clock beside it; ``kind`` names the macro that prints it.

    ``notes`` are the trainer's, by the anchor of the item, node or question they stand below, those of the whole part
    under an empty one. ``more`` is what the kind adds for trainers: answers, the best play and the map.
    """

    clock: str
    kind: str
    part: Prose | Block
    html: Markup
    notes: Mapping[str, Sequence[Markup]]
    more: Mapping[str, Any]


def make(press: Press) -> Sequence[Sheet]:
    """One document for who leads the class."""
    course = press.course
    open_files = replace(press, course=replace(course, assets={**course.assets, **course.trainer_assets}))
    sessions = agenda_of(course, lambda part: reading_characters(press.render(part).striptags()))
    title = f"{course.settings.title} · {press.t['pack_guide']}"
    runs = [Run(GLANCE, str(press.t["guide_glance"])), *numbered(course.chapters)]
    values = {
        "glance": GLANCE,
        "clock": clock,
        "sessions": sessions,
        "needs": needs_of(course),
        "rows": [[_row(part, session, press) for part in session.chapter.parts] for session in sessions],
    }
    return [open_files.sheet("guide", "guide", title, "trainer", runs, **values)]


def _row(part: Prose | Block, session: Session, press: Press) -> Row:
    start = session.starts.get(id(part))
    kind = "prose" if isinstance(part, Prose) else part.kind
    return Row(
        clock="" if start is None else clock(start, open=session.open),
        kind=kind,
        part=part,
        html=Markup(part.guide or part.html) if isinstance(part, Prose) else press.render(part),
        notes={} if isinstance(part, Prose) else _notes(part, session.chapter),
        more=MORE[kind](part, press) if kind in MORE else {},
    )


def _notes(block: Block, chapter: Chapter) -> Mapping[str, Sequence[Markup]]:
    inner = _inner_anchors(block)
    found: dict[str, list[Markup]] = {}
    for note in chapter.notes:
        if note.block == block.anchor:
            found.setdefault(note.anchor if note.anchor in inner else "", []).append(Markup(note.html))
    return found


def _inner_anchors(block: Any) -> Sequence[str]:
    """The headings inside a block under which notes are printed."""
    anchors: Mapping[str, Any] = {
        "quiz": lambda: [item.anchor for item in block.questions],
        "roleplay": lambda: [node.anchor for node in block.plot.nodes.values()],
        "case": lambda: [question.anchor for question in block.questions],
    }
    return anchors[block.kind]() if block.kind in anchors else ()


def _of_quiz(quiz: Any, press: Press) -> Mapping[str, Any]:
    return {"answers": [answer_of(item, press.t) for item in quiz.items()]}


def _of_scene(scene: Any, press: Press) -> Mapping[str, Any]:
    return {"best": best_of(scene), "map": map_of(scene, press.t)}


def _of_form(block: Any, press: Press) -> Mapping[str, Any]:
    """What is asked in a form, each once."""
    return {"asked": list(dict.fromkeys(kept.text for kept in block.kept() if not kept.text.startswith("@")))}


MORE: Mapping[str, Any] = {
    "quiz": _of_quiz,
    "roleplay": _of_scene,
    "worksheet": _of_form,
    "survey": _of_form,
}

KIND = PackKind(name="guide", make=make)
