"""Phrase cards: every deck on sheets to cut apart, whose backs meet their fronts when the printer turns the paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ssg.blocks.cards import Cards
from ssg.model import Course
from ssg.paper.model import Edge, Sheet, Size
from ssg.paper.pack import PackKind
from ssg.paper.press import Press
from ssg.wording import breadth, words_of

Fit = Literal["large", "middle", "small", "tiny", "least"]

COLUMNS, ROWS = 2, 4
WIDE, HIGH = 90.0, 62.0
"""A card in millimetres. The grid lies in the middle of the page, so that turning the page maps it onto itself."""

PAPER: Mapping[Size, tuple[float, float]] = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}

ROOM: Sequence[tuple[Fit, int]] = (("large", 36), ("middle", 80), ("small", 140), ("tiny", 280))
"""How many Han characters a side holds in each size."""

BREAK = 12
"""What a line that ends early takes beyond its words, in characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a card; ``number`` is the card's in its deck, and ``head`` what the side is called there."""

    deck: str
    number: int
    head: str
    html: str

    @property
    def fit(self) -> Fit:
        """The largest size in which the words fit."""
        long = breadth(words_of(self.html)) / 2 + BREAK * self.html.count("<br>")
        return next((fit for fit, room in ROOM if long <= room), "least")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A sheet of paper: what stands on its front and, turned, on its back, row by row; None where no card is left."""

    fronts: Sequence[Side | None]
    backs: Sequence[Side | None]


def make(press: Press) -> Sequence[Sheet]:
    """One document, none for a course without decks."""
    cards = list(_cards(press.course, str(press.t["cards_front"]), str(press.t["cards_back"])))
    if not cards:
        return []
    room = COLUMNS * ROWS
    pages = [_page(cards[at : at + room], press.format.edge) for at in range(0, len(cards), room)]
    title = f"{press.course.settings.title} · {press.t['pack_cards']}"
    wide, high = PAPER[press.format.size]
    return [press.sheet("cards", "cards", title, "trainee", pages=pages, wide=wide, high=high, cuts=cuts(wide, high))]


def _cards(course: Course, front: str, back: str) -> Iterator[tuple[Side, Side]]:
    for block in course.blocks():
        if isinstance(block, Cards):
            known = [(deck, card) for deck in block.decks for card in deck.cards]
            for number, (deck, card) in enumerate(known, 1):
                heads = (deck.sides[0] or front, deck.sides[1] or back)
                yield (
                    Side(deck=block.title, number=number, head=heads[0], html=card.front),
                    Side(deck=block.title, number=number, head=heads[1], html=card.back),
                )


def _page(cards: Sequence[tuple[Side, Side]], edge: Edge) -> Page:
    empty = [None] * (COLUMNS * ROWS - len(cards))
    fronts, backs = ([card[side] for card in cards] for side in (0, 1))
    return Page(fronts=[*fronts, *empty], backs=turned([*backs, *empty], edge))


def turned(sides: Sequence[Side | None], edge: Edge) -> Sequence[Side | None]:
    """The places of a page as they lie behind those of the other: about its long edge columns change, else rows."""
    rows = [sides[at : at + COLUMNS] for at in range(0, len(sides), COLUMNS)]
    behind = [row[::-1] for row in rows] if edge == "long" else rows[::-1]
    return [side for row in behind for side in row]


def cuts(wide: float, high: float) -> str:
    """The marks for cutting as an SVG path in millimetres: where to lay the ruler, and where four cards meet."""
    left, top = (wide - COLUMNS * WIDE) / 2, (high - ROWS * HIGH) / 2
    right, bottom = left + COLUMNS * WIDE, top + ROWS * HIGH
    columns = [left + column * WIDE for column in range(COLUMNS + 1)]
    rows = [top + row * HIGH for row in range(ROWS + 1)]
    marks = [f"M{x:g} {top - 8:g}v6M{x:g} {bottom + 2:g}v6" for x in columns]
    marks += [f"M{left - 8:g} {y:g}h6M{right + 2:g} {y:g}h6" for y in rows]
    marks += [f"M{x - 2:g} {y:g}h4M{x:g} {y - 2:g}v4" for x in columns[1:-1] for y in rows[1:-1]]
    return "".join(marks)


KIND = PackKind(name="cards", make=make)
