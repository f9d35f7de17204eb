"""The one Markdown reader of the project: CommonMark and GFM prose, with what a course adds to them.

``parser().parse(text, {"page": Page(...)})`` gives the tokens of a chapter and fills the page's links, images and
problems; ``parser().renderer`` prints any run of those tokens. Raw HTML is off: typed tags show as text.
"""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from mdit_py_plugins.deflist import deflist_plugin

from ssg.parse.lint import lint
from ssg.parse.lint.leftovers import lint_leftovers
from ssg.parse.page import page
from ssg.parse.prose.alerts import read_alerts
from ssg.parse.prose.anchors import anchor_headings
from ssg.parse.prose.blanks import blanks_plugin, line_to_write_on
from ssg.parse.prose.code import read_code
from ssg.parse.prose.definitions import halve_colons, lint_definitions
from ssg.parse.prose.figures import read_figures
from ssg.parse.prose.links import read_links, valid_link
from ssg.parse.prose.math import math_plugin, read_math
from ssg.parse.prose.notes import notes_plugin, read_notes
from ssg.parse.prose.places import places_plugin
from ssg.parse.prose.printer import Printer
from ssg.parse.prose.recordings import read_recordings
from ssg.parse.prose.tables import read_tables
from ssg.parse.prose.tasks import read_tasks
from ssg.parse.prose.terms import read_terms
from ssg.parse.prose.tongues import read_tongues
from ssg.parse.sections import block_ranges
from ssg.parse.trainer import is_note_setting

OPTIONS = {"html": False, "tasklists": True, "maxNesting": 20, "xhtmlOut": False}

MARKS = re.compile(r"[\n!$&*<\[\\\]_`~＄＿]")
"""The characters at which a rule of ours may begin; markdown-it's own list stops at many more, for plugins."""

AFTER_INLINE = (
    read_math,
    anchor_headings,
    read_tongues,
    read_links,
    read_tables,
    read_tasks,
    read_recordings,
    read_figures,
    read_code,
    read_notes,
    read_terms,
    lint_definitions,
    lint,
)


class Reader(MarkdownIt):
    """markdown-it with our rule of what may become a link."""

    def validateLink(self, url: str) -> bool:
        return valid_link(url)


@cache
def parser() -> MarkdownIt:
    """The reader, made once; it keeps nothing of a text, so every chapter may use it."""
    md = Reader("commonmark", OPTIONS, renderer_cls=Printer)
    md.disable(["html_block", "html_inline"]).enable(["table", "strikethrough"])
    md.inline.terminator_re = MARKS
    md.use(deflist_plugin).use(notes_plugin).use(blanks_plugin).use(places_plugin).use(math_plugin)
    md.core.ruler.before("block", "halve_colons", halve_colons)
    md.core.ruler.before("inline", "alerts", read_alerts)
    md.core.ruler.before("inline", "ends_of_files", ends_of_files)
    md.core.ruler.before("inline", "lines_to_write_on", lines_to_write_on)
    md.core.ruler.at("inline", read_inline)
    md.core.ruler.after("inline", "leftovers", lint_leftovers)
    for rule in AFTER_INLINE:
        md.core.ruler.push(rule.__name__, rule)
    return md


def ends_of_files(state: StateCore) -> None:
    """Note at each heading where the included text that it stands in ends, as a block does there."""
    here = page(state.env)
    if here is None or not here.origins:
        return
    for token in state.tokens:
        if token.type == "heading_open" and token.map:
            token.meta["until"] = here.origin(token.map[0] + 1).until


def lines_to_write_on(state: StateCore) -> None:
    """Inside blocks, make the rule that a line of underscores would be a paragraph with a blank."""
    for block in reversed(block_ranges(state.tokens)):
        inside = state.tokens[block.first : block.last]
        state.tokens[block.first : block.last] = [each for token in inside for each in line_to_write_on(token)]


def read_inline(state: StateCore) -> None:
    """Read the lines of text, those inside blocks with blanks."""
    inside = [False] * len(state.tokens)
    for block in block_ranges(state.tokens):
        inside[block.first : block.last] = [True] * (block.last - block.first)
    for at, (token, in_block) in enumerate(zip(state.tokens, inside, strict=True)):
        if token.type == "inline":
            token.children = []
            if is_note_setting(state.tokens, at):
                token.meta["trainer"] = True
            token.meta["in_block"] = in_block
            state.env["in_block"] = in_block
            state.md.inline.parse(token.content, state.md, state.env, token.children)
        elif in_block and token.type in ("list_item_open", "bullet_list_open", "ordered_list_open"):
            token.meta["in_block"] = True
