"""What a parser of a block needs from its chapter: places, wording, and where to say what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from ssg.parse.page import Page
from ssg.parse.prose.printer import FOR_TRAINERS, Printer
from ssg.parse.tree import Node
from ssg.problems import Language, Problem, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """A chapter being parsed: its page, and the Markdown reader that prints its tokens."""

    page: Page
    markdown: MarkdownIt
    env: dict[str, Any]

    @property
    def language(self) -> Language:
        """The language of the messages."""
        return self.page.language

    @property
    def problems(self) -> list[Problem]:
        """What has been reported so far."""
        return self.page.problems

    def report(self, code: str, span: Span, **values: str | int) -> None:
        """Say that something is wrong at a place."""
        self.page.report(code, span, **values)

    def span(self, line: int, fragment: str = "") -> Span:
        """The place of a fragment in a line (from 1), or of the whole line where the fragment is not in it."""
        return self.page.span(line, fragment)

    @property
    def for_trainers(self) -> Context:
        """The same, but what it prints holds trainers' notes."""
        return replace(self, env={**self.env, FOR_TRAINERS: True})

    def html(self, nodes: Sequence[Node]) -> Markup:
        """The elements as safe HTML."""
        return self.html_of([token for node in nodes for token in node.tokens])

    def html_of(self, tokens: Sequence[Token]) -> Markup:
        """Block tokens as safe HTML."""
        return Markup(self.markdown.renderer.render(tokens, self.markdown.options, self.env))

    def inline_html(self, inline: Token, skip: int = 0) -> Markup:
        """A line of text as safe HTML, without its first ``skip`` characters."""
        children = skip_text(inline.children or [], skip)
        printer = cast(Printer, self.markdown.renderer)
        return Markup(printer.renderInline(children, self.markdown.options, self.env).strip())


def skip_text(children: Sequence[Token], skip: int) -> Sequence[Token]:
    """The inline tokens without the first ``skip`` characters, which must be plain text."""
    if skip == 0:
        return children
    first, rest = children[0], children[1:]
    if len(first.content) < skip:
        return skip_text(rest, skip - len(first.content)) if rest else []
    return [replace_content(first, first.content[skip:]), *rest]


def replace_content(token: Token, content: str) -> Token:
    """A text token with other words."""
    return Token(token.type, token.tag, token.nesting, content=content)
