"""Checked courses and their themes → Site: one document, style sheet and script a course, and a shelf of courses."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ssg.compiled import Compiled
from ssg.model import Block, Chapter, Course, Json, Prose, Question, Site
from ssg.pages import pages_of
from ssg.plural import Plural
from ssg.theme import BASE, Theme, kind_folders, load_theme
from ssg.variants import variants_of

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:; "
    "media-src 'self'; frame-src 'self'; connect-src 'none'; form-action 'none'; base-uri 'none'"
)
"""Works from files and from a server in every engine; nothing leaves the page."""


@dataclass(frozen=True, slots=True)
class Strings:
    """The words of one language, as attributes; one that is missing is an error."""

    words: Mapping[str, str | Plural]

    def __getattr__(self, name: str) -> str | Plural:
        return self[name]

    def __getitem__(self, name: str) -> str | Plural:
        return self.words[name]


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
    pages = _environment(theme)
    languages = [course, *course.editions]
    parts = [_parts(each, pages, _strings(theme, each)) for each in languages]
    files, assets = _assets(theme, course)
    content = "".join(html for each in parts for html in each.values())
    build = _hash(content.encode(), *files.values(), *course.assets.values())
    html = pages.get_template("templates/course.html").render(
        course=course,
        assets=assets,
        csp=CSP,
        build=build,
        editions=[_edition(each, course, build, html, pages) for each, html in zip(languages, parts, strict=True)],
    )
    return {
        PurePosixPath("index.html"): html.encode(),
        **files,
        **{PurePosixPath(path): content for path, content in course.assets.items()},
    }


def _edition(course: Course, original: Course, build: str, parts: Mapping[int, Markup], pages: Environment) -> Edition:
    """The body of the page in one language; chapters that are not translated keep the language of the original."""
    theme = load_theme(course.settings.theme)
    others = [each for each in (original, *original.editions) if each is not course]
    html = pages.get_template("templates/edition.html").render(
        course=course,
        t=_strings(theme, course),
        render=lambda part, chapter: parts[id(part)],
        others=[(each.settings.language, _strings(theme, each)) for each in others],
        pages=pages_of({block.kind for block in original.blocks()}),
        foreign={} if course is original else {each.path: original.settings.language for each in original.chapters},
        course_data=script_json({**_outline(course), "build": build}),
        variants=script_json(variants_of("".join([*_titles(course), *parts.values()]))),
        strings=script_json(theme.strings(course.settings.language)["runtime"]),
    )
    return Edition(course.settings.language, Markup(html))


def _titles(course: Course) -> list[str]:
    """What can be searched in the page of a course beside its chapters' parts."""
    return [*(page.title for page in course.pages()), *course.outcomes(most=99)]


def _strings(theme: Theme, course: Course) -> Strings:
    return Strings(theme.page_words(course.settings.language))


def _parts(course: Course, pages: Environment, t: Strings) -> dict[int, Markup]:
    """Every part of the chapters as HTML, by its identity."""
    return {
        id(part): Markup(part.html) if isinstance(part, Prose) else _block(part, chapter, course, pages, t)
        for chapter in course.pages()
        for part in chapter.parts
    }


def _block(block: Block, chapter: Chapter, course: Course, pages: Environment, t: Strings) -> Markup:
    shared = {"block": block, "chapter": chapter, "course": course, "t": t}
    items = [_item(item, shared, pages) for item in block.items()]
    key = Markup('<script type="application/json" class="key">"{}"</script>').format(pack(block.key()))
    template = pages.get_template(f"blocks/{block.kind}/{block.kind}.html")
    return Markup(template.render(**shared, items=items, key=key))


def _item(item: Question, shared: Mapping[str, Any], pages: Environment) -> Markup:
    template = pages.get_template(f"questions/{item.kind}/{item.kind}.html")
    return Markup(template.render(**shared, item=item))


def _assets(theme: Theme, course: Course) -> tuple[dict[PurePosixPath, bytes], dict[str, str]]:
    blocks = [block for each in (course, *course.editions) for block in each.blocks()]
    questions = {item.kind for block in blocks for item in block.items()}
    features = {name for each in (course, *course.editions) for page in each.pages() for name in page.features}
    kinds = kind_folders({block.kind for block in blocks}, questions, features)
    sources = {
        "css": ("course", ".css", theme.styles(kinds)),
        "js": ("course", ".js", theme.script(kinds)),
        "boot": ("boot", ".js", theme.boot()),
    }
    names = {key: f"assets/{stem}.{_hash(text.encode())}{end}" for key, (stem, end, text) in sources.items()}
    return {PurePosixPath(names[key]): sources[key][2].encode() for key in sources}, names


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
        _environment(theme)
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


@cache
def _environment(theme: Theme) -> Environment:
    pages = Environment(
        loader=FileSystemLoader(theme.folders),
        bytecode_cache=Compiled(Path(__file__)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.filters["fill"] = lambda text, **values: text.format(**values)
    pages.filters["direction"] = lambda language: theme.language(language)["direction"]
    return pages


def script_json(value: Json) -> Markup:
    """JSON that may stand in a script element whatever it holds."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def pack(value: Json) -> str:
    """JSON as base64: no secret, but no answer stands in plain sight in the page's source."""
    return base64.b64encode(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()).decode()


def _hash(*contents: bytes) -> str:
    digest = hashlib.sha256()
    for content in contents:
        digest.update(content)
    return digest.hexdigest()[:12]
