"""Chapters, the course's settings and the files that its chapters show → Course."""

from __future__ import annotations

from collections.abc import Sequence

from ssg.discover import Sources, read_asset
from ssg.model import Chapter, Course, Link
from ssg.problems import Problem


def assemble(sources: Sources, chapters: Sequence[Chapter]) -> tuple[Course, list[Problem]]:
    """The course, and the files that could not be read."""
    assets, problems = _assets(sources, chapters)
    return Course(settings=sources.settings, chapters=chapters, assets=assets, files=sources.assets.keys()), problems


def _assets(sources: Sources, chapters: Sequence[Chapter]) -> tuple[dict[str, bytes], list[Problem]]:
    """The files that trainees get to see; each is read once, and one that is missing is said by the checks."""
    links: dict[str, Link] = {}
    for link in (link for chapter in chapters for link in chapter.images):
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
