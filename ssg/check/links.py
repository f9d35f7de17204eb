"""Links into the course lead to a chapter that exists and to a heading in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ssg.check.kind import Check
from ssg.model import Chapter, Course, Link
from ssg.parse.prose.anchors import slug
from ssg.problems import Problem, closest

_SHOWN = 8


def check_links(course: Course) -> Iterator[Problem]:
    """Follow every link."""
    chapters = {chapter.id: chapter for chapter in course.pages()}
    files = [_file(chapter) for chapter in course.chapters]
    for chapter in course.pages():
        for link in chapter.links:
            if link.target.startswith("#"):
                yield from _follow(link, chapters)
            else:
                yield _no_chapter(link, files)


def _file(chapter: Chapter) -> str:
    return chapter.path.rpartition("/")[2]


def _no_chapter(link: Link, files: Sequence[str]) -> Problem:
    values = {"target": link.target, "guess": closest(link.target, [*files]), "known": _some(files)}
    return Problem(code="LK101", span=link.span, values=values)


def _follow(link: Link, chapters: Mapping[str, Chapter]) -> Iterator[Problem]:
    id, _, anchor = link.target[1:].partition("/")
    chapter = chapters.get(id)
    if chapter is None:
        return  # a file that could not be read: said where it was read
    anchors = [heading.anchor for heading in chapter.headings]
    if anchor and anchor not in anchors:
        values = {"anchor": anchor, "title": chapter.title, "guess": _guess(anchor, anchors), "known": _some(anchors)}
        yield Problem(code="LK102", span=link.span, values=values)


def _guess(anchor: str, anchors: list[str]) -> str:
    """The heading as typed rather than as an anchor is the usual mistake."""
    typed = slug(anchor)
    return typed if typed in anchors else closest(anchor, anchors)


def _some(names: Sequence[str]) -> str:
    return "、".join(names[:_SHOWN]) + ("…" if len(names) > _SHOWN else "") if names else "–"


CHECK = Check(name="links", check=check_links)
