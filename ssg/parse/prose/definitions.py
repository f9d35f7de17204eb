"""Definition lists whose colon is full-width, as a Chinese input method types it: ``：解释`` below a term."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from markdown_it.rules_core import StateCore

from ssg.parse.page import page

_QUICK = re.compile(r"\n {0,3}：")
_WIDE = re.compile(r"( {0,3})：[ 　\t]*(?=\S)")
_MARKED = re.compile(r" {0,3}:[ \t]")
_FENCE = re.compile(r" {0,3}(?:`{3}|~{3})")
_LOST = re.compile("\n(?:：|:(?=[ 　\t\u3400-\u9fff]))[^\n]*")


def halve_colons(state: StateCore) -> None:
    """Write the colon of a definition as the plugin expects it; it runs before blocks are read."""
    if not _QUICK.search(state.src):
        return
    lines = state.src.split("\n")
    in_fence = False
    for at, line in enumerate(lines):
        in_fence ^= _FENCE.match(line) is not None
        wide = None if in_fence else _WIDE.match(line)
        if wide and _is_below_term(lines, at):
            lines[at] = f"{wide[1]}: {line[wide.end() :]}"
    state.src = "\n".join(lines)


def _is_below_term(lines: Sequence[str], at: int) -> bool:
    """Whether a line stands below a term, which takes one line, or below another definition of it."""
    term = at - 1 if at and lines[at - 1].strip() else at - 2
    if term < 0 or not lines[term].strip():
        return False
    return term == 0 or not lines[term - 1].strip() or _MARKED.match(lines[term]) is not None


def lint_definitions(state: StateCore) -> None:
    """Say where a line that begins with a colon became no definition."""
    here = page(state.env)
    if here is None or ("\n：" not in state.src and "\n:" not in state.src):
        return
    for opening, inline in pairwise(state.tokens):
        lost = _LOST.search(inline.content) if opening.type == "paragraph_open" else None
        if lost:
            line = (inline.map or [0])[0] + 2 + inline.content.count("\n", 0, lost.start())
            here.report("MD422", here.span(line), text=lost[0].strip()[:40])
