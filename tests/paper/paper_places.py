"""Where texts stand on a page of a PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from pypdf import PageObject, PdfReader

Printed = Callable[..., Mapping[str, PdfReader]]
MILLIMETRE = 72 / 25.4


class Piece(NamedTuple):
    """A piece of text and where it begins, in millimetres from the left and the top of its page."""

    text: str
    left: float
    top: float


def size(page: PageObject) -> tuple[float, float]:
    """The width and the height of a page in millimetres."""
    return float(page.mediabox.width) / MILLIMETRE, float(page.mediabox.height) / MILLIMETRE


def pieces(page: PageObject) -> list[Piece]:
    """Every piece of text of a page, as the PDF holds it: often a single character."""
    found: list[Piece] = []
    high = size(page)[1]

    def visit(text: str, matrix: Any, own: Any, *_: Any) -> None:
        if text.strip():
            left = own[4] * matrix[0] + own[5] * matrix[2] + matrix[4]
            bottom = own[4] * matrix[1] + own[5] * matrix[3] + matrix[5]
            found.append(Piece(text.strip(), left / MILLIMETRE, high - bottom / MILLIMETRE))

    page.extract_text(visitor_text=visit)
    return found


def find(words: str, page: PageObject) -> Iterator[Piece]:
    """Where the words begin, each time they stand on the page."""
    found = pieces(page)
    for at in range(len(found)):
        if "".join(piece.text for piece in found[at : at + len(words)]).startswith(words):
            yield found[at]
