"""Chapters, the course's settings and the files that its chapters show → Course."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ssg.blocks.kind import finished
from ssg.chapters import ReadCourse
from ssg.discover import Sources, read_asset
from ssg.identity.lock import read_lock
from ssg.model import Course, Link
from ssg.problems import Problem


def assemble(sources: Sources, read: ReadCourse) -> tuple[Course, list[Problem]]:
    """The course with its translations, and the files that could not be read."""
    course, problems = _course(sources, read)
    editions = []
    if sources.editions:
        from ssg.align import align  # few courses are translated

    for edition_sources, edition_read in zip(sources.editions, read.editions, strict=True):
        edition, faults = _course(edition_sources, edition_read)
        aligned, differences = align(edition, course)
        editions.append(aligned)
        problems += [*faults, *differences]
    assets = {name: content for each in (*editions, course) for name, content in each.assets.items()}
    return replace(course, editions=editions, assets=dict(sorted(assets.items()))), problems


def _course(sources: Sources, read: ReadCourse) -> tuple[Course, list[Problem]]:
    lock, faults = read_lock(sources.lock) if sources.lock else (None, [])
    chapters, unresolved = finished(read.chapters)
    course = Course(
        settings=sources.settings,
        chapters=chapters,
        assets={},
        files=sources.assets.keys(),
        glossary=read.glossary,
        lock=lock,
    )
    pages = course.pages()
    assets, problems = _assets(sources, (link for page in pages for link in page.images))
    trainer_assets, lost = _assets(sources, (link for page in pages for link in page.trainer_files))
    course = replace(course, assets=assets, trainer_assets=trainer_assets)
    return course, [*faults, *unresolved, *problems, *lost]


def _assets(sources: Sources, named: Iterable[Link]) -> tuple[dict[str, bytes], list[Problem]]:
    """The files that chapters name; each is read once, and one that is missing is said by the checks."""
    links: dict[str, Link] = {}
    for link in named:
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
