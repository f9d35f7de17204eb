"""Checked courses and their themes → Site: one document, style sheet and script a course, and a shelf of courses."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from jinja2 import Environment
from markupsafe import Markup

from ssg.model import Course, Json, Site
from ssg.pages import pages_of
from ssg.templates import Strings, environment, parts_of, strings_of
from ssg.theme import BASE, Theme, kind_folders, load_theme
from ssg.variants import variants_of

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:; "
    "media-src 'self'; frame-src 'self'; connect-src 'none'; form-action 'none'; base-uri 'none'"
)
"""Works from files and from a server in every engine; nothing leaves the page."""


class Assets(NamedTuple):
    """Style sheet and scripts of a course, their paths by what they are, and the numbers that ask for words."""

    files: Mapping[PurePosixPath, bytes]
    paths: Mapping[str, str]
    numbers: Mapping[str, int]


class Edition(NamedTuple):
    """A course's page in one language: the body of the document."""

    language: str
    html: Markup


def render(courses: Sequence[Course]) -> Site:
    """The files of all courses, each in a folder named by its id, and the page that lists them."""
    files = _library(courses)
    for course in courses:
        folder = PurePosixPath(course.settings.id)
        files.update({folder / path: content for path, content in _course(course).items()})
    return Site(files=dict(sorted(files.items())))


def _course(course: Course) -> dict[PurePosixPath, bytes]:
    theme = load_theme(course.settings.theme)
    pages = environment(theme)
    languages = [course, *course.editions]
    parts = [parts_of(each, pages, strings_of(theme, each)) for each in languages]
    assets = _assets(theme, course)
    content = "".join(html for each in parts for html in each.values())
    build = _hash(content.encode(), *assets.files.values(), *course.assets.values())
    html = pages.get_template("templates/course.html").render(
        course=course,
        assets=assets.paths,
        csp=CSP,
        build=build,
        editions=[
            _edition(each, course, build, assets.numbers, html, pages)
            for each, html in zip(languages, parts, strict=True)
        ],
    )
    return {
        PurePosixPath("index.html"): html.encode(),
        **assets.files,
        **{PurePosixPath(path): content for path, content in course.assets.items()},
    }


def _edition(
    course: Course,
    original: Course,
    build: str,
    numbers: Mapping[str, int],
    parts: Mapping[int, Markup],
    pages: Environment,
) -> Edition:
    """The body of the page in one language; chapters that are not translated keep the language of the original."""
    theme = load_theme(course.settings.theme)
    strings = theme.strings(course.settings.language)
    others = [each for each in (original, *original.editions) if each is not course]
    html = pages.get_template("templates/edition.html").render(
        course=course,
        t=strings_of(theme, course),
        render=lambda part, chapter: parts[id(part)],
        others=[(each.settings.language, strings_of(theme, each)) for each in others],
        pages=pages_of({block.kind for block in original.blocks()}),
        foreign={} if course is original else {each.path: original.settings.language for each in original.chapters},
        course_data=script_json({**_outline(course), "build": build}),
        variants=script_json(variants_of("".join([*_titles(course), *parts.values()]))),
        strings=script_json({str(numbers.get(key, key)): words for key, words in strings["runtime"].items()}),
    )
    return Edition(course.settings.language, Markup(html))


def _titles(course: Course) -> list[str]:
    """What can be searched in the page of a course beside its chapters' parts."""
    return [*(page.title for page in course.pages()), *course.outcomes(most=99)]


def _assets(theme: Theme, course: Course) -> Assets:
    blocks = [block for each in (course, *course.editions) for block in each.blocks()]
    questions = {item.kind for block in blocks for item in block.items()}
    features = {name for each in (course, *course.editions) for page in each.pages() for name in page.features}
    kinds = kind_folders({block.kind for block in blocks}, questions, features)
    script, numbers = theme.script(kinds)
    sources = {
        "css": ("course", ".css", theme.styles(kinds)),
        "js": ("course", ".js", script),
        "boot": ("boot", ".js", theme.boot()),
    }
    paths = {key: f"assets/{stem}.{_hash(text.encode())}{end}" for key, (stem, end, text) in sources.items()}
    files = {PurePosixPath(paths[key]): text.encode() for key, (_, _, text) in sources.items()}
    return Assets(files=files, paths=paths, numbers=numbers)


def _outline(course: Course) -> dict[str, Json]:
    settings = course.settings
    return {
        "id": settings.id,
        "title": settings.title,
        "version": settings.version,
        "language": settings.language,
        "passMark": settings.pass_mark,
        "objectives": {objective.id: objective.text for objective in settings.objectives.values()},
        "chapters": [
            {
                "id": chapter.id,
                "title": chapter.title,
                "minutes": chapter.minutes,
                "blocks": [block.outline() for block in chapter.blocks()],
            }
            for chapter in course.chapters
        ],
    }


def _library(courses: Sequence[Course]) -> dict[PurePosixPath, bytes]:
    theme = load_theme(BASE)
    language = courses[0].settings.language
    css = theme.library()
    style = f"assets/library.{_hash(css.encode())}.css"
    html = (
        environment(theme)
        .get_template("templates/library.html")
        .render(
            courses=courses,
            t=Strings(theme.page_words(language)),
            language=language,
            assets={"css": style},
            csp=CSP,
        )
    )
    return {PurePosixPath("index.html"): html.encode(), PurePosixPath(style): css.encode()}


def script_json(value: Json) -> Markup:
    """JSON that may stand in a script element whatever it holds."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def _hash(*contents: bytes) -> str:
    digest = hashlib.sha256()
    for content in contents:
        digest.update(content)
    return digest.hexdigest()[:12]
