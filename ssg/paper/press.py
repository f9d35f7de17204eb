"""The press of one course: what all its packs are made with, and the frame of every sheet."""

from __future__ import annotations

import base64
import mimetypes
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any, NamedTuple
from urllib.parse import unquote

from jinja2 import Environment
from markupsafe import Markup

from ssg.model import Block, Chapter, Course, Prose
from ssg.paper.model import Audience, Format, Sheet
from ssg.templates import Strings, environment, parts_of, strings_of
from ssg.theme import Theme, kind_folders, load_theme

CSP = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
"""Paper runs nothing and loads nothing: styles and pictures are in the document."""

_SOURCE = re.compile(r'(?<= src=")[^"]*(?=")')


class Run(NamedTuple):
    """Pages with a running head of their own: those in elements of the class ``name``."""

    name: str
    head: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """A course, how it is printed, and its parts as HTML, by their identity, without keys.

    ``foreign`` are the languages of those chapters, by their path, that a translation lacks and shows as they are.
    """

    course: Course
    format: Format
    foreign: Mapping[str, str]
    theme: Theme
    t: Strings
    pages: Environment
    parts: Mapping[int, Markup]

    def render(self, part: Prose | Block) -> Markup:
        """A part of a chapter as the course's page shows it before any script."""
        return self.parts[id(part)]

    def sheet(
        self, pack: str, name: str, title: str, audience: Audience, runs: Sequence[Run] = (), **values: Any
    ) -> Sheet:
        """A document from the template and the style of a pack; ``runs`` are the running heads that its pages change.

        The template gets ``press``, ``course``, ``t``, ``format``, ``title`` and ``values``.
        """
        html = self.pages.get_template(f"paper/{pack}/{pack}.html").render(
            press=self,
            course=self.course,
            t=self.t,
            format=self.format,
            title=title,
            pack=pack,
            audience=audience,
            csp=CSP,
            css=Markup(self._styles(pack)),
            runs=runs,
            **values,
        )
        return Sheet(name=name, title=title, audience=audience, html=self._whole(html))

    def _styles(self, pack: str) -> str:
        blocks = list(self.course.blocks())
        questions = {item.kind for block in blocks for item in block.items()}
        features = {name for page in self.course.pages() for name in page.features}
        return self.theme.paper(pack, kind_folders({block.kind for block in blocks}, questions, features))

    def _whole(self, html: str) -> str:
        """The document with the course's pictures in it."""
        return _SOURCE.sub(lambda found: self._embedded(found[0]), html)

    def _embedded(self, source: str) -> str:
        name = unquote(unescape(source))
        content = self.course.assets.get(name)
        kind = mimetypes.guess_type(name)[0] or ""
        if content is None or not kind.startswith("image/"):
            return source  # paper plays no recording
        return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def press_of(course: Course, format: Format, original: Course | None = None) -> Press:
    """The press of a checked course, of a translation with its ``original``."""
    theme = load_theme(course.settings.theme)
    pages, t = environment(theme), strings_of(theme, course)
    parts = parts_of(course, pages, t, keys=False)
    foreign = {each.path: original.settings.language for each in original.chapters} if original else {}
    return Press(course=course, format=format, foreign=foreign, theme=theme, t=t, pages=pages, parts=parts)


def numbered(chapters: Sequence[Chapter]) -> list[Run]:
    """A running head for each chapter: its number and title, on pages of the class ``chapter-N``."""
    return [Run(f"chapter-{n}", f"{n}  {chapter.title}") for n, chapter in enumerate(chapters, 1)]
