"""Fenced code with a language: Pygments tells its parts apart, and they carry one of a few classes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from markdown_it.common.utils import escapeHtml
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from ssg.parse.page import Page, page
from ssg.parse.prose.phrases import phrase
from ssg.problems import closest
from ssg.wording import breadth

if TYPE_CHECKING:  # Pygments is imported when there is code to show
    from pygments.lexer import Lexer
    from pygments.token import _TokenType

PLAIN = frozenset(("", "text", "txt", "plain", "plaintext", "纯文本"))
LANGUAGES = {
    "bash": "shell:BashLexer",
    "c": "c_cpp:CLexer",
    "cpp": "c_cpp:CppLexer",
    "csharp": "dotnet:CSharpLexer",
    "css": "css:CssLexer",
    "diff": "diff:DiffLexer",
    "dockerfile": "configs:DockerLexer",
    "go": "go:GoLexer",
    "html": "html:HtmlLexer",
    "http": "textfmts:HttpLexer",
    "ini": "configs:IniLexer",
    "java": "jvm:JavaLexer",
    "javascript": "javascript:JavascriptLexer",
    "json": "data:JsonLexer",
    "kotlin": "jvm:KotlinLexer",
    "lua": "scripting:LuaLexer",
    "markdown": "markup:MarkdownLexer",
    "php": "php:PhpLexer",
    "powershell": "shell:PowerShellLexer",
    "python": "python:PythonLexer",
    "r": "r:SLexer",
    "ruby": "ruby:RubyLexer",
    "rust": "rust:RustLexer",
    "sql": "sql:SqlLexer",
    "swift": "objective:SwiftLexer",
    "toml": "configs:TOMLLexer",
    "typescript": "javascript:TypeScriptLexer",
    "xml": "html:XmlLexer",
    "yaml": "data:YamlLexer",
}
"""The languages that are shown in colour, and who reads them: module and class of Pygments."""

ALIASES = {
    "c#": "csharp", "c++": "cpp", "console": "bash", "cs": "csharp", "docker": "dockerfile", "htm": "html",
    "js": "javascript", "json5": "json", "jsonc": "json", "md": "markdown", "patch": "diff", "ps1": "powershell",
    "py": "python", "python3": "python", "rb": "ruby", "rs": "rust", "sh": "bash", "shell": "bash", "svg": "xml",
    "ts": "typescript", "yml": "yaml", "zsh": "bash",
}  # fmt: skip

LONGEST = 20_000
"""Longer code is shown plain: a lexer may take more time than a trainer has."""

WIDE = 32
"""A line of more half-widths may be wider than a phone."""

CLASSES = (
    ("Comment", "c"),
    ("Keyword", "k"),
    ("String", "s"),
    ("Number", "n"),
    ("Inserted", "i"),
    ("Deleted", "d"),
    ("Heading", "f"),
    ("Subheading", "f"),
    ("Function", "f"),
    ("Class", "f"),
    ("Tag", "k"),
    ("Attribute", "f"),
    ("Builtin", "k"),
    ("Decorator", "f"),
    ("Word", "k"),
)
"""Parts of Pygments' token names, and the class that each gets; the first that fits."""


def read_code(state: StateCore) -> None:
    """Colour the fenced code of a text whose language is known, and say which is not."""
    if "```" not in state.src and "~~~" not in state.src:
        return
    here = page(state.env)
    for token in state.tokens:
        if token.type != "fence" or (language := _language(token)) in PLAIN:
            continue
        name = ALIASES.get(language, language)
        if name in LANGUAGES:
            token.meta["code"] = "".join(_coloured(token.content, LANGUAGES[name]))
            if here:
                here.features.add("code")
        elif here:
            guess = closest(language, [*LANGUAGES, *ALIASES])
            known = "、".join(LANGUAGES)
            here.report("MD540", here.span((token.map or [0])[0] + 1), name=language, guess=guess, known=known)


def _language(fence: Token) -> str:
    words = fence.info.split(maxsplit=1)
    return words[0].lower() if words else ""


def _coloured(code: str, reader: str) -> Iterator[str]:
    """The code as HTML, runs of the same class in one element."""
    if len(code) > LONGEST:
        yield escapeHtml(code)
        return
    parts = ((_class(kind), text) for kind, text in _lexer(reader).get_tokens(code))
    for name, run in groupby(parts, key=lambda part: part[0]):
        text = escapeHtml("".join(text for _, text in run))
        yield f'<span class="{name}">{text}</span>' if name else text


def _lexer(reader: str) -> Lexer:
    from importlib import import_module

    module, name = reader.split(":")
    lexer: Lexer = getattr(import_module(f"pygments.lexers.{module}"), name)(stripnl=False, ensurenl=False)
    return lexer


def _class(kind: _TokenType) -> str:
    parts = tuple(kind)  # the type has an ``in`` of its own
    return next((name for part, name in CLASSES if part in parts), "")


def render_code(token: Token) -> str | None:
    """The code in colour; None where it is plain."""
    if "code" not in token.meta:
        return None
    return f'<pre><code class="language-{escapeHtml(_language(token))}">{token.meta["code"]}</code></pre>\n'


def framed(html: str, token: Token, here: Page | None) -> str:
    """The code as it is, or, where it is wide, in a frame that the keyboard can scroll."""
    lines = token.content.split("\n")
    if here is None or all(breadth(line) + line.count(" ") <= WIDE for line in lines):
        return html
    language = escapeHtml(_language(token))
    name = phrase("text", here) if language in PLAIN else phrase("code", here, language=language)
    return html.replace("<pre>", f'<pre role="group" tabindex="0" aria-label="{name}">', 1)
