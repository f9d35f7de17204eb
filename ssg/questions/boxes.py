"""Tick boxes: the marks that make a row an option, and the marks that were probably meant so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ssg.parse.context import Context
from ssg.parse.marks import halve
from ssg.parse.tree import Node
from ssg.problems import Span

_WIDE_BOX = re.compile(r"\[\s?([ xXvV√✓✔])\s?\]\s*")
_BRACKETS = tuple("[［(（{｛【〔")
_NEARLY = re.compile(r"[\[(【〔{]\s*[^\s\[\](){}【】〔〕]{0,2}\s*[\])】〕}]")


@dataclass(frozen=True, slots=True)
class Box:
    """A tick box: the reader takes the half-width ones, we take those that an input method types."""

    checked: bool
    end: int


def box(item: Node) -> Box | None:
    """The tick box that a list item begins with; ``end`` is how much of its text the box takes."""
    if "checked" in item.tokens[0].meta:
        return Box(checked=item.tokens[0].meta["checked"], end=0)
    found = _WIDE_BOX.match(_bracketed(item))
    return Box(checked=bool(found[1].strip()), end=found.end()) if found else None


def near_box(item: Node) -> bool:
    """Whether a row begins with brackets that are no tick box, such as ``(x)``, ``[对]`` or ``【 】``."""
    return _NEARLY.match(_bracketed(item)) is not None


def _bracketed(item: Node) -> str:
    """The text of an item that begins with a bracket, in half-width marks; most do not, which is seen at once."""
    return halve(item.inline.content) if item.inline and item.inline.content.startswith(_BRACKETS) else ""


def report_near_boxes(rows: Sequence[Node], lists: Sequence[Node], context: Context) -> None:
    """Report rows that look like options and are none: other brackets, or boxes in numbered and starred lists.

    Square brackets with a wrong mark were reported as the text was read.
    """
    reported = {problem.span.line for problem in context.problems}
    for item in rows:
        if near_box(item) and item.line not in reported:
            context.report("QZ005", _place(item, context))
    for node in (node for node in lists if node.type in ("bullet_list", "ordered_list")):
        boxed = [item for item in node.children if box(item)]
        if boxed:
            context.report("QZ006", _place(boxed[0], context))


def _place(item: Node, context: Context) -> Span:
    line = item.inline.content.split("\n")[0] if item.inline else ""
    return context.span(item.line, line)
