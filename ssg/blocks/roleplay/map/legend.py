"""The legend of a map: only what the map shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from functools import partial

from markupsafe import Markup

from ssg.blocks.roleplay.map.marks import mark, n, sign, text
from ssg.blocks.roleplay.map.plan import SIZE, Sort, Words
from ssg.blocks.roleplay.map.texts import measure

SAMPLE, LINE = 26.0, 17.0
MARKS: dict[Sort, str] = {"choice": "A", "conditional": "A", "route": "1", "timer": "30″", "cap": "×2"}

Item = tuple[Callable[[float, float], Markup], str]


def legend(sorts: AbstractSet[Sort], tags: AbstractSet[str], t: Words, wide: float) -> Markup:
    """What the marks mean that are in use, as many beside each other as there is room for."""
    shapes, x, y = Markup(), 0.0, 0.0
    for draw, words in _items(sorts, tags, t):
        room = SAMPLE + measure(words) * SIZE + 14
        if x and x + room > wide:
            x, y = 0.0, y + LINE
        shapes += draw(x + SAMPLE / 2, y) + text(x + SAMPLE + (room - SAMPLE - 14) / 2 + 3, y + 9.4, words)
        x += room
    frame = Markup('<svg class="legend" viewBox="0 0 {0} {1}" width="{0}pt" height="{1}pt" aria-hidden="true">')
    return frame.format(n(wide), n(y + LINE)) + group(shapes) + Markup("</svg>")


def group(shapes: Markup) -> Markup:
    """Shapes in the colour of the text around the picture."""
    start = Markup('<g fill="none" stroke="currentColor" text-anchor="middle">')
    return start + shapes.replace(Markup("<text "), Markup('<text fill="currentColor" stroke="none" ')) + Markup("</g>")


def _items(sorts: AbstractSet[Sort], tags: AbstractSet[str], t: Words) -> Iterator[Item]:
    for sort, sample in MARKS.items():
        if sort in sorts:
            yield partial(_mark, sample, sort), str(t[f"map_{sort}"])
    if "onward" in sorts:
        yield _dashes, str(t["map_onward"])
    for tag, words in (("↑", "map_up"), ("↓", "map_down")):
        if tag in tags:
            yield partial(_tag, tag), str(t[words])
    yield _ending, str(t["map_ending"])


def _mark(sample: str, sort: Sort, x: float, y: float) -> Markup:
    return mark(x, y, sample, sort)


def _tag(tag: str, x: float, y: float) -> Markup:
    return sign(x, y + 9.4, tag)


def _dashes(x: float, y: float) -> Markup:
    return Markup('<path d="M{} {}h22" stroke-width=".9" stroke-dasharray="4 2.5"/>').format(n(x - 11), n(y + 6.5))


def _ending(x: float, y: float) -> Markup:
    return Markup('<rect x="{}" y="{}" width="20" height="10" rx="5" stroke-width="1.8"/>').format(
        n(x - 10), n(y + 1.5)
    )
