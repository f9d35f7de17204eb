"""Ids on request: those that blocks, items and the chapter have by their headings are written down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ssg.format.keywords import COLON
from ssg.format.reading import MARKER, Reading
from ssg.parse import words
from ssg.parse.metadata.frontmatter import FENCE
from ssg.parse.tree import Node, tree


def stamp(reading: Reading) -> str:
    """The text with every id that it lacks."""
    lines = reading.text.split("\n")
    for line, id in sorted(_owners(reading), reverse=True):
        _stamp(line, id, lines, reading)
    return "\n".join(_stamp_chapter(lines, reading))


def _owners(reading: Reading) -> Iterator[tuple[int, str]]:
    """The heading lines (from 0) of the blocks and items without an id of their own."""
    headings = sorted(
        {node.line for node in tree(reading.tokens) if node.type == "heading"} | {len(reading.page.lines) + 1}
    )
    named = {each.line for each in reading.traces.keywords if each.id == "id"}
    for block in reading.chapter.blocks():
        for span, id in [(block.span, block.id), *((item.span, item.id) for item in block.items())]:
            following = next((line for line in headings if line > span.line), len(reading.page.lines) + 1)
            if span.line in headings and not any(span.line < line < following for line in named):
                yield span.line - 1, id


def _stamp(heading: int, id: str, lines: list[str], reading: Reading) -> None:
    key = "編號" if reading.page.tongue == "zh-Hant" else words.name("item", "id", reading.language)
    setting = f"- {key}{COLON[reading.language]}{id}"
    at = _first_bullet(heading, tree(reading.tokens))
    if at is not None and MARKER.fullmatch(lines[at]):
        lines[at:at] = [setting]
    else:
        lines[heading + 1 : heading + 1] = ["", setting]


def _first_bullet(heading: int, nodes: Sequence[Node]) -> int | None:
    """Where the first list of settings or options below a heading begins, before the next heading."""
    for node in nodes:
        if node.line - 1 > heading and node.type == "heading":
            return None
        if node.line - 1 > heading and node.type == "bullet_list" and node.markup == "-":
            return node.line - 1
    return None


def _stamp_chapter(lines: list[str], reading: Reading) -> list[str]:
    """With an ``id`` in the front matter, which is written where there is none."""
    chapter = f"id: {reading.front.id}"
    if reading.body_start == 0:
        return [FENCE, chapter, FENCE, "", *lines]
    yaml = lines[1 : reading.body_start - 1]
    if any(words.find("front_matter", line.partition(":")[0]) == "id" for line in yaml):
        return lines
    return [lines[0], chapter, *lines[1:]]
