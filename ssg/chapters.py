"""Sources → chapters: first every front matter, since links need all ids, then every text and its blocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import NamedTuple

from ssg.blocks.kind import kind_of
from ssg.discover import Sources
from ssg.model import Block, Chapter, Glossary, Prose, Settings
from ssg.parallel import each
from ssg.parse.chapter import ParsedChapter, parse_chapter
from ssg.parse.glossary import read_glossary
from ssg.parse.includes import splice
from ssg.parse.metadata.frontmatter import FrontMatter, read_front_matters
from ssg.parse.page import Page
from ssg.parse.prose.phrases import PHRASES
from ssg.parse.sections import Section
from ssg.parse.terms import term_finder
from ssg.parse.trainer import read_trainer_notes
from ssg.problems import Language, Problem

GLOSSARY = "glossary"
"""The id of the glossary's page, as a chapter has one."""


class ReadChapter(NamedTuple):
    """A chapter, and everything that is wrong with its text."""

    chapter: Chapter
    problems: Sequence[Problem]


class ReadCourse(NamedTuple):
    """The texts of a course."""

    chapters: Sequence[Chapter]
    glossary: Glossary | None
    editions: Sequence[ReadCourse] = ()


def parse(sources: Sources) -> tuple[ReadCourse, list[Problem]]:
    """The chapters of a course in order, its glossary, its translations, and their faults."""
    read, problems = _parse(sources, {})
    ids = {chapter.path: chapter.id for chapter in read.chapters}
    editions = [_parse(edition, ids) for edition in sources.editions]
    found = [*problems, *(problem for _, faults in editions for problem in faults)]
    return read._replace(editions=[edition for edition, _ in editions]), found


def _parse(sources: Sources, known: Mapping[str, str]) -> tuple[ReadCourse, list[Problem]]:
    pages, problems = unread(sources, known)
    glossary = _glossary(sources, pages, problems)
    finder = term_finder(glossary.terms) if glossary else None
    whole = [(front, replace(_with_includes(page, sources, problems), glossary=finder)) for front, page in pages]
    chapters = each(lambda page: read_chapter(*page), whole)
    found = [fault for read in chapters for fault in read.problems]
    return ReadCourse([read.chapter for read in chapters], glossary), [*problems, *found]


def unread(
    sources: Sources, known: Mapping[str, str] | None = None
) -> tuple[list[tuple[FrontMatter, Page]], list[Problem]]:
    """The chapters of a course, each with a page that knows the others, before any text is read.

    ``known`` holds the ids of the chapters that a translation stands for, by their paths.
    """
    fronts, problems = read_front_matters(sources.chapters)
    names = _ids(sources, fronts, known or {})
    ids = {path.rpartition("/")[2]: id for path, id in names.items()}
    # A translation may link to the files of its original as well as to its own.
    ids |= {original.rpartition("/")[2]: names[path] for path, original in sources.originals.items() if path in names}
    if sources.companions.glossary:
        ids[sources.companions.glossary.path.rpartition("/")[2]] = GLOSSARY
    files = frozenset(sources.assets)
    pages = [
        (front, _page(source.path, names[source.path], front.body, ids, files, sources))
        for source, front in zip(sources.chapters, fronts, strict=True)
    ]
    return pages, problems


def _ids(sources: Sources, fronts: Sequence[FrontMatter], known: Mapping[str, str]) -> dict[str, str]:
    """The id of each chapter by its path: its own, or that of the chapter it translates."""
    return {
        source.path: known.get(sources.originals.get(source.path, ""), front.id)
        for source, front in zip(sources.chapters, fronts, strict=True)
    }


def speech(settings: Settings) -> Language:
    """The language in which a course's problems are told: English to those whose language we do not speak."""
    return "zh" if settings.language.startswith("zh") else "en"


def _page(path: str, id: str, body: str, ids: Mapping[str, str], names: AbstractSet[str], sources: Sources) -> Page:
    return Page(
        path=path,
        file=path.rpartition("/")[2],
        chapter=id,
        language=speech(sources.settings),
        tongue=sources.settings.language,
        lines=body.split("\n"),
        chapters=ids,
        files=names,
        transcripts=sources.companions.transcripts,
        claims=sources.settings.claims,
    )


def _with_includes(page: Page, sources: Sources, problems: list[Problem]) -> Page:
    lines = splice(page.lines, page.path, page.file, sources.companions.included, problems)
    return replace(page, lines=lines.texts, origins=lines.origins) if lines.origins else page


def _glossary(sources: Sources, pages: Sequence[tuple[FrontMatter, Page]], problems: list[Problem]) -> Glossary | None:
    source = sources.companions.glossary
    if source is None:
        return None
    ids = pages[0][1].chapters if pages else {}
    page = _page(source.path, GLOSSARY, source.text, ids, frozenset(sources.assets), sources)
    glossary = read_glossary(_with_includes(page, sources, problems), PHRASES["glossary"][page.tongue])
    problems.extend(page.problems)
    return glossary


def read_chapter(front: FrontMatter, page: Page) -> ReadChapter:
    """One chapter: its prose as HTML, its blocks as values."""
    return ReadChapter(whole_chapter(front, parse_chapter(page)), page.problems)


def whole_chapter(front: FrontMatter, parsed: ParsedChapter) -> Chapter:
    """A parsed chapter with its blocks read by their kinds; their faults go to its page."""
    page = parsed.context.page
    parts = [part for source in parsed.parts if (part := _part(source, parsed))]
    return Chapter(
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
        features=page.features,
        terms=page.terms,
        notes=read_trainer_notes(parsed.tokens, parsed.context),
        trainer_files=page.trainer_files,
    )


def _part(source: Prose | Section, parsed: ParsedChapter) -> Prose | Block | None:
    if isinstance(source, Prose):
        return source
    return kind_of(source.kind).parse(source, parsed.context)
