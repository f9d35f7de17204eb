"""Parsed chapters and the course's settings → Course: every block is read by its kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from ssg.blocks.kind import BlockKind
from ssg.catalog import collect
from ssg.model import Block, Chapter, Course, Prose, Settings
from ssg.parse.chapter import BlockSource, ParsedChapter
from ssg.parse.frontmatter import FrontMatter
from ssg.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A chapter with the front matter of its file."""

    front: FrontMatter
    parsed: ParsedChapter


def assemble(
    settings: Settings, drafts: Sequence[Draft], assets: Mapping[str, bytes], files: AbstractSet[str] = frozenset()
) -> tuple[Course, list[Problem]]:
    """The course, and everything that is wrong with its text."""
    chapters = [_chapter(draft) for draft in drafts]
    problems = [problem for draft in drafts for problem in draft.parsed.context.problems]
    return Course(settings=settings, chapters=chapters, assets=assets, files=files | assets.keys()), problems


def _chapter(draft: Draft) -> Chapter:
    parsed, page, front = draft.parsed, draft.parsed.context.page, draft.front
    parts = [part for source in parsed.parts if (part := _part(source, parsed))]
    title = front.title or (parsed.title.text if parsed.title else page.chapter)
    return Chapter(
        id=page.chapter,
        title=title,
        anchor=parsed.title.anchor if parsed.title else "title",
        path=page.path,
        minutes=front.minutes,
        objectives=front.objectives,
        parts=parts,
        headings=parsed.headings,
        links=page.links,
        images=page.images,
    )


def _part(source: Prose | BlockSource, parsed: ParsedChapter) -> Prose | Block | None:
    if isinstance(source, Prose):
        return source
    kinds: Mapping[str, BlockKind] = collect("ssg.blocks")
    return kinds[source.kind].parse(source.section, parsed.context)
