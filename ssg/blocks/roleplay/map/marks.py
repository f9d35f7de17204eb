"""The shapes that maps and their legends are drawn with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from ssg.blocks.roleplay.map.plan import NAME_SIZE, SIZE, Box, Sort

LEADING, PAD = 10.4, 4.2
PORT = 13.0
"""How far below its box the mark of a way reaches."""

DASHES: dict[Sort, str] = {"route": "4 2.5", "onward": "4 2.5", "timer": "1.2 2.2", "cap": "1.2 2.2"}


def height_of(box: Box) -> float:
    """How high a box must be for its texts."""
    return LEADING * (len(box.name) + len(box.texts)) + 2 * PAD


def box_shape(box: Box, x: float, y: float, wide: float, high: float) -> Markup:
    """A box from its left top corner; endings are round and heavy."""
    corner, line = (min(high / 2, 17), 1.8) if box.ending else (2, 0.9)
    outline = Markup('<rect x="{}" y="{}" width="{}" height="{}" rx="{}" stroke-width="{}"/>').format(
        n(x), n(y), n(wide), n(high), n(corner), line
    )
    return outline + Markup().join(_texts(box, x + wide / 2, y + (high - height_of(box)) / 2 + PAD))


def _texts(box: Box, x: float, y: float) -> Iterator[Markup]:
    for at, line in enumerate([*box.name, *box.texts], 1):
        name = at <= len(box.name)
        yield text(x, y + at * LEADING - 2.4, line, NAME_SIZE if name else SIZE, bold=name)


def sign(x: float, y: float, words: str) -> Markup:
    """A mark or a number, which reads from left to right in every language."""
    return text(x, y, words, bold=True).replace(Markup("<text "), Markup('<text direction="ltr" '))


def text(x: float, y: float, words: str, size: float = SIZE, bold: bool = False) -> Markup:
    """A line about its middle, so that the direction of its language does not move it."""
    weight = Markup(' font-weight="700"') if bold else ""
    return Markup('<text x="{}" y="{}" font-size="{}"{}>{}</text>').format(n(x), n(y), n(size), weight, words)


def mark(x: float, y: float, words: str, sort: Sort) -> Markup:
    """What stands where a way leaves its box: a letter in a ring, a number in a square, or a word of its own."""
    middle = y + PORT / 2
    dashes = Markup(' stroke-dasharray="2 1.6"') if sort == "conditional" else ""
    ring = Markup('<circle cx="{}" cy="{}" r="5.7" stroke-width=".8"{}/>').format(n(x), n(middle), dashes)
    square = Markup('<rect x="{}" y="{}" width="10" height="10" stroke-width=".8"/>').format(n(x - 5), n(middle - 5))
    shape = ring if sort in ("choice", "conditional") else square if sort == "route" else ""
    return Markup("{}{}").format(shape, sign(x, middle + 2.9, words)) if words else Markup()


def line(points: Sequence[tuple[float, float]], sort: Sort) -> Markup:
    """A way through points, from one row to the next in a curve that leaves and comes from above."""
    (x, y), *others = points
    path = [f"M{n(x)} {n(y)}"]
    for to, under in others:
        half = (y + under) / 2
        path.append(f"V{n(under)}" if to == x else f"C{n(x)} {n(half)} {n(to)} {n(half)} {n(to)} {n(under)}")
        x, y = to, under
    dashes = Markup(' stroke-dasharray="{}"').format(DASHES[sort]) if sort in DASHES else ""
    return Markup('<path d="{}" stroke-width=".9"{}/>').format("".join(path), dashes)


def head(x: float, y: float) -> Markup:
    """The head of an arrow that comes from above."""
    path = f"M{n(x)} {n(y)}l-2.8-5.5h5.6z"
    return Markup('<path d="{}" fill="currentColor" stroke="none"/>').format(path)


def n(number: float) -> str:
    """A number as short as a tenth of a point allows."""
    return f"{number:.1f}".removesuffix(".0")
