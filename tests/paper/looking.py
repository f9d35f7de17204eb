"""What stands where on a page of a PDF: its pieces of text with their places, its lines, its ruled lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from pypdf import PageObject, PdfReader
from pypdf.generic import Destination, DictionaryObject

MM = 72 / 25.4
LEFT, RIGHT, TOP, BOTTOM = 20 * MM, 18 * MM, 22 * MM, 20 * MM
"""The margins of a page, in points."""


class Piece(NamedTuple):
    """A bit of text: where its baseline begins, from the lower left corner in points, and its size."""

    x: float
    y: float
    size: float
    text: str


def pieces(page: PageObject) -> Sequence[Piece]:
    """All visible text of a page."""
    assert isinstance(page.pdf, PdfReader)
    return _pieces(page.pdf, page.page_number or 0)


@cache
def _pieces(reader: PdfReader, number: int) -> Sequence[Piece]:
    """Looking takes a while, and many look."""
    found: list[Piece] = []

    def seen(text: str, cm: Sequence[float], tm: Sequence[float], font: object, size: float) -> None:
        if text.strip():
            x, y = (tm[4] * cm[i] + tm[5] * cm[i + 2] + cm[i + 4] for i in (0, 1))
            found.append(Piece(x, y, round(abs(size * tm[3] * cm[3]), 2), text.strip("\n")))

    reader.pages[number].extract_text(visitor_text=seen)
    return found


def body(page: PageObject) -> list[Piece]:
    """The text of a page without its running heads and feet."""
    height = float(page.mediabox.height)
    return [piece for piece in pieces(page) if BOTTOM - 1 < piece.y < height - TOP + 1]


def lines(found: Sequence[Piece]) -> list[str]:
    """The pieces as lines without blanks, from top to bottom; what differs by a hair stands on one line."""
    rows: list[list[Piece]] = []
    for piece in sorted(found, key=lambda piece: -piece.y):
        if rows and rows[-1][0].y - piece.y < 2:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return ["".join(each.text for each in sorted(row)).replace(" ", "") for row in rows]


def height_of(page: PageObject, words: str) -> float:
    """How high the first line that begins with these words stands, in points from the foot of the page."""
    rows: defaultdict[float, list[Piece]] = defaultdict(list)
    for piece in body(page):
        rows[piece.y].append(piece)
    begun = [y for y, row in rows.items() if "".join(each.text for each in sorted(row)).startswith(words)]
    return max(begun)


def text_of(reader: PdfReader) -> str:
    """All text without blanks, running heads and feet, as one runs over the pages with the eye."""
    return "".join(line for page in reader.pages for line in lines(body(page)))


def rules(page: PageObject) -> list[tuple[float, float, float]]:
    """The thin horizontal lines of a page: (from the left, from the foot, length) in points, the highest first."""
    found: list[tuple[float, float, float]] = []

    def seen(operator: bytes, operands: Sequence[float], cm: Sequence[float], tm: Sequence[float]) -> None:
        if operator == b"re":
            x, y, width, height = map(float, operands)
            if abs(height * cm[3]) < 1.6 and abs(width * cm[0]) > 60:
                found.append((x * cm[0] + cm[4], y * cm[3] + cm[5], abs(width * cm[0])))

    page.extract_text(visitor_operand_before=seen)
    return sorted(found, key=lambda rule: -rule[1])


def outline(reader: PdfReader) -> list[tuple[int, str, int]]:
    """The entries of the outline in order: (depth, title, page from 1)."""

    def walk(entries: Sequence[object], depth: int) -> Iterator[tuple[int, str, int]]:
        for entry in entries:
            if isinstance(entry, list):
                yield from walk(entry, depth + 1)
            elif isinstance(entry, Destination):
                yield depth, str(entry.title), (reader.get_destination_page_number(entry) or 0) + 1

    return list(walk(reader.outline, 0))


def pages_with(reader: PdfReader, words: str) -> list[int]:
    """The pages, from 1, on which these words stand."""
    return [number for number, page in enumerate(reader.pages, 1) if words in "".join(lines(body(page)))]


def fonts(reader: PdfReader) -> Mapping[str, bool]:
    """Every font by its name, and whether it is in the file."""
    found: dict[str, bool] = {}
    for page in reader.pages:
        resources = page["/Resources"]
        assert isinstance(resources, DictionaryObject)
        for reference in resources.get("/Font", {}).values():
            font = reference.get_object()
            inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
            descriptor = inner.get("/FontDescriptor", {})
            inside = font["/Subtype"] == "/Type3" or any(key in descriptor for key in ("/FontFile2", "/FontFile3"))
            found[str(font.get("/BaseFont", font["/Subtype"]))] = inside
    return found


class Place(NamedTuple):
    """A piece of text and where it begins, in millimetres from the left and the top of its page."""

    text: str
    left: float
    top: float


def size(page: PageObject) -> tuple[float, float]:
    """The width and the height of a page in millimetres."""
    return float(page.mediabox.width) / MM, float(page.mediabox.height) / MM


def places(page: PageObject) -> list[Place]:
    """Every piece of text of a page as one measures with a ruler."""
    high = size(page)[1]
    return [Place(each.text.strip(), each.x / MM, high - each.y / MM) for each in pieces(page)]


def find(words: str, page: PageObject) -> Iterator[Place]:
    """Where the words begin, each time they stand on the page."""
    found = places(page)
    for at in range(len(found)):
        if "".join(piece.text for piece in found[at : at + len(words)]).startswith(words):
            yield found[at]
