"""Sources → chapters: first every front matter, since links need all ids, then every text and its blocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from ssg.blocks.kind import kind_of
from ssg.catalog import collect
from ssg.discover import Sources
from ssg.model import Block, Chapter, Prose, Settings
from ssg.parallel import each
from ssg.parse.chapter import ParsedChapter, parse_chapter
from ssg.parse.metadata.frontmatter import FrontMatter, read_front_matters
from ssg.parse.page import Page
from ssg.parse.sections import Section
from ssg.problems import Language, Problem


class ReadChapter(NamedTuple):
    """A chapter, and everything that is wrong with its text."""

    chapter: Chapter
    problems: Sequence[Problem]


def parse(sources: Sources) -> tuple[list[Chapter], list[Problem]]:
    """The chapters of a course in order, and their faults."""
    pages, problems = unread(sources)
    collect("ssg.blocks")  # once, before the work is shared
    chapters = each(lambda page: read_chapter(*page), pages)
    return [read.chapter for read in chapters], [*problems, *(fault for read in chapters for fault in read.problems)]


def unread(sources: Sources) -> tuple[list[tuple[FrontMatter, Page]], list[Problem]]:
    """The chapters of a course, each with a page that knows the others, before any text is read."""
    fronts, problems = read_front_matters(sources.chapters)
    files = [source.path.rpartition("/")[2] for source in sources.chapters]
    ids = {file: front.id for file, front in zip(files, fronts, strict=True)}
    names = frozenset(sources.assets)
    pages = [
        (front, _page(source.path, file, front, ids, names, sources.settings))
        for source, file, front in zip(sources.chapters, files, fronts, strict=True)
    ]
    return pages, problems


def speech(settings: Settings) -> Language:
    """The language in which a course's problems are told."""
    return "en" if settings.language == "en" else "zh"


def _page(
    path: str, file: str, front: FrontMatter, ids: Mapping[str, str], names: AbstractSet[str], settings: Settings
) -> Page:
    return Page(
        path=path,
        file=file,
        chapter=front.id,
        language=speech(settings),
        lines=front.body.split("\n"),
        chapters=ids,
        files=names,
    )


def read_chapter(front: FrontMatter, page: Page) -> ReadChapter:
    """One chapter: its prose as HTML, its blocks as values."""
    parsed = parse_chapter(page)
    parts = [part for source in parsed.parts if (part := _part(source, parsed))]
    chapter = Chapter(
        id=page.chapter,
        title=front.title or (parsed.title.text if parsed.title else page.chapter),
        anchor=parsed.title.anchor if parsed.title else "title",
        path=page.path,
        minutes=front.minutes,
        objectives=front.objectives,
        parts=parts,
        headings=parsed.headings,
        links=page.links,
        images=page.images,
    )
    return ReadChapter(chapter, page.problems)


def _part(source: Prose | Section, parsed: ParsedChapter) -> Prose | Block | None:
    if isinstance(source, Prose):
        return source
    return kind_of(source.kind).parse(source, parsed.context)
