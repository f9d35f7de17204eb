"""Phrase cards: the back of each card is behind its front, however the printer turns the paper."""

from __future__ import annotations

import pytest
from conftest import Printed
from looking import Place, find, places, size
from pypdf import PageObject

from ssg.paper.packs.cards import COLUMNS, HIGH, ROWS, WIDE, Side, turned

pytestmark = pytest.mark.browser

CARDS = 12


def grid(page: PageObject) -> tuple[float, float]:
    """The left top corner of the cards, which lie in the middle of the page."""
    wide, high = size(page)
    return (wide - COLUMNS * WIDE) / 2, (high - ROWS * HIGH) / 2


def place(piece: Place, page: PageObject) -> tuple[int, int]:
    """The row and the column of a text."""
    left, top = grid(page)
    return int((piece.top - top) // HIGH), int((piece.left - left) // WIDE)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("edge", ["long", "short"])
def test_fronts_and_backs_coincide_when_the_paper_is_turned(edge: str, paper: str, printed: Printed) -> None:
    reader = printed("cut", "--pack", "cards", "--flip", edge, "--paper", paper)["cards"]
    assert len(reader.pages) == 4
    met = 0
    for front, back in zip(reader.pages[::2], reader.pages[1::2], strict=True):
        assert size(front) == size(back)
        for number in range(1, CARDS + 1):
            for said in find(f"正{number:02}", front):
                row, column = place(said, front)
                behind = (row, COLUMNS - 1 - column) if edge == "long" else (ROWS - 1 - row, column)
                [answer] = find(f"反{number:02}", back)
                assert place(answer, back) == behind, number
                left = grid(front)[0]
                assert (said.left - left) % WIDE == pytest.approx((answer.left - left) % WIDE, abs=0.6)
                met += 1
    assert met == CARDS


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_no_text_leaves_its_card(paper: str, printed: Printed) -> None:
    for page in printed("cut", "--pack", "cards", "--paper", paper)["cards"].pages:
        left, top = grid(page)
        for piece in places(page):
            across, down = (piece.left - left) % WIDE, (piece.top - top) % HIGH
            assert 0 <= piece.left - left <= COLUMNS * WIDE and 0 <= piece.top - top <= ROWS * HIGH, piece
            assert 5 <= across <= WIDE - 5 and 4 <= down <= HIGH - 3, piece


def test_each_side_bears_its_deck_and_its_number(printed: Printed) -> None:
    front, back = printed("cut", "--pack", "cards")["cards"].pages[:2]
    assert len(list(find("开口的话", front))) == len(list(find("开口的话", back))) == COLUMNS * ROWS
    assert list(find("客户说", front)) and list(find("我可以说", back))


def test_a_page_that_is_not_full_leaves_gaps_on_the_other_side_of_its_back(printed: Printed) -> None:
    back = printed("cut", "--pack", "cards", "--flip", "short")["cards"].pages[3]
    assert {place(piece, back)[0] for piece in places(back)} == {2, 3}


@pytest.mark.parametrize(
    ("characters", "fit"),
    [(1, "large"), (36, "large"), (37, "middle"), (80, "middle"), (140, "small"), (141, "tiny"), (281, "least")],
)
def test_long_texts_are_smaller(characters: int, fit: str) -> None:
    assert Side(deck="", number=1, head="", html="话" * characters).fit == fit


def test_turning_the_paper_twice_about_the_same_edge_changes_nothing() -> None:
    sides = [Side(deck="", number=number, head="", html="") for number in range(COLUMNS * ROWS)]
    assert turned(turned(sides, "long"), "long") == turned(turned(sides, "short"), "short") == sides
    assert turned(turned(sides, "long"), "short") == sides[::-1]
