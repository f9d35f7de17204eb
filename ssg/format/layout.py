"""Lines and the space between them: headings, quotes, blanks, line ends, and one empty line around each element."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from ssg.format.reading import Reading

QUOTES = ("blockquote_open", "alert_open", "trainer_open")
_QUOTE = re.compile(r" {0,3}>(?=[^ >\t])")
_RUN = re.compile(r"[_＿]{3,}")


def write_headings(lines: list[str], reading: Reading) -> None:
    """``##   标题 ##`` as ``## 标题``."""
    for at, token in enumerate(reading.tokens):
        if token.type == "heading_open" and token.level == 0 and token.markup[0] == "#" and token.map:
            words = reading.tokens[at + 1].content
            if words and token.map[0] not in reading.kept:
                lines[token.map[0]] = f"{token.markup} {words}"


def write_quotes(lines: list[str], reading: Reading) -> None:
    """A space behind the ``>`` of a quote."""
    for token in reading.tokens:
        if token.type in QUOTES and token.level == 0 and token.map:
            for at in set(range(*token.map)) - reading.kept:
                lines[at] = _QUOTE.sub("> ", lines[at], count=1)


def write_blanks(lines: list[str], reading: Reading) -> None:
    """Every blank of a block's paragraphs as four underscores; in lists and headings it is part of an id."""
    items = 0
    for at, token in enumerate(reading.tokens):
        items += (token.type == "list_item_open") - (token.type == "list_item_close")
        if token.type == "paragraph_open" and not items and token.map:
            _write_blanks(reading.tokens[at + 1], range(*token.map), lines)


def _write_blanks(inline: Token, where: range, lines: list[str]) -> None:
    blanks = sum(child.type == "blank" for child in inline.children or [])
    if blanks and blanks == sum(len(_RUN.findall(lines[at])) for at in where):
        for at in where:
            lines[at] = _RUN.sub("____", lines[at])


def trim_lines(lines: list[str], reading: Reading) -> None:
    """No space at the end of a line, but for those that break it."""
    inner = dict(_inner_lines(reading.tokens))
    for at, line in enumerate(lines):
        ends = line.rstrip(" ") if at in inner else line.rstrip()
        if at not in reading.kept and not inner.get(at) and not ends.endswith("\\"):
            lines[at] = line if at in inner and line.endswith("  ") else ends


def _inner_lines(tokens: Sequence[Token]) -> Iterator[tuple[int, bool]]:
    """The lines of text that another follows, and whether spaces at their end may be part of code."""
    for token in tokens:
        if token.type == "inline" and token.map:
            code = any(child.type not in ("text", "softbreak", "hardbreak", "blank") for child in token.children or [])
            yield from ((at, code) for at in range(token.map[0], token.map[1] - 1))


def space_lines(reading: Reading) -> str:
    """The text with one empty line around each element, no two of them together, and one line end at its end."""
    lines = reading.text.split("\n")
    starts = {token.map[0] for token in reading.tokens if token.level == 0 and token.map and token.nesting >= 0}
    written: list[str] = []
    for at, line in enumerate(lines):
        empty = not line.strip(" \t")
        if at in reading.kept and at not in starts:
            written.append(line)
        elif empty and (not written or not written[-1].strip(" \t")):
            continue
        else:
            if at in starts and written and written[-1].strip(" \t"):
                written.append("")
            written.append("" if empty else line)
    while written and not written[-1].strip(" \t"):
        written.pop()
    return "\n".join([*written, ""])
