"""What a map shows: a box for each node, and the ways out of it in the order in which they are printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Literal, Protocol

from ssg.blocks.roleplay.map.texts import is_wide, measure, wrap
from ssg.blocks.roleplay.model import RATING, Line, Node, Route
from ssg.blocks.roleplay.scene import Scene

Sort = Literal["choice", "conditional", "route", "onward", "timer", "cap"]

NAME_SIZE, SIZE = 9.0, 8.0
NAME_ROOM, ROOM = 14.6, 16.4
"""Sizes of the names and of the other texts in points, and how many characters of them a line of a box holds."""


class Words(Protocol):
    """The words of the page in a language."""

    def __getitem__(self, key: str) -> object: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way out: ``mark`` is what stands where it leaves the box, empty for a lone arrow."""

    to: str
    mark: str
    sort: Sort


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A node as lines of text; the ``name`` begins with the number under which the node is printed."""

    name: Sequence[str]
    texts: Sequence[str]
    ending: bool
    ways: Sequence[Way]


def boxes_of(scene: Scene, t: Words) -> Mapping[str, Box]:
    """The boxes by the ids of their nodes."""
    return {id: _box(node, scene.numbers[id], t) for id, node in scene.plot.nodes.items()}


def _box(node: Node, number: int, t: Words) -> Box:
    return Box(
        name=wrap(f"{number} {node.name}", NAME_ROOM, 2),
        texts=list(_texts(node, t)),
        ending=node.ending is not None,
        ways=list(_ways(node)),
    )


def _texts(node: Node, t: Words) -> Iterator[str]:
    """The grade of an ending; else how the node begins, that the learner writes, and what its routes ask."""
    if node.ending:
        yield from wrap(" · ".join(filter(None, [str(t["map_ending"]), node.ending.grade])), ROOM, 1)
        return
    if node.lines:
        yield from wrap(_said(node.lines[0]), ROOM, 1)
    if node.writing:
        yield from wrap(str(t["map_writing"]), ROOM, 1)
    asked = [_asked(route, t) for route in node.routes]
    if node.otherwise and node.routes:
        asked.append(str(t["map_else"]))
    yield from _together([f"{number} {each}" for number, each in enumerate(asked, 1)])


def _said(line: Line) -> str:
    words = line.html.striptags()
    colon = "：" if is_wide(line.speaker[-1:]) else ": "
    return f"{line.speaker}{colon}{words}" if line.speaker else words


def _together(texts: Sequence[str]) -> Iterator[str]:
    """As many of the texts in a line as it holds."""
    line = ""
    for each in texts:
        if line and measure(f"{line} · {each}") > ROOM:
            yield from wrap(line, ROOM, 2)
            line = ""
        line = f"{line} · {each}" if line else each
    if line:
        yield from wrap(line, ROOM, 2)


def _asked(route: Route, t: Words) -> str:
    names = ((t["map_rating"] if test.name == RATING else test.name, test) for test in route.tests)
    return " + ".join(f"{name}{test.sign}{test.number}" for name, test in names)


def _ways(node: Node) -> Iterator[Way]:
    for letter, choice in zip(ascii_uppercase, node.choices, strict=False):
        yield Way(to=choice.to, mark=letter, sort="conditional" if choice.tests else "choice")
    for number, route in enumerate(node.routes, 1):
        yield Way(to=route.to, mark=str(number), sort="route")
    if node.otherwise:
        mark = str(len(node.routes) + 1) if node.routes else ""
        yield Way(to=node.otherwise.to, mark=mark, sort="route" if mark else "onward")
    if node.timer:
        yield Way(to=node.timer.to, mark=f"{node.timer.seconds}″", sort="timer")
    if node.cap:
        yield Way(to=node.cap.to, mark=f"×{node.cap.times}", sort="cap")
