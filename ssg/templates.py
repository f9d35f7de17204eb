"""Templates and what they are filled with: the words of a language, the parts of chapters as HTML."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ssg.compiled import Compiled
from ssg.model import Block, Chapter, Course, Json, Prose, Question
from ssg.plural import Plural
from ssg.theme import Theme


@dataclass(frozen=True, slots=True)
class Strings:
    """The words of one language, as attributes; one that is missing is an error."""

    words: Mapping[str, str | Plural]

    def __getattr__(self, name: str) -> str | Plural:
        return self[name]

    def __getitem__(self, name: str) -> str | Plural:
        return self.words[name]


def strings_of(theme: Theme, course: Course) -> Strings:
    """The words of the page in the language of the course."""
    return Strings(theme.page_words(course.settings.language))


@cache
def environment(theme: Theme) -> Environment:
    """The templates of a theme; a value that is missing is an error."""
    pages = Environment(
        loader=FileSystemLoader(theme.folders),
        bytecode_cache=Compiled(Path(__file__)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.filters["fill"] = lambda text, **values: text.format(**values)
    pages.filters["css_string"] = _css_string
    pages.filters["direction"] = lambda language: theme.language(language)["direction"]
    return pages


def _css_string(text: str) -> Markup:
    """A text as a string of a style sheet; what could end the string or the element is written by its number."""
    return Markup('"' + "".join(f"\\{ord(each):x} " if each in '"\\<>&\n\r\f' else each for each in text) + '"')


def parts_of(course: Course, pages: Environment, t: Strings, *, keys: bool = True) -> dict[int, Markup]:
    """Every part of the chapters as HTML, by its identity; without ``keys`` for paper, which answers nobody."""
    return {
        id(part): Markup(part.html) if isinstance(part, Prose) else _block(part, chapter, course, pages, t, keys)
        for chapter in course.pages()
        for part in chapter.parts
    }


def _block(block: Block, chapter: Chapter, course: Course, pages: Environment, t: Strings, keys: bool) -> Markup:
    shared = {"block": block, "chapter": chapter, "course": course, "t": t}
    items = [_item(item, shared, pages) for item in block.items()]
    key = _key(block) if keys else Markup()
    template = pages.get_template(f"blocks/{block.kind}/{block.kind}.html")
    return Markup(template.render(**shared, items=items, key=key))


def _key(block: Block) -> Markup:
    return Markup('<script type="application/json" class="key">"{}"</script>').format(pack(block.key()))


def _item(item: Question, shared: Mapping[str, Any], pages: Environment) -> Markup:
    template = pages.get_template(f"questions/{item.kind}/{item.kind}.html")
    return Markup(template.render(**shared, item=item))


def pack(value: Json) -> str:
    """JSON as base64: no secret, but no answer stands in plain sight in the page's source."""
    return base64.b64encode(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()).decode()
