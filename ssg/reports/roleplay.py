"""The figures of role-plays as people read them in a terminal, in the language of their course."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ssg.blocks.roleplay.checks import is_sound
from ssg.blocks.roleplay.report import QUICK, SLOW, Points, Report, Spread, report
from ssg.blocks.roleplay.scene import Scene
from ssg.chapters import speech
from ssg.model import Course
from ssg.problems import Language
from ssg.reports.table import text_table
from ssg.say import say
from ssg.terminal import safe

Rows = Sequence[Sequence[str]]


def report_lines(courses: Sequence[Course]) -> Iterator[str]:
    """For each course its role-plays, each with its figures."""
    for course in courses:
        language = speech(course.settings)
        scenes = [block for block in course.blocks() if isinstance(block, Scene)]
        yield safe(say("report_of" if scenes else "report_none", language, title=course.settings.title))
        for scene in scenes:
            yield ""
            yield f"{safe(scene.title)}  {safe(scene.span.path)}:{scene.span.line}"
            yield from _figures(scene, language) if is_sound(scene.plot) else [f"  {say('report_broken', language)}"]


def _figures(scene: Scene, language: Language) -> Iterator[str]:
    for rows in tables(scene, language):
        yield from (f"  {line}" for line in text_table(rows))
        yield ""


def tables(scene: Scene, language: Language) -> Sequence[Rows]:
    """The figures of a scene without errors: a summary without a head, then tables with one, none of them empty."""
    found = report(scene)
    every = (
        _summary(found, language),
        _skills(found, language),
        _ends(found, language),
        _naive(found, language),
        _practice(found, language),
    )
    return [rows for rows in every if len(rows) > 1]


def _summary(found: Report, language: Language) -> Rows:
    method = "report_exact" if found.exhaustive else "report_sampled"
    quick, slow = found.minutes
    size = say(method, language, nodes=found.nodes, states=found.states, plays=found.plays)
    minutes = say(
        "report_pace", language, quick=quick, slow=slow, words=SLOW // 2, most=QUICK // 2, low=SLOW, high=QUICK
    )
    return [
        [say("report_size", language), size],
        [say("report_turns", language), _spread(found.turns, language)],
        [say("report_length", language), _spread(_told(found.characters, language), language)],
        [say("report_minutes", language), minutes],
    ]


def _told(characters: Spread, language: Language) -> Spread:
    """In English, words: each counts as two characters."""
    if language == "zh":
        return characters
    return Spread(least=characters.least // 2, middle=characters.middle // 2, most=characters.most // 2)


def _spread(spread: Spread, language: Language) -> str:
    return say("report_spread", language, least=spread.least, middle=spread.middle, most=spread.most)


def _skills(found: Report, language: Language) -> Rows:
    head = [say(key, language) for key in ("report_skill", "report_best", "report_worst", "report_expected")]
    total = {say("report_all", language): found.points}
    return [head, *([name, *_points(points)] for name, points in {**found.skills, **total}.items())]


def _points(points: Points) -> Sequence[str]:
    return [str(points.most), str(points.least), f"{points.expected:.2f}"]


def _ends(found: Report, language: Language) -> Rows:
    head = [say(key, language) for key in ("report_ending", "report_grade", "report_share")]
    return [head, *([end.name, end.grade or "–", f"{100 * end.share:.0f}%"] for end in found.ends)]


def _naive(found: Report, language: Language) -> Rows:
    head = [say(key, language) for key in ("report_policy", "report_ending", "report_grade", "report_points")]
    return [
        head,
        *(
            [say(f"report_{policy}", language), end.name, end.grade or "–", str(end.points)]
            for policy, end in found.naive.items()
        ),
    ]


def _practice(found: Report, language: Language) -> Rows:
    """Skill × node; the last row counts the nodes in which a skill can be practised."""
    skills = list(found.skills) or list(next(iter(found.practice.values()), {}))
    if not skills:
        return []
    rows = [
        [name, *(f"+{best[skill]}" if best[skill] > 0 else "·" for skill in skills)]
        for name, best in found.practice.items()
    ]
    counts = [str(sum(best[skill] > 0 for best in found.practice.values())) for skill in skills]
    return [[say("report_practice", language), *skills], *rows, [say("report_places", language), *counts]]
