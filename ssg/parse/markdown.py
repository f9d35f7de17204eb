"""The one Markdown reader of the project: CommonMark and GFM prose, with what a course adds to them.

``parser().parse(text, {"page": Page(...)})`` gives the tokens of a chapter and fills the page's links, images and
problems; ``parser().renderer`` prints any run of those tokens. Raw HTML is off: typed tags show as text.
"""

from __future__ import annotations

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from ssg.parse.anchors import anchor_headings
from ssg.parse.blanks import blanks_plugin
from ssg.parse.sections import block_ranges


@cache
def parser() -> MarkdownIt:
    """The reader, made once; it keeps nothing of a text, so every chapter may use it."""
    md = MarkdownIt("commonmark", {"html": False, "tasklists": True, "maxNesting": 100, "xhtmlOut": False})
    md.disable(["html_block", "html_inline"]).enable(["table", "strikethrough"])
    md.use(footnote_plugin, inline=False).use(deflist_plugin).use(blanks_plugin)
    md.core.ruler.at("inline", read_inline)
    md.core.ruler.after("inline", "anchors", anchor_headings)
    return md


def read_inline(state: StateCore) -> None:
    """Read the lines of text, those inside blocks with blanks."""
    inside = [False] * len(state.tokens)
    for block in block_ranges(state.tokens):
        inside[block.first : block.last] = [True] * (block.last - block.first)
    for token, in_block in zip(state.tokens, inside, strict=True):
        if token.type == "inline":
            token.children = []
            state.env["in_block"] = in_block
            state.md.inline.parse(token.content, state.md, state.env, token.children)
