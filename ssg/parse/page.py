"""What the Markdown rules know of the chapter they read, and what they find in it besides HTML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any

from ssg.claims import Claim
from ssg.model import Link, Source
from ssg.parse.terms import TermFinder
from ssg.parse.traces import Traces
from ssg.problems import Language, Problem, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a line is written: the file, as problems name it and relative to the course folder, and its line there.

    ``until`` is the line of the chapter (from 0) behind the included text that this one belongs to, else 0.
    """

    path: str
    file: str
    line: int
    until: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One chapter under the parser; it travels as ``env["page"]``.

    ``path`` is the file as problems name it, ``file`` the same relative to the course folder, ``chapter`` its id.
    ``tongue`` is the language of the text, ``language`` the one in which its author is spoken to.
    ``chapters`` maps every chapter file of the course to its id, ``files`` lists the other files of the course folder,
    ``transcripts`` holds the texts beside its recordings. ``origins`` tells of each line where it stands, and is empty
    where nothing is included. ``glossary`` finds the terms to explain; ``claims`` are what the course
    itself calls dubious.
    The lists grow while the text is read: ``links`` holds ``#chapter/anchor`` or a Markdown file that is no chapter,
    ``images`` the files that the chapter shows or hands out, ``trainer_files`` those that only a trainer's note names,
    ``traces`` the keywords and jumps of blocks, ``features`` what of the theme the text needs, ``terms`` the names of
    those explained.
    """

    path: str
    file: str
    chapter: str
    language: Language
    tongue: str
    lines: Sequence[str]
    chapters: Mapping[str, str]
    files: AbstractSet[str] = frozenset()
    transcripts: Mapping[str, Source] = field(default_factory=dict)
    origins: Sequence[Origin] = ()
    glossary: TermFinder | None = None
    claims: Sequence[Claim] = ()
    links: list[Link] = field(default_factory=list)
    images: list[Link] = field(default_factory=list)
    trainer_files: list[Link] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    traces: Traces = field(default_factory=Traces)
    features: set[str] = field(default_factory=set)
    terms: set[str] = field(default_factory=set)

    def report(self, code: str, span: Span, **values: str | int) -> None:
        """Say that something is wrong at a place."""
        self.problems.append(Problem(code=code, span=span, values=values))

    def span(self, line: int, fragment: str = "") -> Span:
        """The place of a fragment in a line (from 1), or of the whole line where the fragment is not in it."""
        text = self.lines[line - 1] if line <= len(self.lines) else ""
        shown = fragment if fragment and fragment in text else text.strip()
        return self.place(line, text.find(shown) + 1, len(shown))

    def place(self, line: int, column: int, length: int) -> Span:
        """A place in a line (from 1) of the chapter, in the file in which it is written."""
        origin = self.origin(line)
        return Span(path=origin.path, line=origin.line, column=column, length=length)

    def origin(self, line: int) -> Origin:
        """Where a line (from 1) is written: in the chapter's own file or in one that it includes."""
        if 0 < line <= len(self.origins):
            return self.origins[line - 1]
        return Origin(path=self.path, file=self.file, line=line)


def page(env: Mapping[str, Any]) -> Page | None:
    """The chapter under the parser; None where plain Markdown is rendered on its own."""
    found = env.get("page")
    return found if isinstance(found, Page) else None
