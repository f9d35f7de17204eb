"""Tokens to HTML for trainees: markdown-it's printing with our elements, and nothing of a trainer's notes.

Only where ``FOR_TRAINERS`` is set, for a facilitator's guide, the notes stand in their places.
"""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from ssg.parse.page import page
from ssg.parse.prose import notes, terms
from ssg.parse.prose.breaks import is_seamless
from ssg.parse.prose.code import framed, render_code
from ssg.parse.prose.math import render_math
from ssg.parse.prose.phrases import phrase
from ssg.parse.prose.recordings import render_recording
from ssg.parse.prose.tasks import render_box

FOR_TRAINERS = "for_trainers"
"""The name in the environment under which printing asks for trainers' notes."""


class Printer(RendererHTML):
    """Prints what a reader may see; each method is the rule for the token type of its name."""

    def render(self, tokens: Sequence[Token], options: OptionsDict, env: EnvType) -> str:
        """The tokens as HTML, for trainees without the parts between ``trainer_open`` and ``trainer_close``."""
        if not env.get(FOR_TRAINERS) and has_notes(tokens):
            tokens = without_trainer(tokens)
        return super().render(tokens, options, env)

    def blank(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return '<span class="blank"></span>'

    def softbreak(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return "" if is_seamless(tokens, idx) else "\n"

    def blockquote_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        opening = self.renderToken(tokens, idx, options, env)
        return opening if opening.endswith("\n") else opening + "\n"

    def list_item_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return self.renderToken(tokens, idx, options, env)

    def task_box(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return render_box(tokens[idx])

    def figcaption(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return f"<figcaption>{escapeHtml(tokens[idx].content)}</figcaption>"

    def fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        html = render_code(tokens[idx]) or super().fence(tokens, idx, options, env)
        return framed(html, tokens[idx], page(env))

    def code_block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return framed(super().code_block(tokens, idx, options, env), tokens[idx], page(env))

    def math_inline(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return render_math(tokens[idx], page(env))

    def math_block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return render_math(tokens[idx], page(env))

    def recording(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return render_recording(tokens[idx], page(env))

    def term_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return terms.render_open(tokens[idx].meta["term"], page(env))

    def term_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return terms.render_close(tokens[idx].meta["term"], page(env))

    def term_names(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return terms.render_names(tokens[idx].meta["names"])

    def alert_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        kind = tokens[idx].meta["kind"]
        title = phrase(f"alert_{kind}", page(env))
        return f'<div class="alert {kind}" role="note">\n<p class="alert-title">{title}</p>\n'

    def trainer_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return f'<div class="trainer-note" role="note">\n<p class="trainer-title">{phrase("trainer", page(env))}</p>\n'

    def trainer_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return "</div>\n"

    def table_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        label = tokens[idx].meta.get("label")
        frame = (
            f'<div class="table-scroll" role="group" tabindex="0" aria-label="{escapeHtml(label)}">\n' if label else ""
        )
        return frame + "<table>\n"

    def table_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return "</table>\n</div>\n" if tokens[idx].meta.get("label") else "</table>\n"

    def footnote_ref(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        text = tokens[idx].meta.get("text") if env.get(FOR_TRAINERS) else None
        if text is None:
            return notes.render_reference(tokens[idx], page(env))
        lines = (token.children or [] for token in text if token.type == "inline")
        told = " ".join(self.renderInline(line, options, {**env, FOR_TRAINERS: False}) for line in lines)
        return f'<span class="footnote-text">{told}</span>'

    def footnote_back(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return notes.render_way_back(tokens[idx], page(env))

    def footnote_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return notes.render_entry_open(tokens[idx], page(env))

    def footnote_block_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return notes.render_block_open(tokens[idx])

    def footnote_block_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return "</ol>\n</section>\n"


def has_notes(tokens: Sequence[Token]) -> bool:
    """Whether a trainer's note is among the tokens."""
    return any(token.type == "trainer_open" for token in tokens)


def without_trainer(tokens: Sequence[Token]) -> list[Token]:
    """The tokens that trainees may see."""
    kept: list[Token] = []
    depth = 0
    for token in tokens:
        if token.type == "trainer_open":
            depth += 1
        if depth == 0:
            kept.append(token)
        if token.type == "trainer_close":
            depth -= 1
    return kept


def html(md: MarkdownIt, tokens: Sequence[Token], env: EnvType) -> str:
    """Block tokens as safe HTML."""
    return str(md.renderer.render(tokens, md.options, env))
