"""Marks that should have vanished: bold that shows its asterisks, links and tags that show as typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from ssg.parse.page import Page, page
from ssg.parse.prose.places import place

_MOST = 20

_SUSPECT = re.compile(r"__|＿＿|\*\*|＊＊|\]\(|[］】\]]（|[］】]\(|</?[A-Za-z!]|[·｀]{3}")

_BOLD = re.compile(r"(?<![\\*])(?:\*\*|＊＊)(?![*＊])")
_BOLD_NAME = re.compile(r"\*\*([^*\n]{1,30}?)([：:，,。！？、；）)”」』》…]+)\*\*(?=\S)")
_OPENING = re.compile(r"[（(“「『《]+")
_POWER = re.compile(r"\d ?\*\* ?\d")
_LINK = re.compile(r"\]\(([^()\n]{0,200})\)?")
_WIDE_LINK = re.compile(
    r"([!！]?)[\[［【]([^\[\]［］【】\n]{0,80})[\]］】](?:（([^（）\n]{1,200})）|(?<=[］】])\(([^()\n]{1,200})\))"
)
_ADDRESS = re.compile(
    r"(?:https?:|mailto:|#|\.{0,2}/)\S+|[^\s，。；]+\.(?:md|png|jpe?g|gif|svg|webp|pdf|html?|docx?|xlsx?|pptx?|mp[34])(?:#\S*)?",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--")
_TAG = re.compile(
    r"</?(?:a|abbr|audio|b|big|blockquote|br|center|code|dd|del|details|div|dl|dt|em|font|h[1-6]|hr|i|iframe|img|input|kbd"
    r"|li|mark|ol|p|pre|rp|rt|ruby|s|script|small|span|strong|style|sub|summary|sup|table|tbody|td|th|thead|tr|tt|u|ul"
    r"|video)\b[^<>\n]{0,300}/?>",
    re.IGNORECASE,
)
_SHORT_BLANK = re.compile(r"(?<![_＿A-Za-z0-9])[_＿]{2}(?![_＿A-Za-z0-9])")
_WIDE_FENCE = re.compile(r"(?:^|\n)[ \t]*[·｀]{3,}")


def lint_leftovers(state: StateCore) -> None:
    """Report what shows as typed; it runs while text that was escaped is still apart from text as typed."""
    here = page(state.env)
    if here is None:
        return
    for token in state.tokens:
        if token.type == "inline" and _SUSPECT.search(token.content):
            _check_line(token, here)


def _check_line(inline: Token, here: Page) -> None:
    words = "".join(_as_typed(child) for child in inline.children or [])
    if not _SUSPECT.search(words):
        return
    _check_bold(words, inline, here)
    _check_links(words, inline, here)
    _check_tags(words, inline, here)
    if inline.meta.get("in_block"):
        _check_blanks(words, inline, here)
    for fence in _finds(_WIDE_FENCE, words):
        _report("MD407", fence, inline, here)


def _as_typed(token: Token) -> str:
    """The text of a token; a gap for code and for what was escaped, a break for a break."""
    return token.content if token.type == "text" else "\n" if token.type == "softbreak" else "\0"


def _finds(pattern: re.Pattern[str], words: str) -> Iterator[re.Match[str]]:
    """The finds in a paragraph, as many as anyone reads."""
    return islice(pattern.finditer(words), _MOST)


def _check_bold(words: str, inline: Token, here: Page) -> None:
    found = _BOLD.search(words)
    if found is None:
        return
    named = _BOLD_NAME.search(inline.content)
    if named:
        opening = _OPENING.match(named[1])
        mark = opening[0] if opening else ""
        instead = f"{mark}**{named[1].removeprefix(mark)}**{named[2]}"
        _report("RP004", named, inline, here, instead=instead)
    elif not _POWER.search(words):
        line = words[words.rfind("\n", 0, found.start()) + 1 :].split("\n", 1)[0]
        _report("MD405", found, inline, here, near=line[:30])


def _check_links(words: str, inline: Token, here: Page) -> None:
    for found in _finds(_WIDE_LINK, words):
        address = found[3] or found[4]
        if found[1] or _ADDRESS.fullmatch(address):
            mark = "!" if found[1] else ""
            _report("MD404", found, inline, here, instead=f"{mark}[{found[2]}]({address})")
    for found in _finds(_LINK, words):
        _report("MD413", found, inline, here, address=found[1])


def _check_tags(words: str, inline: Token, here: Page) -> None:
    for found in _finds(_COMMENT, words):
        _report("MD419", found, inline, here)
    for found in _finds(_TAG, words):
        _report("MD418", found, inline, here, tag=found[0])


def _check_blanks(words: str, inline: Token, here: Page) -> None:
    """Two underscores where a blank takes three; the words say how many there are, the line where."""
    for _, typed in zip(_finds(_SHORT_BLANK, words), _finds(_SHORT_BLANK, inline.content), strict=False):
        here.report("MD423", place(here, inline, typed.start(), typed.end()), typed=typed[0])


def _report(code: str, found: re.Match[str], inline: Token, here: Page, **values: str | int) -> None:
    """Report a find in the words at the same find in the line, counting those before it."""
    typed = found[0].strip()
    at = -1
    for _ in range(found.string.count(typed, 0, found.start()) + 1):
        at = inline.content.find(typed, at + 1)
    at = max(at, 0)
    here.report(code, place(here, inline, at, at + len(typed)), typed=typed, **values)
