"""Settings without their mark: ``解析：…`` without ``- `` is plain text, and learners would read the answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from ssg.parse import words
from ssg.parse.marks import split_setting
from ssg.parse.page import Page
from ssg.parse.sections import block_ranges

_QUIZ = ("quiz", "item", "option")
_SCOPES = {
    **dict.fromkeys(("quiz", "pretest", "posttest", "exam"), _QUIZ),
    "case": ("case", "case_question"),
    "survey": ("survey", "survey_item"),
    "journal": ("reflection",),
    "roleplay": (),
}
"""Where the settings of a kind are not those of its own name alone; a scene is full of lines that begin with a name."""

_PLAIN = ("objectives", "skills")
"""Words that open a sentence as often as a setting."""

_AROUND = ("bullet_list_open", "ordered_list_open", "list_item_open", "paragraph_open")


def check_unmarked(tokens: Sequence[Token], here: Page) -> None:
    """Report the lines of blocks that read like a setting; quotes, notes and tables may say what they like."""
    for block in block_ranges(tokens):
        scopes = _SCOPES.get(block.kind, (block.kind,))
        for line, text in _lines(tokens[block.first : block.last]):
            key = (split_setting(text) or ("", "", 0))[0].strip("* ")
            found = next((found for scope in scopes if (found := words.match(scope, key))), None)
            if found and found.id not in _PLAIN and "___" not in text and "＿＿＿" not in text:
                here.report("ST019", here.span(line, text), key=key)


def _lines(tokens: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """The lines (from 1) of paragraphs and of what runs on below the first line of a list item."""
    around: list[str] = []
    for token in tokens:
        if token.nesting > 0:
            around.append(token.type)
        elif token.nesting < 0:
            around.pop()
        elif token.type == "inline" and around[-1:] == ["paragraph_open"] and all(each in _AROUND for each in around):
            in_item = around[-2:-1] == ["list_item_open"]
            start = (token.map or [0])[0] + 1
            lines = list(enumerate(token.content.split("\n"), start))
            yield from ((line, text.strip()) for line, text in lines[in_item:])
