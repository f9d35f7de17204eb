"""Task lists in prose: a box that is drawn and read out, for there is nothing to tick and a form control would lie.

Inside blocks ``- [x]`` is an option of an item; there the marker stays in the list item's ``meta["checked"]`` alone.
"""

from __future__ import annotations

from markdown_it.common.utils import escapeHtml
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from ssg.parse.page import page
from ssg.parse.prose.phrases import phrase


def read_tasks(state: StateCore) -> None:
    """Put the box before the words of each task outside blocks; it runs after the lines of text are read."""
    if "] " not in state.src and "]\t" not in state.src:
        return
    here = page(state.env)
    tokens = state.tokens
    for at, token in enumerate(tokens):
        if token.type == "list_item_open" and "checked" in token.meta and not token.meta.get("in_block"):
            line = tokens[at + 2]
            if line.type == "inline":
                box = Token("task_box", "span", 0, content=phrase("done" if token.meta["checked"] else "to_do", here))
                box.markup = "☑" if token.meta["checked"] else "☐"
                line.children = [box, *(line.children or [])]


def render_box(token: Token) -> str:
    """The box as an image with a name."""
    name = escapeHtml(token.content)
    return f'<span class="task-box" role="img" aria-label="{name}">{token.markup}</span> '
