"""The figures of role-plays and quizzes as one page for any browser, with the map of each role-play."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ssg.blocks.roleplay.checks import is_sound
from ssg.blocks.roleplay.map import map_of
from ssg.blocks.roleplay.scene import Scene
from ssg.chapters import speech
from ssg.model import Course
from ssg.problems import Language
from ssg.reports.guessing import guessing_rows
from ssg.reports.roleplay import Rows, tables
from ssg.say import say
from ssg.templates import Strings, environment, strings_of
from ssg.theme import BASE, load_theme

ENDLESS = 1e6
"""A screen has no pages: each map is one picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneFigures:
    """A role-play with its tables and its map; both are empty where it has errors."""

    title: str
    place: str
    tables: Sequence[Rows]
    map: Markup
    map_title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseFigures:
    """A course in figures; ``words`` is the language in which they are told, and ``items`` what guessing pays."""

    course: Course
    words: Language
    heading: str
    scenes: Sequence[SceneFigures]
    guessing: str
    items: Rows

    @property
    def tongue(self) -> str:
        """The language of the words around the figures: English where the course's is not ours."""
        return self.course.settings.language if self.words == "zh" else "en"


def report_page(courses: Sequence[Course], language: Language) -> str:
    """The page: it holds all it needs and runs nothing; it is in ``language`` where there is no course to ask."""
    theme = load_theme(BASE)
    language = speech(courses[0].settings) if courses else language
    css = theme.report()
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    return (
        environment(theme)
        .get_template("report/report.html")
        .render(
            courses=[_course(course) for course in courses],
            title=say("report_page", language),
            language="zh-Hans" if language == "zh" else "en",
            css=Markup(css),
            csp=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
            say=say,
        )
    )


def _course(course: Course) -> CourseFigures:
    words = speech(course.settings)
    t = strings_of(load_theme(course.settings.theme), course)
    scenes = [_scene(block, words, t) for block in course.blocks() if isinstance(block, Scene)]
    title = course.settings.title
    return CourseFigures(
        course=course,
        words=words,
        heading=say("report_of" if scenes else "report_none", words, title=title),
        scenes=scenes,
        guessing=say("guessing_of", words, title=title),
        items=guessing_rows(course, words),
    )


def _scene(scene: Scene, words: Language, t: Strings) -> SceneFigures:
    sound = is_sound(scene.plot)
    return SceneFigures(
        title=scene.title,
        place=f"{scene.span.path}:{scene.span.line}",
        tables=tables(scene, words) if sound else [],
        map=map_of(scene, t, ENDLESS) if sound else Markup(),
        map_title=str(t["map_title"]).format(name=scene.title),
    )
