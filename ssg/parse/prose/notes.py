"""Footnotes: numbered in the order of a trainee's reading, with ids of their chapter and names that are read out.

Notes that only a trainer's note refers to stay out of the page: the reference keeps their text. That of the others
stands at the end of the tokens, from ``footnote_block_open`` on, so that a chapter can put it behind its last block.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote.index import footnote_def

from ssg.parse.page import Page, page
from ssg.parse.prose.phrases import phrase
from ssg.parse.prose.places import place

_REFERENCE = re.compile(r"\[\^([^\]\s]{1,100})\]")
_MOST = 20
"""How many unknown notes of one paragraph are reported."""


@dataclass(slots=True, kw_only=True)
class Note:
    """The text of a footnote; ``references`` are the places where a trainee meets it, in order."""

    label: str
    line: int
    for_trainer: bool
    tokens: list[Token] = field(default_factory=list)
    references: list[Token] = field(default_factory=list)


def notes_plugin(md: MarkdownIt) -> None:
    """Read ``[^1]`` and ``[^1]: text``; inline notes are left out, as on Git web pages."""
    md.block.ruler.before("reference", "footnote_def", footnote_def, {"alt": ["paragraph", "reference"]})
    md.inline.ruler.after("image", "footnote_ref", read_reference)


def read_reference(state: StateInline, silent: bool) -> bool:
    """The inline rule for ``[^1]``; a name without text stays as typed."""
    if not state.src.startswith("[^", state.pos):
        return False
    found = _REFERENCE.match(state.src, state.pos, state.posMax)
    if found is None or f":{found[1]}" not in state.env.get("footnotes", {}).get("refs", {}):
        return False
    if not silent:
        state.push("footnote_ref", "", 0).meta = {"label": found[1]}
    state.pos = found.end()
    return True


def read_notes(state: StateCore) -> None:
    """Take the notes out of the text, number those a trainee meets, and put them at the end."""
    if "[^" not in state.src:
        return
    here = page(state.env)
    notes: dict[str, Note] = {}
    body = list(_take_out(state.tokens, notes, here))
    used = _number(body, notes)
    for token in _references(body, with_trainer=True):
        if "number" not in token.meta:
            token.meta["text"] = notes[token.meta["label"]].tokens
    if here:
        _report_unmatched(state.tokens, notes, here)
    if used:
        body.append(Token("footnote_block_open", "section", 1, block=True, meta={"title": phrase("notes", here)}))
        for note in used:
            body += _entry(note)
        body.append(Token("footnote_block_close", "section", -1, block=True))
    state.tokens = body


def _take_out(tokens: Sequence[Token], notes: dict[str, Note], here: Page | None) -> Iterator[Token]:
    """The tokens without the texts of notes, which go to ``notes``."""
    open_notes: list[Note] = []
    trainer = 0
    for token in tokens:
        trainer += _trainer_step(token)
        if token.type == "footnote_reference_open":
            line = (token.map or [0])[0] + 1
            note = Note(label=token.meta["label"], line=line, for_trainer=trainer > 0)
            first = notes.setdefault(note.label, note)
            if first is not note and here:
                first_line = here.origin(first.line).line
                here.report("MD303", here.span(line, f"[^{note.label}]"), label=note.label, first=first_line)
            open_notes.append(note)
        elif token.type == "footnote_reference_close":
            open_notes.pop()
        elif open_notes:
            open_notes[-1].tokens.append(token)
        else:
            yield token


def _trainer_step(token: Token) -> int:
    return token.nesting if token.type in ("trainer_open", "trainer_close") else 0


def _number(body: Sequence[Token], notes: Mapping[str, Note]) -> list[Note]:
    """The notes that a trainee meets in the body and then in other notes, numbered in that order."""
    numbers: dict[str, int] = {}
    waiting: deque[Sequence[Token]] = deque([body])
    while waiting:
        for token in _references(waiting.popleft(), with_trainer=False):
            note = notes[token.meta["label"]]
            if note.for_trainer:
                continue
            if note.label not in numbers:
                numbers[note.label] = len(numbers) + 1
                waiting.append(note.tokens)
            note.references.append(token)
            token.meta["number"] = numbers[note.label]
            token.meta["time"] = len(note.references)
    return [notes[label] for label in numbers]


def _references(tokens: Iterable[Token], *, with_trainer: bool) -> Iterator[Token]:
    trainer = 0
    for token in tokens:
        trainer += _trainer_step(token)
        if token.type == "inline" and (with_trainer or not (trainer or "trainer" in token.meta)):
            yield from (child for child in token.children or [] if child.type == "footnote_ref")


def _entry(note: Note) -> Iterator[Token]:
    """The note as an item of the list at the end, its way back inside its last paragraph."""
    number = note.references[0].meta["number"]
    ways_back = [Token("footnote_back", "a", 0, meta=reference.meta) for reference in note.references]
    yield Token("footnote_open", "li", 1, block=True, meta={"number": number})
    if note.tokens and note.tokens[-1].type == "paragraph_close":
        yield from note.tokens[:-1]
        yield from ways_back
        yield note.tokens[-1]
    else:
        yield from note.tokens
        yield from ways_back
    yield Token("footnote_close", "li", -1, block=True)


def _report_unmatched(tokens: Sequence[Token], notes: Mapping[str, Note], here: Page) -> None:
    met = {token.meta["label"] for token in _references(tokens, with_trainer=True)}
    shown = {token.meta["label"] for token in _references(tokens, with_trainer=False)}
    for note in notes.values():
        if note.label not in met:
            here.report("MD302", here.span(note.line, f"[^{note.label}]"), label=note.label)
        elif note.for_trainer and note.label in shown:
            here.report("MD304", here.span(note.line, f"[^{note.label}]"), label=note.label)
    for token in tokens:
        if token.type == "inline" and "[^" in token.content:
            _report_unknown(token, here)


def _report_unknown(inline: Token, here: Page) -> None:
    words = "".join(child.content if child.type == "text" else "\n" for child in inline.children or [])
    for found in islice(_REFERENCE.finditer(words), _MOST):
        at = inline.content.find(found[0])
        here.report("MD301", place(here, inline, at, at + len(found[0])), label=found[1])


def render_reference(token: Token, here: Page | None) -> str:
    """The raised number in the text; nothing where the note belongs to trainers."""
    number, time = token.meta.get("number"), token.meta.get("time")
    if number is None:
        return ""
    name = phrase("note", here, n=number)
    own, there = _id(here, "fnref", number, time), _id(here, "fn", number)
    link = f'<a href="#{there}" id="{own}" role="doc-noteref" aria-label="{name}">{number}</a>'
    return f'<sup class="footnote-ref">{link}</sup>'


def render_way_back(token: Token, here: Page | None) -> str:
    """The arrow behind a note that leads to where it was named."""
    number, time = token.meta["number"], token.meta["time"]
    name = phrase("back" if time == 1 else "back_again", here, n=number, m=time)
    there = _id(here, "fnref", number, time)
    return f' <a href="#{there}" class="footnote-back" role="doc-backlink" aria-label="{name}">↩︎</a>'


def render_entry_open(token: Token, here: Page | None) -> str:
    """The start of a note in the list."""
    return f'<li id="{_id(here, "fn", token.meta["number"])}">'


def render_block_open(token: Token) -> str:
    """The start of the list of notes, with its name."""
    return f'<section class="footnotes">\n<p class="footnotes-title">{token.meta["title"]}</p>\n<ol>\n'


def _id(here: Page | None, *parts: str | int | None) -> str:
    """An id that no heading can have, for slugs hold no colon."""
    return (f"{escapeHtml(here.chapter)}/" if here else "") + ":".join(str(part) for part in parts)
