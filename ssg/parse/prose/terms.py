"""Terms of the glossary: where a chapter's prose uses one first, a button shows its definition, without any script.

Not inside blocks, where a definition could give an answer away, nor in headings, links and code.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.common.utils import escapeHtml
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from ssg.model import Term
from ssg.parse.page import Page, page
from ssg.parse.prose.phrases import phrase
from ssg.parse.terms import TermFinder

_WITHOUT = frozenset(("heading_open", "th_open", "dt_open"))


def read_terms(state: StateCore) -> None:
    """Mark the first use of each term; it runs when links and notes are read."""
    here = page(state.env)
    if here is None or here.glossary is None:
        return
    trainer = 0
    for at, token in enumerate(state.tokens):
        if token.type in ("trainer_open", "trainer_close"):
            trainer += token.nesting
        elif token.type == "inline" and not (
            trainer or token.meta.get("in_block") or state.tokens[at - 1].type in _WITHOUT
        ):
            token.children = list(_with_terms(token.children or [], here, here.glossary))


def _with_terms(children: Sequence[Token], here: Page, finder: TermFinder) -> Iterator[Token]:
    links = 0
    for child in children:
        links += child.nesting if child.type in ("link_open", "link_close") else 0
        if child.type == "text" and not links:
            yield from _split(child, here, finder)
        else:
            yield child


def _split(text: Token, here: Page, finder: TermFinder) -> Iterator[Token]:
    """A text with the terms in it between marks."""
    content = text.content
    at = 0
    for use in finder.uses(content, here.terms):
        here.terms.add(use.term.name)
        here.features.add("glossary")
        yield Token("text", "", 0, content=content[at : use.start])
        yield Token("term_open", "button", 1, meta={"term": use.term})
        yield Token("text", "", 0, content=content[use.start : use.end])
        yield Token("term_close", "button", -1, meta={"term": use.term})
        at = use.end
    yield Token("text", "", 0, content=content[at:]) if at else text


def render_open(term: Term, here: Page | None) -> str:
    """The button that shows the definition."""
    return f'<button type="button" class="term" popovertarget="{_id(term, here)}">'


def render_close(term: Term, here: Page | None) -> str:
    """The definition behind the button, with the way to the glossary."""
    link = f'<a href="#glossary/{escapeHtml(term.anchor)}">{phrase("in_glossary", here)}</a>'
    name = escapeHtml(term.name)
    return f'</button><span class="definition" id="{_id(term, here)}" popover><b>{name}</b> {term.html} {link}</span>'


def _id(term: Term, here: Page | None) -> str:
    """An id that no heading can have, for slugs hold no colon."""
    return escapeHtml(f"{here.chapter if here else ''}/term:{term.anchor}")


def render_names(names: Sequence[str]) -> str:
    """A term on its own page, with its other names."""
    first, *others = map(escapeHtml, names)
    return first + "".join(f' <span class="alias">{name}</span>' for name in others)
