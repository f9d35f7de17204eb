"""A plot as numbers, ready to be searched: nodes, meters and skills by their places, tests as functions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ssg.blocks.roleplay import graph
from ssg.blocks.roleplay.model import RATING, Choice, Criterion, Effect, Node, Plot, Test
from ssg.blocks.roleplay.play import COMPARE

Values = tuple[int, ...]
"""The meters, then the skills that some condition reads."""
Tests = Sequence[tuple[int, Callable[[int, int], bool], int]]
"""Each the place of a value, a comparison, a number."""
RATED = -1
"""The place of the self-rating in a test."""
UNREAD = -1
"""The place of a skill that no condition reads, in an effect."""


@dataclass(slots=True, kw_only=True)
class Act:
    """A choice or a line of a self-rating: ``effects`` are (place, change).

    ``once`` is the bit that remembers its points, 0 where none need be. ``worked`` and ``taken`` are notes of a search:
    which effects ever changed a meter, whether it was ever done.
    """

    tests: Tests
    to: int
    effects: Sequence[tuple[int, int]]
    points: int
    once: int
    worked: list[bool]
    taken: bool = False
    results: dict[tuple[Values, bool], Values] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Stop:
    """A node. ``counter`` and ``width`` are where its visits are counted, ``keep`` what of the past matters in it.

    ``always_open`` are the numbers of its choices where none has a condition. ``fired``, ``visited`` and ``decided``
    are notes of a search: which routes ever led on, whether anybody was there, whether anybody had to decide there.
    """

    ending: bool
    quiet: bool
    writing: bool
    times: int
    instead: int
    counter: int
    width: int
    keep: int
    routes: Sequence[tuple[Tests, int]]
    otherwise: int | None
    acts: Sequence[Act]
    always_open: Sequence[int]
    late: int | None
    fired: list[bool]
    visited: bool = False
    decided: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Compiled:
    """A plot in numbers: what the values are called, what they are at the beginning, each meter's range, the nodes."""

    names: Sequence[str]
    opening: Values
    ranges: Sequence[tuple[int, int]]
    stops: Sequence[Stop]


def compile_plot(plot: Plot, counted: Sequence[str]) -> Compiled:
    """The plot with the points of the skills that are to be counted."""
    read = {test.name for test in _tests(plot)}
    starts = {meter.name: meter.start for meter in plot.meters.values()}
    starts |= {skill: 0 for skill in plot.skills if skill in read}
    return Compiled(
        names=list(starts),
        opening=tuple(starts.values()),
        ranges=[(meter.low, meter.high) for meter in plot.meters.values()],
        stops=_Compiler(plot, {name: at for at, name in enumerate(starts)}, counted).stops(),
    )


def _tests(plot: Plot) -> Iterator[Test]:
    for node in plot.nodes.values():
        for route in node.routes:
            yield from route.tests
        for choice in node.choices:
            yield from choice.tests


class _Compiler:
    """Turns nodes to numbers, and gives out bits for marks: each loop's are apart, so that others can be dropped."""

    def __init__(self, plot: Plot, places: Mapping[str, int], counted: Sequence[str]) -> None:
        self._plot, self._places, self._counted = plot, places, counted
        self._number = {id: at for at, id in enumerate(plot.nodes)}
        loops = enumerate(graph.loops(graph.ways(plot)), start=1)
        self._loop = {id: number for number, loop in loops for id in loop}
        self._used = 0
        self._kept: dict[int, int] = {}

    def stops(self) -> Sequence[Stop]:
        """The nodes in order."""
        nodes = self._plot.nodes.values()
        stops = [self._stop(node, self._loop.get(node.id, 0)) for node in nodes]
        for stop, node in zip(stops, nodes, strict=True):
            stop.keep = self._kept.get(self._loop.get(node.id, 0), 0)
        return stops

    def _stop(self, node: Node, loop: int) -> Stop:
        width = (1 << node.cap.times.bit_length()) - 1 if node.cap and loop else 0
        free = not any(choice.tests for choice in node.choices)
        lines = [self._line(line, loop) for line in node.writing.criteria] if node.writing else []
        return Stop(
            ending=node.ending is not None,
            quiet=not node.lines,
            writing=node.writing is not None,
            times=node.cap.times if node.cap else 0,
            instead=self._number[node.cap.to] if node.cap else 0,
            counter=self._take(width, loop) if width else 0,
            width=width,
            keep=0,
            routes=[(self._compiled(route.tests), self._number[route.to]) for route in node.routes],
            otherwise=self._number[node.otherwise.to] if node.otherwise else None,
            acts=lines if node.writing else [self._choice(choice, loop) for choice in node.choices],
            always_open=range(len(node.choices)) if free else (),
            late=self._number[node.timer.to] if node.timer else None,
            fired=[False] * len(node.routes),
        )

    def _choice(self, choice: Choice, loop: int) -> Act:
        return self._act(choice.effects, self._compiled(choice.tests), self._number[choice.to], loop)

    def _line(self, line: Criterion, loop: int) -> Act:
        return self._act(line.effects, (), 0, loop)

    def _act(self, effects: Sequence[Effect], tests: Tests, to: int, loop: int) -> Act:
        skilled = any(effect.name in self._plot.skills for effect in effects)
        return Act(
            tests=tests,
            to=to,
            effects=[(self._places.get(effect.name, UNREAD), effect.change) for effect in effects],
            points=sum(effect.change for effect in effects if effect.name in self._counted),
            once=1 << self._take(1, loop) if loop and skilled else 0,
            worked=[False] * len(effects),
        )

    def _compiled(self, tests: Sequence[Test]) -> Tests:
        return [
            (RATED if test.name == RATING else self._places[test.name], COMPARE[test.sign], test.number)
            for test in tests
        ]

    def _take(self, mask: int, loop: int) -> int:
        """The lowest of as many bits as the mask has."""
        at = self._used
        self._used += mask.bit_length()
        self._kept[loop] = self._kept.get(loop, 0) | mask << at
        return at
