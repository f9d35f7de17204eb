"""Lists: their marks at the margin, four spaces for each level below, and tick boxes as ``[x]``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ssg.format.reading import MARKER, Reading
from ssg.parse.tree import Node, tree
from ssg.questions.boxes import box

LISTS = ("bullet_list", "ordered_list")
LEVEL = 4
LONGEST_MARK = 3  # with a longer one, four spaces do not reach the words
_MARK = re.compile(r"\s*(?:[-*+>#|]|\d+[.)])")
_BOX = re.compile(r"[\[［][ \u3000]?(?P<mark>[ \u3000xXｘＸvVｖＶ√✓✔])[ \u3000]?[\]］]\s*(?=\S)")


def indent_lists(lines: list[str], reading: Reading) -> None:
    """Put every list that holds text alone at its level; the last first, since what follows a list may hold it fast."""
    for node in reversed(tree(reading.tokens)):
        if node.type in LISTS and _is_plain(node, lines, reading):
            _indent(node, 0, lines)


def write_boxes(lines: list[str], reading: Reading) -> None:
    """Write the tick boxes that are read as such."""
    for item in _items(tree(reading.tokens)):
        at, meta = item.line - 1, item.tokens[0].meta
        found = MARKER.fullmatch(lines[at])
        is_option = bool(meta.get("in_block")) and item.tokens[0].markup in ("-", "*", "+") and box(item) is not None
        typed = _BOX.match(found["words"]) if found and ("checked" in meta or is_option) else None
        if found and typed and at not in reading.kept:
            mark = "x" if typed["mark"].strip() else " "
            lines[at] = lines[at][: found.start("words")] + f"[{mark}] " + found["words"][typed.end() :]


def _items(nodes: Sequence[Node]) -> list[Node]:
    return [item for node in nodes for item in ([node] if node.type == "list_item" else []) + _items(node.children)]


def _is_plain(node: Node, lines: Sequence[str], reading: Reading) -> bool:
    """Whether all lines of a list are items and their paragraphs, each item with a line and a mark of its own."""
    items = [item for item in _items([node]) if item.type == "list_item"]
    starts = [item.line - 1 for item in items]
    if len(set(starts)) < len(starts) or reading.kept & set(range(node.line - 1, node.end)):
        return False
    if any(True for type in ("blockquote", "alert", "trainer", "heading", "hr", "dl") for _ in node.find(type)):
        return False
    following = next((line for line in lines[node.end :] if line.strip(" \t")), "")
    if following[:1] in (" ", "\t"):  # it stands left of the items' words now, and may not when they have moved
        return False
    marks = [MARKER.fullmatch(lines[at]) for at in starts]
    others = (lines[at] for at in range(node.line - 1, node.end) if at not in set(starts))
    return all(found and len(found["mark"]) <= LONGEST_MARK for found in marks) and not any(map(_MARK.match, others))


def _indent(node: Node, depth: int, lines: list[str]) -> None:
    for item in node.children:
        at = item.line - 1
        found = MARKER.fullmatch(lines[at])
        assert found is not None, "the list was found to be plain"
        before = _width(found["indent"] + found["mark"] + found["gap"])
        after = LEVEL * depth + len(found["mark"]) + 1
        below = [child for child in item.children if child.type in LISTS]
        nested = {line for child in below for line in range(child.line - 1, child.end)}
        lines[at] = " " * LEVEL * depth + f"{found['mark']} {found['words']}"
        for line in set(range(at + 1, item.end)) - nested:
            _shift(line, before, after, lines)
        for child in below:
            _indent(child, depth + 1, lines)


def _shift(line: int, before: int, after: int, lines: list[str]) -> None:
    """Move a line of an item as far as the item's words moved; one that stands left of them stays."""
    words = lines[line].lstrip(" \t")
    margin = _width(lines[line][: len(lines[line]) - len(words)])
    if words and margin >= before:
        lines[line] = " " * (margin - before + after) + words


def _width(text: str) -> int:
    return len(text.expandtabs(4))
