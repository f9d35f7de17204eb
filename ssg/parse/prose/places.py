"""Links and images keep where they stand in their line of text, which markdown-it forgets."""

from __future__ import annotations

from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, autolink, image, link
from markdown_it.token import Token

from ssg.parse.page import Page
from ssg.problems import Span

_HEAD = 80
"""So much of a line's beginning finds it in its source line; a line may be a megabyte long."""

Rule = Callable[[StateInline, bool], bool]


def places_plugin(md: MarkdownIt) -> None:
    """Let links and images carry ``meta["at"]`` and ``meta["end"]``, offsets into the content of their inline token."""
    md.inline.ruler.at("link", _placed(link, "link_open"))
    md.inline.ruler.at("image", _placed(image, "image"))
    md.inline.ruler.at("autolink", _placed(autolink, "link_open"))


def _placed(rule: Rule, type: str) -> Rule:
    def placed(state: StateInline, silent: bool) -> bool:
        at, first = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if not silent:
            token = state.tokens[first]
            token = token if token.type == type else state.tokens[first + 1]
            token.meta = {"at": at, "end": state.pos}
        return True

    return placed


def place(here: Page, inline: Token, at: int, end: int) -> Span:
    """The place of ``inline.content[at:end]`` in the file; its line as a whole where the line was rewritten."""
    content = inline.content
    start = content.rfind("\n", 0, at) + 1
    line = (inline.map or [0])[0] + content.count("\n", 0, at) + 1
    head = content[start : start + _HEAD].split("\n", 1)[0].rstrip()
    source = here.lines[line - 1] if line <= len(here.lines) else ""
    column = source.find(head.lstrip())
    if column < 0:
        return here.span(line, content[at:end])
    indent = len(head) - len(head.lstrip())
    length = len(content[at:end].split("\n", 1)[0])
    return here.place(line, column + at - start - indent + 1, length)
