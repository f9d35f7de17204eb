"""Slips that change the structure: what should be nested is not, a fence never closes, a line becomes a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from ssg.parse.page import Page

_LISTS = ("bullet_list_open", "ordered_list_open")
_LIST_ENDS = ("bullet_list_close", "ordered_list_close")


def check_structure(tokens: Sequence[Token], here: Page, deepest: int) -> None:
    """Look at the block tokens of a chapter; ``deepest`` is where markdown-it stops to read."""
    level = 1
    for at, token in enumerate(tokens):
        if token.type == "heading_open" and token.level == 0:
            level = _check_level(token, tokens[at + 1], at, level, here)
        if token.type == "fence":
            _check_fence(token, here)
        elif token.type == "heading_open":
            _check_heading(token, tokens[at + 1], here)
        elif token.type in _LISTS:
            _check_list(tokens, at, here)
        elif token.type == "tr_open":
            _check_row(tokens, at, here)
        elif token.type == "paragraph_open":
            _check_table_slip(tokens[at + 1], here)
        if token.nesting == 1 and token.level >= deepest - 1:
            here.report("MD414", here.span((token.map or [0])[0] + 1))


def _check_fence(token: Token, here: Page) -> None:
    first, last = token.map or [0, 0]
    closing = here.lines[last - 1].strip(" \t>") if last - first > 1 and last <= len(here.lines) else ""
    if not closing or set(closing) != {token.markup[0]} or len(closing) < len(token.markup):
        here.report("MD406", here.span(first + 1), mark=token.markup)


def _check_heading(token: Token, inline: Token, here: Page) -> None:
    if token.markup == "-" and token.map:
        text = inline.content.split("\n")[-1]
        here.report("MD408", here.span(token.map[1] - 1, text), text=text)


def _check_level(token: Token, inline: Token, at: int, above: int, here: Page) -> int:
    """Readers who jump from heading to heading miss a level that is left out; a page has one title."""
    level, place = int(token.tag[1]), here.span((token.map or [0])[0] + 1)
    if level > above + 1:
        here.report("MD420", place, text=inline.content, level=level, mark="#" * (above + 1))
    if level == 1 and at:
        here.report("MD421", place, text=inline.content)
    return level


def _check_list(tokens: Sequence[Token], at: int, here: Page) -> None:
    """A list whose items stand at different depths, or right below the list that they should be nested in."""
    opening = tokens[at]
    margin = _margin(opening, here)
    if at and tokens[at - 1].type in _LIST_ENDS and tokens[at - 1].level == opening.level:
        before = (tokens[place] for place in range(at - 1, -1, -1))
        above = next(token for token in before if token.type in _LISTS and token.level == opening.level)
        if above.markup != opening.markup and margin > _margin(above, here):
            _report_depth(opening, here)
    for token in (tokens[place] for place in range(at + 1, len(tokens))):
        if token.level == opening.level and token.nesting == -1:
            return
        if token.type == "list_item_open" and token.level == opening.level + 1 and _margin(token, here) > margin:
            _report_depth(token, here)


def _margin(token: Token, here: Page) -> int:
    line = here.lines[(token.map or [0])[0]].expandtabs(4)
    return len(line) - len(line.lstrip(" "))


def _report_depth(token: Token, here: Page) -> None:
    line = (token.map or [0])[0] + 1
    typed = here.lines[line - 1].strip()
    code = "RP002" if token.meta.get("in_block") else "MD402"
    here.report(code, here.span(line), typed=typed[:20], instead="    " + typed[:20], rest="")


_ROW = re.compile(r"[> \t]*")
_RULE = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)+\|?|\|[ \t]*:?-+:?[ \t]*\|")


def _check_row(tokens: Sequence[Token], at: int, here: Page) -> None:
    """Cells beyond the last column would vanish."""
    line = (tokens[at].map or [0])[0]
    cells = _cells(here.lines[line])
    columns, in_head = 0, tokens[at - 1].type == "thead_open"
    while tokens[at].type != "tr_close":
        columns += tokens[at].type in ("td_open", "th_open")
        at += 1
    if len(cells) > columns and not in_head:
        lost = cells[columns].strip()
        here.report("MD417", here.span(line + 1, lost), columns=columns, cells=len(cells), lost=lost)


def _cells(line: str) -> list[str]:
    row = _ROW.sub("", line, count=1).strip()
    cells = escapedSplit(row)
    return cells[row.startswith("|") : len(cells) - (len(cells) > 1 and not cells[-1].strip())]


def _check_table_slip(inline: Token, here: Page) -> None:
    """``|---|---|`` that shows as text: the head has another number of cells, or full-width bars."""
    content = inline.content
    if "｜" not in content and "--" not in content and "|-" not in content:
        return
    lines = content.split("\n")
    for number, line in enumerate(lines):
        place = (inline.map or [0])[0] + 1 + number
        if line.count("｜") > 1 and line.strip().startswith("｜"):
            here.report("MD415", here.span(place, line.strip()), line=line.strip())
            return
        if number and _RULE.fullmatch(line.strip()) and "|" in lines[number - 1]:
            head, rule = len(_cells(lines[number - 1])), len(_cells(line))
            here.report("MD416", here.span(place, line.strip()), head=head, rule=rule)
            return
