"""Reflection: prompts answered in free text, kept for the learner alone unless the author says otherwise; a journal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from markdown_it.token import Token

from ssg.blocks.forms import Names
from ssg.blocks.kind import BlockKind, common
from ssg.blocks.parts import read_opening, report_stray
from ssg.model import Block, Json, Part, Progress
from ssg.parse.context import Context
from ssg.parse.prose.plain import plain
from ssg.parse.sections import Section
from ssg.parse.settings import yes
from ssg.parse.tree import Node
from ssg.questions.draft import token


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """What the learner is asked to write about: ``text`` in plain words, ``html`` with its marks."""

    id: str
    text: str
    html: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Prose between the prompts, as safe HTML."""

    html: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection(Block):
    """Prompts in the author's order; ``handed_in`` puts what is written into the results that a learner hands in."""

    kind: ClassVar[str] = "reflection"
    part: ClassVar[Part] = "practised"
    progress: ClassVar[Progress] = "fields"
    handed_in: bool
    parts: Sequence[Prompt | Passage]

    def key(self) -> Json:
        """Nothing is hidden: a reflection has no right answers."""
        return None

    def outline(self) -> Mapping[str, Json]:
        """Adds whether it is handed in, and the prompts ``[[id, text]]``."""
        prompts: Json = [[part.id, part.text] for part in self.parts if isinstance(part, Prompt)]
        return {**Block.outline(self), "handedIn": self.handed_in, "prompts": prompts}


def parse(section: Section, context: Context) -> Reflection:
    """The reflection of a section; without prompts its title is the only one."""
    opening = read_opening(section, "reflection", context)
    names = Names()
    parts = [part for node in opening.nodes for part in _parts(node, names, context)]
    for inner in section.sections:
        report_stray(inner.line, section, "reflection", context)
    if not any(isinstance(part, Prompt) for part in parts):
        parts.append(Prompt(id="free", text=section.title, html=""))
    return Reflection(
        **common(section, opening.settings, context),
        handed_in=yes(opening.settings, "hand_in", False, context),
        parts=parts,
    )


def _parts(node: Node, names: Names, context: Context) -> Iterator[Prompt | Passage]:
    """A list is a prompt a row, a paragraph with blanks a prompt a line; all else is prose."""
    if node.type in ("bullet_list", "ordered_list"):
        for item in node.children:
            more = context.html(item.children[1:])
            for prompt in _prompts(item.inline, item.line, names, context):
                yield Prompt(id=prompt.id, text=prompt.text, html=f"{prompt.html}{more}")
    elif node.type == "paragraph" and node.inline and _has_blank(node.inline.children or []):
        yield from _prompts(node.inline, node.line, names, context)
    else:
        yield Passage(html=context.html([node]))


def _prompts(inline: Token | None, line: int, names: Names, context: Context) -> Iterator[Prompt]:
    """The lines of a paragraph up to their blanks; in a list the blank may be left out."""
    words: list[Token] = []
    for child in [*(inline.children or []), None] if inline else []:
        ends = child is None or child.type == "blank"
        if child is not None and not ends:
            words.append(child)
        elif plain(words).strip():
            yield _prompt(words, names, context)
            words = []
        elif child is not None:
            context.report("RF001", context.span(line))
            return
    if inline and _has_words_behind(inline.children or []):
        context.report("RF001", context.span(line))


def _prompt(words: Sequence[Token], names: Names, context: Context) -> Prompt:
    text = plain(words).strip().rstrip("：: ")
    inline = Token("inline", "", 0, content=text, children=list(words))
    return Prompt(id=names.of(token(text)), text=text, html=context.inline_html(inline).rstrip("：: "))


def _has_blank(children: Sequence[Token]) -> bool:
    return any(child.type == "blank" for child in children)


def _has_words_behind(children: Sequence[Token]) -> bool:
    """Whether a blank stands within a line and not at its end, where the words behind it would be torn off."""
    blanks = [at for at, child in enumerate(children) if child.type == "blank"]
    return any(
        at + 1 < len(children) and children[at + 1].type not in ("softbreak", "hardbreak") for at in blanks
    ) or bool(blanks and plain(children[blanks[-1] + 1 :]).strip())


KIND = BlockKind(name="reflection", words=("reflection", "journal"), parse=parse, shares=("forms",))
