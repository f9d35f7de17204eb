"""Cards: a phrase on one side, its answer on the other, from a table or a definition list; practised again in time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import ClassVar, NamedTuple

from markdown_it.token import Token

from ssg.blocks.kind import BlockKind, common
from ssg.blocks.parts import read_opening, report_stray
from ssg.model import Block, Json, Kept, Part, Progress
from ssg.parse.context import Context
from ssg.parse.prose.plain import plain
from ssg.parse.sections import Section
from ssg.parse.tree import Node
from ssg.questions.draft import token
from ssg.wording import reading_characters, words_of

LONG = 60
"""From more characters than this on a front takes longer to read than to answer."""

_SIDES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Two sides as safe HTML; ``id`` hashes the words of the front, so a card keeps its place in the boxes."""

    id: str
    front: str
    back: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """The cards of one table or list; ``sides`` are the headings of the table, empty strings where it has none."""

    sides: Sequence[str]
    cards: Sequence[Card]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards(Block):
    """Decks of cards, practised as one."""

    kind: ClassVar[str] = "cards"
    part: ClassVar[Part] = "practised"
    progress: ClassVar[Progress] = "fields"
    intro: str
    decks: Sequence[Deck]

    def key(self) -> Json:
        """Nothing is hidden: both sides stand in the page as a table."""
        return None

    def outline(self) -> Mapping[str, Json]:
        """Adds the ids of the cards."""
        return {**Block.outline(self), "cards": [card.id for deck in self.decks for card in deck.cards]}

    def kept(self) -> Sequence[Kept]:
        """Where each card stands in the boxes."""
        cards = (card for deck in self.decks for card in deck.cards)
        return [Kept(kind="field", id=card.id, text=words_of(card.front), span=self.span) for card in cards]


class Pair(NamedTuple):
    """The sides of a card as they stand in the chapter, and their line; a term may have several definitions."""

    line: int
    front: Node
    back: Sequence[Node]


def parse(section: Section, context: Context) -> Cards:
    """The cards of a section."""
    opening = read_opening(section, "cards", context)
    tables = [node for node in opening.nodes if node.type in ("table", "dl")]
    for inner in section.sections:
        report_stray(inner.line, section, "cards", context)
    seen: dict[str, int] = {}
    decks = [_deck(node, seen, context) for node in tables]
    if not tables:
        context.report("CD001", context.span(section.line, section.text))
    elif len(seen) == 1:
        context.report("CD005", context.span(section.line, section.text))
    return Cards(
        **common(section, opening.settings, context),
        intro=context.html([node for node in opening.nodes if node not in tables]),
        decks=decks,
    )


def _deck(node: Node, seen: dict[str, int], context: Context) -> Deck:
    if node.type == "dl":
        return Deck(sides=["", ""], cards=list(_cards(_definitions(node), seen, context)))
    head, *rows = node.find("tr")
    if len(head.children) != _SIDES:
        context.report("CD006", context.span(head.line), columns=len(head.children))
        return Deck(sides=["", ""], cards=[])
    sides = [context.inline_html(cell.inline) if cell.inline else "" for cell in head.children]
    return Deck(sides=sides, cards=list(_cards(_rows(rows), seen, context)))


def _rows(rows: Sequence[Node]) -> Iterator[Pair]:
    return (Pair(row.line, row.children[0], row.children[1:]) for row in rows)


def _definitions(node: Node) -> Iterator[Pair]:
    """Each term with its definitions; a term without any has no back."""
    for at, child in enumerate(node.children):
        if child.type == "dt":
            yield Pair(child.line, child, list(takewhile(lambda each: each.type == "dd", node.children[at + 1 :])))


def _cards(pairs: Iterator[Pair], seen: dict[str, int], context: Context) -> Iterator[Card]:
    return (card for pair in pairs if (card := _card(*pair, seen, context)))


def _card(line: int, front: Node, back: Sequence[Node], seen: dict[str, int], context: Context) -> Card | None:
    """The card, unless a side of it is empty or its front was there before."""
    texts = [_words([front]), _words(back)]
    if not all(texts):
        context.report("CD002", context.span(line))
        return None
    id, place = token(texts[0]), context.span(line, texts[0])
    if id in seen:
        context.report("CD003", place, text=texts[0], first=seen[id])
        return None
    seen[id] = place.line
    if reading_characters(texts[0]) > LONG:
        context.report("CD004", place, n=reading_characters(texts[0]), most=LONG)
    return Card(id=id, front=_html([front], context), back=_html(back, context))


def _words(side: Sequence[Node]) -> str:
    return " ".join(plain(inline.children or []) for inline in _inlines(side)).strip()


def _html(side: Sequence[Node], context: Context) -> str:
    return "<br>".join(context.inline_html(inline) for inline in _inlines(side))


def _inlines(side: Sequence[Node]) -> Iterator[Token]:
    return (token for node in side for token in node.tokens if token.type == "inline")


KIND = BlockKind(name="cards", words=("cards",), parse=parse, shares=("forms", "voice"))
