"""What a parser of a block needs from its chapter: places, wording, and where to say what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ssg.parse.tree import Node
from ssg.problems import Language, Problem, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """A chapter being parsed. ``problems`` grows as parsers report; all else stays as it is."""

    path: str
    chapter: str
    lines: Sequence[str]
    language: Language
    markdown: MarkdownIt
    env: dict[str, Any]
    problems: list[Problem] = field(default_factory=list)

    def report(self, code: str, span: Span, **values: str | int) -> None:
        """Say that something is wrong at a place."""
        self.problems.append(Problem(code=code, span=span, values=values))

    def span(self, line: int, fragment: str = "") -> Span:
        """The place of a fragment in a line; the line's first character that is no space where it cannot be found."""
        text = self.lines[line - 1] if line <= len(self.lines) else ""
        column = text.find(fragment) if fragment else -1
        if column >= 0:
            return Span(path=self.path, line=line, column=column + 1, length=len(fragment))
        return Span(path=self.path, line=line, column=len(text) - len(text.lstrip()) + 1, length=len(text.strip()))

    def html(self, nodes: Sequence[Node]) -> str:
        """The elements as safe HTML."""
        tokens = [token for node in nodes for token in node.tokens]
        return self.markdown.renderer.render(tokens, self.markdown.options, self.env)

    def inline_html(self, inline: Token, skip: int = 0) -> str:
        """A line of text as safe HTML, without its first ``skip`` characters."""
        children = skip_text(inline.children or [], skip)
        return self.markdown.renderer.renderInline(children, self.markdown.options, self.env).strip()


def skip_text(children: Sequence[Token], skip: int) -> Sequence[Token]:
    """The inline tokens without the first ``skip`` characters, which must be plain text."""
    if skip == 0:
        return children
    first, rest = children[0], children[1:]
    if len(first.content) < skip:
        return skip_text(rest, skip - len(first.content)) if rest else []
    return [replace_content(first, first.content[skip:]), *rest]


def replace_content(token: Token, content: str) -> Token:
    """A copy of the token with other text."""
    return replace(token, content=content)


def plain_text(inline: Token) -> str:
    """The words of a line, without marks: what a reader hears."""
    return "".join(_word(child) for child in inline.children or [])


def _word(token: Token) -> str:
    if token.type in ("text", "code_inline"):
        return token.content
    if token.type in ("softbreak", "hardbreak"):
        return " "
    return "____" if token.type == "blank" else ""
