"""Objectives and skills that chapters, blocks and items name are declared, and what is declared is carried."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ssg.check.kind import Check
from ssg.coverage import carriers, coverage
from ssg.model import Course, Mention
from ssg.problems import Problem, closest

_LIKE_AN_ID = re.compile(r"[A-Za-z0-9]+([-_.][A-Za-z0-9]+)+")


def check_objectives(course: Course) -> Iterator[Problem]:
    """Follow every mention, then look for objectives that nothing carries."""
    declared = course.settings.objectives
    for _, carrier in carriers(course):
        yield from (_unknown(each, declared) for each in carrier.objectives if each.name not in declared)
    for chapter in course.chapters:
        for each in chapter.objectives:
            if declared and each.name not in declared and _LIKE_AN_ID.fullmatch(each.name):
                yield _unknown(each, declared)
    yield from _skills(course)
    yield from _not_carried(course)


def _unknown(mention: Mention, declared: Mapping[str, object]) -> Problem:
    values = {"name": mention.name, "guess": closest(mention.name, list(declared)), "known": _some(declared)}
    return Problem(code="OB001", span=mention.span, values=values)


def _skills(course: Course) -> Iterator[Problem]:
    declared = {skill.name: skill for skill in course.settings.skills}
    for block in course.blocks():
        for skill in (skill for item in block.items() for skill in item.skills):
            if skill.name not in declared:
                values = {"name": skill.name, "guess": closest(skill.name, list(declared)), "known": _some(declared)}
                yield Problem(code="OB002", span=skill.span, values=values)


def _not_carried(course: Course) -> Iterator[Problem]:
    for row in coverage(course):
        values = {"id": row.objective.id, "text": row.objective.text}
        if not row.practised and not row.tested:
            yield Problem(code="OB003" if row.taught else "OB004", span=row.objective.span, values=values)
        elif not row.tested:
            yield Problem(code="OB005", span=row.objective.span, values=values)


def _some(names: Mapping[str, object]) -> str:
    return "、".join(list(names)[:8]) + ("…" if len(names) > 8 else "") if names else "–"


CHECK = Check(name="objectives", check=check_objectives, editions=False)
