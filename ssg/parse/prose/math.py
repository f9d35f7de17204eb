"""Mathematics: ``$…$`` in a line, ``$$…$$`` on lines of its own, as MathML that needs no script.

What counts as a formula follows pandoc, so that ``$5 和 $10`` stays text: no space inside the marks, no digit behind
the closing one; and of our own: no letter or digit before the opening one, no letter or brace behind the closing one,
and no Chinese punctuation inside, so that ``US$`` and ``${name}`` stay text too. ``＄`` is accepted as well.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from ssg.parse.page import Page, page
from ssg.parse.prose.phrases import FAULTS, phrase

_INLINE = re.compile(r"[$＄](?![\s$＄])((?:\\.|[^\\$＄])+?)(?<![\s\\])[$＄](?![0-9A-Za-z{$＄])", re.DOTALL)
_DISPLAY = re.compile(r"[$＄]{2}((?:\\.|[^\\$＄])+?)[$＄]{2}(?![$＄])", re.DOTALL)
_OPENING = re.compile(r"[ \t]{0,3}[$＄]{2}")
_CLOSING = re.compile(r"(?<!\\)[$＄]{2}[ \t]*$")
_SENTENCE = re.compile(r"[，。；：！？、]")
_WORD = re.compile(r"[0-9A-Za-z]")
_ESCAPED = re.compile(r"\\.", re.DOTALL)
_LEFT = re.compile(r"[$＄]{2}")
LONG = 24
"""So long a formula may be wider than a phone, and gets a frame that the keyboard can scroll."""


def math_plugin(md: MarkdownIt) -> None:
    """Read formulas into ``math_inline`` and ``math_block`` tokens whose content is their source."""
    md.inline.ruler.before("escape", "math_inline", math_inline)
    md.block.ruler.before("fence", "math_block", math_block)


def math_inline(state: StateInline, silent: bool) -> bool:
    """The inline rule."""
    if state.src[state.pos] not in "$＄" or (state.pos and _WORD.match(state.src[state.pos - 1])):
        return False
    display = _DISPLAY.match(state.src, state.pos, state.posMax)
    found = display or _INLINE.match(state.src, state.pos, state.posMax)
    if found is None or not found[1].strip() or (not display and _SENTENCE.search(found[1])):
        return False
    if not silent:
        token = state.push("math_inline", "math", 0)
        token.content = found[1].strip()
        token.meta = {"display": display is not None}
    state.pos = found.end()
    return True


def math_block(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:
    """The block rule: from ``$$`` at the start of a line to ``$$`` at the end of one, without an empty line between."""
    start = state.bMarks[startLine] + state.tShift[startLine]
    if state.src[start : start + 1] not in ("$", "＄") or state.is_code_block(startLine):
        return False
    first = state.src[start : state.eMarks[startLine]]
    if not _LEFT.match(first):
        return False
    lines = [first[2:]]
    line = startLine
    while not _CLOSING.search(lines[-1]):
        line += 1
        if line >= endLine or state.isEmpty(line) or state.sCount[line] < state.blkIndent:
            return False
        lines.append(state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]])
    content = _CLOSING.sub("", "\n".join(lines)).strip()
    if not content or _LEFT.search(content):
        return False
    if not silent:
        token = state.push("math_block", "math", 0)
        token.block, token.content, token.map = True, content, [startLine, line + 1]
        token.meta = {"display": True}
    state.line = line + 1
    return True


def read_math(state: StateCore) -> None:
    """Turn the formulas of a text into MathML; it runs after the lines of text are read."""
    if "$" not in state.src and "＄" not in state.src:
        return
    here = page(state.env)
    for token in state.tokens:
        if token.type == "math_block":
            _convert(token, (token.map or [0])[0] + 1, here)
        elif token.type == "inline" and ("$" in token.content or "＄" in token.content):
            _read_line(token, here)


def _read_line(inline: Token, here: Page | None) -> None:
    line, at = (inline.map or [0])[0] + 1, 0
    typed = _LEFT.search(_ESCAPED.sub("", inline.content))
    for child in inline.children or []:
        if child.type == "math_inline":
            at = max(inline.content.find(child.content, at), 0)
            _convert(child, line + inline.content.count("\n", 0, at), here)
        elif child.type == "text" and here and typed and (left := _LEFT.search(child.content)):
            number = line + inline.content.count("\n", 0, max(inline.content.find(child.content), 0))
            here.report("MD532", here.span(number, left[0]))


def _convert(token: Token, line: int, here: Page | None) -> None:
    from ssg.parse.prose.mathml import Unreadable, mathml  # its library costs time that most courses need not spend

    if here:
        here.features.add("math")
    try:
        token.meta["mathml"] = mathml(token.content, display=token.meta["display"])
    except Unreadable as reason:
        if here:
            code, part = reason.args
            what = FAULTS[part][here.language] if code == "MD530" else part
            here.report(code, here.span(line, token.content.split("\n")[0]), part=what)


def render_math(token: Token, here: Page | None) -> str:
    """The formula; a long one in a frame of its own."""
    html = str(token.meta.get("mathml", escapeHtml(token.content)))
    if token.type == "math_inline":
        return html
    label = f' role="group" tabindex="0" aria-label="{phrase("formula", here)}"' if len(token.content) > LONG else ""
    return f'<div class="formula"{label}>{html}</div>\n'
