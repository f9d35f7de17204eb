"""Course → the names that a trainee's records are kept under, each with its place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from ssg.model import Block, Chapter, Course, Kept, Known, Question
from ssg.parse.metadata.identifier import slug
from ssg.problems import Span

LONGEST = 80
"""Characters of a wording that are enough to know it again."""

_TAG = re.compile(r"<[^>]*>")
_REPEATED = re.compile(r"-\d+$")


def names(course: Course) -> Iterator[Known]:
    """Every name of the course in its order: a chapter, its blocks, and below each block its items and other parts."""
    for chapter in course.chapters:
        yield _chapter(chapter)
        for block in chapter.blocks():
            path = block_path(chapter, block)
            yield _block(block, path)
            yield from (_item(item, item_path(path, item)) for item in block.items())
            yield from (_part(part, path) for part in block.kept())


def block_path(chapter: Chapter, block: Block) -> tuple[str, ...]:
    """Where the block's records are: in its chapter, or where its id says that it was before it was moved."""
    return _below((chapter.id,), block.id)


def item_path(block: tuple[str, ...], item: Question) -> tuple[str, ...]:
    """Where the item's records are: in its block, or where its id says that it was before it was moved."""
    return _below(block, item.id)


def _below(above: tuple[str, ...], id: str) -> tuple[str, ...]:
    return tuple(id.split("/")) if "/" in id else (*above, id)


def _chapter(chapter: Chapter) -> Known:
    given = chapter.id != slug(chapter.path.rpartition("/")[2])
    span = Span(path=chapter.path, line=1)
    return Known(
        sort="chapter", path=(chapter.id,), kind="", print="", text=_shown(chapter.title), span=span, given=given
    )


def _block(block: Block, path: tuple[str, ...]) -> Known:
    given = block.id != block.anchor
    return Known(
        sort="block", path=path, kind=block.kind, print="", text=_shown(block.title), span=block.span, given=given
    )


def _item(item: Question, path: tuple[str, ...]) -> Known:
    return Known(
        sort="item",
        path=path,
        kind=item.kind,
        print=item.fingerprint(),
        text=_shown(unescape(_TAG.sub("", item.stem.replace('<span class="blank"></span>', "____")))),
        span=item.span,
        given=item.id not in (item.anchor, _REPEATED.sub("", item.anchor)),
    )


def _part(part: Kept, block: tuple[str, ...]) -> Known:
    path = (*block, *part.id.split("/"))
    return Known(
        sort="part", path=path, kind=part.kind, print="", text=_shown(part.text), span=part.span, given=part.given
    )


def _shown(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
