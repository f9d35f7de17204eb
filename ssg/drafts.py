"""Sources → drafts: every front matter first, since links need all ids, then every text, then the files they show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from ssg.assemble import Draft
from ssg.discover import Sources, read_asset
from ssg.model import Link, Settings
from ssg.parse.chapter import parse_chapter
from ssg.parse.frontmatter import FrontMatter, read_front_matters
from ssg.parse.page import Page
from ssg.problems import Language, Problem


class CourseDraft(NamedTuple):
    """A course whose chapters are read as Markdown: what ``assemble`` takes."""

    settings: Settings
    chapters: Sequence[Draft]
    assets: Mapping[str, bytes]
    files: AbstractSet[str]


def parse(sources: Sources) -> tuple[CourseDraft, list[Problem]]:
    """The draft of a course; faults inside its chapters travel with them."""
    fronts, problems = read_front_matters(sources.chapters)
    files = [source.path.rpartition("/")[2] for source in sources.chapters]
    ids = {file: front.id for file, front in zip(files, fronts, strict=True)}
    names = frozenset(sources.assets)
    drafts = [
        Draft(front=front, parsed=parse_chapter(_page(source.path, file, front, ids, names, sources.settings)))
        for source, file, front in zip(sources.chapters, files, fronts, strict=True)
    ]
    assets, unread = _assets(sources, drafts)
    return CourseDraft(sources.settings, drafts, assets, names), [*problems, *unread]


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


def _assets(sources: Sources, drafts: Sequence[Draft]) -> tuple[dict[str, bytes], list[Problem]]:
    """The files that trainees get to see; each is read once, and one that is missing is said by the checks."""
    links: dict[str, Link] = {}
    for draft in drafts:
        for link in draft.parsed.context.page.images:
            if link.target in sources.assets:
                links.setdefault(link.target, link)
    found: dict[str, bytes] = {}
    problems: list[Problem] = []
    for name, link in sorted(links.items()):
        content = read_asset(sources.assets[name], link.span)
        if isinstance(content, Problem):
            problems.append(content)
        else:
            found[name] = content
    return found, problems
