"""A map as SVG: in the colour of the text around it, told apart by shapes and words, its sizes in points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from markupsafe import Markup

from ssg.blocks.roleplay.graph import ways
from ssg.blocks.roleplay.map.layout import BOX, Layout, Spot, lay_out
from ssg.blocks.roleplay.map.legend import group, legend
from ssg.blocks.roleplay.map.marks import PORT, box_shape, head, height_of, line, mark, n, sign
from ssg.blocks.roleplay.map.plan import Box, Way, Words, boxes_of
from ssg.blocks.roleplay.scene import Scene

WIDE, TALL = 440.0, 590.0
"""What A4 and Letter have room for in a narrow column, below a heading and above a legend, in points."""

LEAST = 0.89
"""The least scale at which the smallest text still has seven points."""

TRIES = ((3, 99), (2, 99), (3, 4), (2, 4), (3, 2), (3, 1))
"""Boxes in a row, and how many rows down ways are drawn, until the map is narrow enough."""

BETWEEN, START, CUT = 37.0, 18.0, 8.0
"""From row to row; above the first one; how far above a row a map is cut that goes on elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """The boxes, where they stand, and the top and the height of each row."""

    boxes: Mapping[str, Box]
    numbers: Mapping[str, int]
    layout: Layout
    tops: Sequence[float]
    heights: Sequence[float]

    def begin(self, row: int) -> float:
        """Where a picture begins whose first row this is."""
        return self.tops[row] - CUT if row else 0.0

    def end(self, row: int) -> float:
        """Where a picture ends whose last row this is."""
        return self.begin(row + 1) if row + 1 < len(self.heights) else self.tops[row] + self.heights[row] + PORT + CUT


def map_of(scene: Scene, t: Words, tall: float = TALL) -> Markup:
    """The map of a scene without errors in an element of the class ``map``: SVGs, none above ``tall``, and a legend.

    There is no id, no style and no colour in it: many may stand in a document, under any policy, on paper or screen.
    """
    drawing = _drawing(scene, t)
    scale = max(LEAST, min(1.0, WIDE / drawing.layout.width, tall / drawing.end(len(drawing.heights) - 1)))
    pictures = [_svg(scene, drawing, rows, scale, t) for rows in _parts(drawing, tall / scale)]
    found = [(id, way) for id, box in drawing.boxes.items() for way in box.ways]
    tags = {_tag(drawing, id, way)[0] for id, way in found if not drawing.layout.down(id, way.to)}
    pictures.append(legend({way.sort for _, way in found}, tags, t, WIDE))
    return Markup('<div class="map">\n{}\n</div>').format(Markup("\n").join(pictures))


def _drawing(scene: Scene, t: Words) -> Drawing:
    graph, boxes = ways(scene.plot), boxes_of(scene, t)
    layouts = (lay_out(graph, most, reach) for most, reach in TRIES)
    layout = next(each for each in layouts if each.width * LEAST <= WIDE)
    heights = [0.0] * (max(layout.row.values()) + 1)
    for id, row in layout.row.items():
        heights[row] = max(heights[row], height_of(boxes[id]))
    tops = list(accumulate((high + BETWEEN for high in heights[:-1]), initial=START))
    return Drawing(boxes=boxes, numbers=scene.numbers, layout=layout, tops=tops, heights=heights)


def _parts(drawing: Drawing, tall: float) -> Iterator[range]:
    """The rows of each picture."""
    first = 0
    for row in range(1, len(drawing.heights)):
        if drawing.end(row) - drawing.begin(first) > tall:
            yield range(first, row)
            first = row
    yield range(first, len(drawing.heights))


def _svg(scene: Scene, drawing: Drawing, rows: range, scale: float, t: Words) -> Markup:
    top = drawing.begin(rows[0])
    wide, high = drawing.layout.width + 2, drawing.end(rows[-1]) - top
    shapes = Markup().join(_shapes(drawing, rows))
    return Markup(
        '<svg role="img" viewBox="-1 {} {} {}" width="{}pt" height="{}pt"><title>{}</title><desc>{}</desc>{}</svg>'
    ).format(
        *map(n, (top, wide, high, wide * scale, high * scale)),
        str(t["map_title"]).format(name=scene.title),
        " ".join(_told(scene, drawing)),
        group(shapes),
    )


def _told(scene: Scene, drawing: Drawing) -> Iterator[str]:
    """The map in words, for those who do not see it."""
    for id, box in drawing.boxes.items():
        told = ", ".join(f"{way.mark} → {drawing.numbers[way.to]}".strip() for way in box.ways)
        yield f"{drawing.numbers[id]} {scene.plot.nodes[id].name}{': ' if told else ''}{told};"


def _shapes(drawing: Drawing, rows: range) -> Iterator[Markup]:
    """The start, the boxes of the rows with the marks of their ways, and the lines that are seen among them."""
    if not rows[0]:
        yield _start(drawing)
    for id, row in drawing.layout.row.items():
        if row in rows:
            box, x = drawing.boxes[id], drawing.layout.middle[id, row] - BOX / 2
            high = height_of(box) if box.ending else drawing.heights[row]
            yield box_shape(box, x, drawing.tops[row], BOX, high)
        yield from _ways(drawing, id, rows)


def _start(drawing: Drawing) -> Markup:
    start = next(iter(drawing.boxes))
    row = drawing.layout.row[start]
    x, y = drawing.layout.middle[start, row], drawing.tops[row]
    dot = Markup('<circle cx="{}" cy="{}" r="3" fill="currentColor" stroke="none"/>').format(n(x), n(y - 14))
    return dot + line([(x, y - 14), (x, y - 3)], "choice") + head(x, y)


def _ways(drawing: Drawing, id: str, rows: range) -> Iterator[Markup]:
    row = drawing.layout.row[id]
    under = drawing.tops[row] + drawing.heights[row]
    for x, way in _ports(drawing, id):
        spots = drawing.layout.down(id, way.to)
        if row in rows:
            yield mark(x, under, way.mark, way.sort)
            yield Markup() if spots else sign(x, under + PORT + 8, _tag(drawing, id, way))
        if spots and row <= rows[-1] and spots[-1][1] >= rows[0]:
            yield _line(drawing, spots, x, under + (PORT if way.mark else 0), way)


def _ports(drawing: Drawing, id: str) -> Iterator[tuple[float, Way]]:
    """The ways out from left to right by where they go; in between, where no line passes, those that are not drawn."""
    layout = drawing.layout
    box, middle = drawing.boxes[id], layout.middle[id, layout.row[id]]

    def aim(way: Way) -> float:
        spots = layout.down(id, way.to)
        return layout.middle[spots[0]] if spots else middle

    for at, way in enumerate(sorted(box.ways, key=aim)):
        yield middle + BOX * ((at + 0.5) / len(box.ways) - 0.5), way


def _tag(drawing: Drawing, id: str, way: Way) -> str:
    """What stands for a way that is not drawn: up or down, and the number of the box."""
    row = drawing.layout.row
    return f"{'↑' if row[way.to] <= row[id] else '↓'}{drawing.numbers[way.to]}"


def _line(drawing: Drawing, spots: Sequence[Spot], x: float, y: float, way: Way) -> Markup:
    """A way from below its mark down to the head of its arrow; where it passes a row, straight between the boxes."""
    points = [(x, y)]
    for spot in spots:
        to, row = drawing.layout.middle[spot], spot[1]
        points += [(to, drawing.tops[row]), (to, drawing.tops[row] + drawing.heights[row])]
    x, y = points[-2]
    return line([*points[:-2], (x, y - 3)], way.sort) + head(x, y)
