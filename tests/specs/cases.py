"""The spec files: a title, a text, and what must come out of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ssg.parse.markdown import parser
from ssg.parse.page import Page

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Case:
    """One case of a spec file."""

    title: str
    text: str
    expected: str


def read_cases(name: str) -> list[Case]:
    """The cases of a spec file."""
    return [_case(part) for part in (HERE / name).read_text(encoding="utf-8").split("\n====\n")]


def _case(part: str) -> Case:
    title, text, expected = part.split("\n~~~\n", 2)
    return Case(title=title.strip(), text=text + "\n", expected=expected.strip("\n"))


def page(text: str, language: str = "zh") -> Page:
    """A chapter ``one`` of a course that has a second chapter and a few files."""
    return Page(
        path="content/c/01-a.md",
        file="01-a.md",
        chapter="one",
        language="en" if language == "en" else "zh",
        tongue="en" if language == "en" else "zh-Hans",
        lines=text.split("\n"),
        chapters={"01-a.md": "one", "02-b.md": "two"},
        files=frozenset(("images/a.png", "附件/记录表.pdf", "图#1.png")),
    )


def render(text: str, on: Page | None = None) -> str:
    """The text as HTML."""
    return str(parser().render(text, {"page": on or page(text)}))
