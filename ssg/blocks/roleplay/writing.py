"""Free-text turns: 自由作答 with a least length, 参考说法, and 自评, by which learners judge their own answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import Markup

from ssg.blocks.roleplay.effects import read_effects
from ssg.blocks.roleplay.model import Criterion, Writing
from ssg.blocks.roleplay.reading import Reading, report_stray, shorten
from ssg.parse.marks import halve
from ssg.parse.prose.plain import plain
from ssg.parse.settings import Setting
from ssg.parse.tree import Node
from ssg.questions.draft import token

_LEAST = re.compile(r"\s*[(（]\s*(?:至少|不少[于於]|at least)\s*(?P<number>[^()（）]*?)\s*[)）]\s*$", re.IGNORECASE)
_LENGTH = re.compile(r"(\d{1,4})\s*(?:[个個]?字|[个個]?字[符元]|characters?|letters?)", re.IGNORECASE)
_SUFFIX = re.compile(r"\s*[(（]([^()（）]*)[)）]\s*$")
_LIKE_EFFECTS = re.compile(r"[+＋\-－–—]\s*[0-9０-９]|[0-9０-９]\s*$")


def read_writing(settings: Sequence[Setting], reading: Reading) -> Writing | None:
    """The free-text turn that the settings of a node make; None where there is none."""
    task = next((setting for setting in settings if setting.key == "write"), None)
    rest = [setting for setting in settings if setting.key in ("model", "rating")]
    if task is None:
        for setting in rest:
            reading.context.report("RP122", setting.span)
        return None
    html = task.html(reading.context)
    return Writing(
        task=Markup(_LEAST.sub("", html)),
        least=_least(task, reading),
        models=[setting.html(reading.context) for setting in rest if setting.key == "model"],
        criteria=_criteria([setting for setting in rest if setting.key == "rating"], reading),
        span=task.span,
    )


def _least(task: Setting, reading: Reading) -> int:
    found = _LEAST.search(task.text)
    if found is None:
        return 1
    length = _LENGTH.fullmatch(halve(found["number"]))
    if length is None or not int(length[1]):
        reading.context.report("RP213", reading.context.span(task.span.line, found[0].strip()), text=found[0].strip())
        return 1
    return int(length[1])


def _criteria(settings: Sequence[Setting], reading: Reading) -> Sequence[Criterion]:
    criteria: list[Criterion] = []
    for setting in settings:
        if setting.text or not setting.nested:
            reading.context.report("RP123", setting.span)
        for item in (item for nested in setting.nested for item in nested.children):
            criterion = _criterion(item, reading)
            if criterion and any(criterion.id == other.id for other in criteria):
                reading.context.report("RP120", criterion.span, text=shorten(criterion.text), first=setting.span.line)
            elif criterion:
                criteria.append(criterion)
    return criteria


def _criterion(item: Node, reading: Reading) -> Criterion | None:
    context = reading.context
    for child in item.children[1:]:
        report_stray(child, "RP110", context)
    if item.inline is None:
        report_stray(item, "RP110", context)
        return None
    text = plain(item.inline.children or [])
    html = context.inline_html(item.inline)
    suffix = _SUFFIX.search(text)
    if suffix is None or not _is_effects(suffix[1], reading):
        return Criterion(id=token(text), text=text, html=html, effects=(), span=context.span(item.line, text))
    said = text[: suffix.start()]
    return Criterion(
        id=token(said),
        text=said,
        html=Markup(_SUFFIX.sub("", html)),
        effects=read_effects(suffix[1], item.line, reading),
        span=context.span(item.line, said),
    )


def _is_effects(text: str, reading: Reading) -> bool:
    """Whether brackets at a line's end hold effects and not an aside: numbers, or the name of what is counted."""
    return bool(_LIKE_EFFECTS.search(text)) or any(
        reading.cast.counted(part.strip()) for part in re.split(r"[,，、;；]", text)
    )
