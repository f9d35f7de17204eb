"""What a scene declares before its first node: who plays whom, what is counted, role cards."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from ssg.blocks.roleplay.model import Meter, RoleCard
from ssg.blocks.roleplay.reading import Cast, is_rating, meant, report_stray, same
from ssg.parse import words
from ssg.parse.context import Context, skip_text
from ssg.parse.marks import halve, split_setting
from ssg.parse.prose.plain import plain
from ssg.parse.settings import Setting, Settings, list_items
from ssg.parse.tree import Node
from ssg.problems import Span

_LIST = re.compile(r"[、，,;；/]")
_NAME = re.compile(r"[^\s\d(（:：+＋－-]+")
_METER = re.compile(
    r"(?P<name>.*?[^\s\d+-])\s*(?P<start>[+-]?\d{1,6})\s*"
    r"(?:\(\s*(?P<low>[+-]?\d{1,6})\s*(?:-|–|—|~|～|至|到|to|\.\.)+\s*(?P<high>[+-]?\d{1,6})\s*[,，;]\s*(?P<better>[^()]+)\))"
)


def read_cast(settings: Settings, context: Context) -> Cast:
    """The cast that the settings declare; a name used twice is reported."""
    mine = settings.get("learner")
    learner, my_picture = _person(mine, context) if mine else ("", Markup())
    if not learner:
        context.report("RP311", context.span(settings.all[0].span.line if settings.all else 1))
    meters = [meter for setting in settings.every("meter") if (meter := _meter(setting, context))]
    skills = _names(settings.get("skills"), context)
    grades = _names(settings.get("grades"), context)
    others = [(*_person(setting, context), setting.span) for setting in settings.every("person")]
    people = [(name, span) for name, _, span in others if name]
    _report_repeated([(meter.name, meter.span) for meter in meters] + skills, context)
    _report_repeated(people + ([(learner, settings.all[0].span)] if learner else []), context)
    _report_repeated(grades, context)
    return Cast(
        learner=learner,
        people=[name for name, _ in people],
        pictures={name: picture for name, picture, _ in [(learner, my_picture, None), *others] if picture},
        meters={meter.name: meter for meter in meters},
        skills=dict(skills),
        grades=dict(grades),
    )


def _person(setting: Setting, context: Context) -> tuple[str, Markup]:
    """A name, and the picture that stands beside it, if there is one."""
    parts = skip_text(setting.inline.children or [], setting.skip)
    pictures = [part for part in parts if part.type == "image"]
    if not pictures:
        return setting.text, Markup()
    name = plain([part for part in parts if part.type != "image"]).strip()
    if not name:
        context.report("RP131", setting.span, text=setting.text)
    return name, context.inline_html(replace(setting.inline, children=pictures[:1]))


def _meter(setting: Setting, context: Context) -> Meter | None:
    """The declared meter; one that is wrong is reported and still known by its name, so that it is named only once."""
    found = _METER.fullmatch(halve(setting.text))
    better = words.find("better", found["better"]) if found else None
    if found is None or better is None or int(found["low"]) >= int(found["high"]):
        context.report("RP207", setting.span, text=setting.text)
        name = _NAME.match(setting.text)
        return Meter(name=name[0], start=0, low=0, high=100, better="high", span=setting.span) if name else None
    low, start, high = int(found["low"]), int(found["start"]), int(found["high"])
    if not low <= start <= high:
        context.report("RP204", setting.span, name=found["name"], start=start, low=low, high=high)
    return Meter(name=found["name"], start=start, low=low, high=high, better=better, span=setting.span)


def _names(setting: Setting | None, context: Context) -> list[tuple[str, Span]]:
    if setting is None:
        return []
    names = [name.strip() for name in _LIST.split(setting.text) if name.strip()]
    return [(name, context.span(setting.span.line, name)) for name in names]


def _report_repeated(names: Sequence[tuple[str, Span]], context: Context) -> None:
    first: dict[str, Span] = {}
    for name, span in names:
        earlier = first.setdefault(words.fold(name), span)
        if earlier is not span or is_rating(name):
            context.report("RP208", span, name=name, first=earlier.line)


def read_cards(settings: Settings, cast: Cast, context: Context) -> Sequence[RoleCard]:
    """The role cards; one for somebody who is not in the scene is reported."""
    cards = []
    for setting in settings.every("role_card"):
        name = same(setting.text, [*cast.people, cast.learner])
        if name is None:
            known = "、".join([*cast.people, *([cast.learner] if cast.learner else [])])
            guess = meant(setting.text, [*cast.people, cast.learner])
            context.report("RP301", setting.span, name=setting.text, guess=guess, known=known)
        rows = list(list_items(setting.nested))
        for row in rows:
            for child in row.children[1:]:
                report_stray(child, "RP110", context)
        if not rows:
            context.report("RP124", setting.span, name=setting.text)
        cards.append(RoleCard(name=name or setting.text, rows=[_row(row, context) for row in rows], span=setting.span))
    return cards


def _row(item: Node, context: Context) -> tuple[str, Markup]:
    """A line of a role card: its label is free; a line without a colon has none."""
    inline = item.inline
    parts = split_setting(inline.content) if inline else None
    if inline is None:
        return "", Markup()
    return (parts[0], context.inline_html(inline, parts[2])) if parts else ("", context.inline_html(inline))
