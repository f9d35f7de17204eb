"""A plot compiled for searching: the rules of ``play.py`` on numbers, each answer worked out once.

A moment is ``(node, values, marks)``. *Values* are the meters, then the skills that some condition reads. *Marks* hold,
as bits, what can still matter of the past: visits of capped nodes and skill points already given, both only of the
loop (strongly connected part) that play is in; whoever leaves a loop never comes back to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from ssg.blocks.roleplay import graph
from ssg.blocks.roleplay.model import RATING, Choice, Criterion, Node, Plot, Test
from ssg.blocks.roleplay.play import COMPARE

Values = tuple[int, ...]
Moment = tuple[int, Values, int]
Tests = Sequence[tuple[int, Callable[[int, int], bool], int]]
_RATING = -1
_UNREAD = -1
ON = -1
"""The pick of a moment that goes on by itself."""


class Moves(NamedTuple):
    """What can be done in a moment: ``picks[i]`` leads to ``targets[i]``, earns ``points[i]``; blindly, ``odds[i]``.

    A pick is the number of a choice, or in a free-text turn how many lines of the self-rating are ticked.
    """

    picks: Sequence[int]
    points: Sequence[int]
    odds: Sequence[float]
    targets: Sequence[Moment]


@dataclass(slots=True, kw_only=True)
class Act:
    """A choice or a line of a self-rating. ``once`` is the bit that remembers its points, 0 where none need be."""

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

    ``always_open`` are the numbers of its choices where none has a condition.
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


class Machine:
    """Plays of one scene; it notes on the way what was ever visited, offered, fired and of effect.

    Points are those of all skills, or of the one given.
    """

    def __init__(self, plot: Plot, skill: str = "") -> None:
        self._skills = {skill} if skill else set(plot.skills)
        read = {test.name for test in _tests(plot)}
        self._meters = [(meter.low, meter.high) for meter in plot.meters.values()]
        starts = {meter.name: meter.start for meter in plot.meters.values()}
        starts |= {skill: 0 for skill in plot.skills if skill in read}
        self._at = {name: at for at, name in enumerate(starts)}
        self._opening = tuple(starts.values())
        self._arrivals: dict[Moment, Moment] = {}
        self._offers: dict[tuple[int, Values], Sequence[int]] = {}
        self.stops = self._compile(plot)

    def begin(self) -> Moment:
        """The moment in which a play opens."""
        return self._arrive(0, self._opening, 0)

    def moves(self, moment: Moment) -> Moves:
        """What can be done, apart from letting the time run out; nothing in an ending and in a soft lock."""
        node, values, marks = moment
        stop = self.stops[node]
        if stop.ending:
            return _NOTHING
        if stop.writing:
            stop.decided = True
            return self._write(stop, values, marks)
        following = self._route(stop, values, 0)
        if following is not None:
            return Moves((ON,), (0,), (1.0,), (self._arrive(following, values, marks),))
        stop.decided = True
        return self._choose(node, stop, values, marks)

    def time_out(self, moment: Moment) -> Moment | None:
        """Where the play goes on when the time runs out."""
        node, values, marks = moment
        stop = self.stops[node]
        if stop.late is None or stop.ending:
            return None
        open_now = stop.writing or (self._route(stop, values, 0) is None and self.offered(node, values))
        return self._arrive(stop.late, values, marks) if open_now else None

    def ticked(self, moment: Moment, ticks: Sequence[bool]) -> Moves:
        """The one move of a free-text turn in which just these lines of the self-rating are ticked."""
        node, values, marks = moment
        stop = self.stops[node]
        points = 0
        for act in (act for act, tick in zip(stop.acts, ticks, strict=True) if tick):
            again = bool(marks & act.once)
            points += 0 if again else act.points
            values, marks = self._apply(act, values, again), marks | act.once
        target = self._arrive(self._led(stop, values, sum(ticks)), values, marks)
        return Moves((sum(ticks),), (points,), (1.0,), (target,))

    def offered(self, node: int, values: Values) -> Sequence[int]:
        """The numbers of the choices whose conditions hold."""
        stop = self.stops[node]
        if stop.always_open:
            return stop.always_open
        found = self._offers.get((node, values))
        if found is None:
            acts = stop.acts
            found = self._offers[node, values] = [at for at, act in enumerate(acts) if _hold(act.tests, values, 0)]
        return found

    def _choose(self, node: int, stop: Stop, values: Values, marks: int) -> Moves:
        picks = self.offered(node, values)
        if not picks:
            return _NOTHING
        points, targets = [], []
        for pick in picks:
            act = stop.acts[pick]
            again = bool(marks & act.once)
            points.append(0 if again else act.points)
            targets.append(self._arrive(act.to, self._apply(act, values, again), marks | act.once))
        return Moves(picks, points, _even(len(picks)), targets)

    def _write(self, stop: Stop, values: Values, marks: int) -> Moves:
        """Every set of ticks; those that come to the same are one move."""
        results: dict[tuple[int, int, Values, int], float] = {(0, 0, values, marks): 1.0}
        for act in stop.acts:
            ticked: dict[tuple[int, int, Values, int], float] = {}
            for (rating, points, before, past), odds in results.items():
                again = bool(past & act.once)
                won = points if again else points + act.points
                result = rating + 1, won, self._apply(act, before, again), past | act.once
                for each in ((rating, points, before, past), result):
                    ticked[each] = ticked.get(each, 0.0) + odds / 2
            results = ticked
        moves = [
            (rating, points, odds, self._arrive(self._led(stop, after, rating), after, past))
            for (rating, points, after, past), odds in results.items()
        ]
        return Moves(*(tuple(column) for column in zip(*moves, strict=True)))

    def _apply(self, act: Act, values: Values, again: bool) -> Values:
        result = act.results.get((values, again))
        if result is not None:
            return result
        act.taken = True
        after = list(values)
        for number, (at, change) in enumerate(act.effects):
            if 0 <= at < len(self._meters):
                low, high = self._meters[at]
                moved = min(high, max(low, after[at] + change))
                act.worked[number] |= moved != after[at]
                after[at] = moved
            elif at != _UNREAD and not again:
                after[at] += change
        act.results[values, again] = tuple(after)
        return act.results[values, again]

    def _arrive(self, to: int, values: Values, marks: int) -> Moment:
        key = to, values, marks
        found = self._arrivals.get(key)
        if found is None:
            found = self._arrivals[key] = self._travel(to, values, marks)
        return found

    def _travel(self, to: int, values: Values, marks: int) -> Moment:
        while True:
            stop = self.stops[to]
            if stop.times and (marks >> stop.counter) & stop.width >= stop.times:
                to = stop.instead
                continue
            marks = (marks & stop.keep) + (1 << stop.counter if stop.width else 0)
            stop.visited = True
            following = None if stop.writing else self._route(stop, values, 0)
            if following is None or not stop.quiet:
                return to, values, marks
            to = following

    def _route(self, stop: Stop, values: Values, rating: int) -> int | None:
        if not stop.routes:
            return stop.otherwise
        for number, (tests, to) in enumerate(stop.routes):
            if _hold(tests, values, rating):
                stop.fired[number] = True
                return to
        return stop.otherwise

    def _led(self, stop: Stop, values: Values, rating: int) -> int:
        to = self._route(stop, values, rating)
        assert to is not None, "a free-text turn without a way on is an error (RP415)"
        return to

    def _compile(self, plot: Plot) -> Sequence[Stop]:
        number = {id: at for at, id in enumerate(plot.nodes)}
        loop_of = {id: at for at, loop in enumerate(graph.loops(graph.ways(plot)), start=1) for id in loop}
        bits = _Bits()
        stops = [self._stop(node, number, loop_of.get(node.id, 0), bits) for node in plot.nodes.values()]
        for stop, node in zip(stops, plot.nodes.values(), strict=True):
            stop.keep = bits.kept.get(loop_of.get(node.id, 0), 0)
        return stops

    def _stop(self, node: Node, number: dict[str, int], loop: int, bits: _Bits) -> Stop:
        width = (1 << node.cap.times.bit_length()) - 1 if node.cap and loop else 0
        writing = node.writing
        free = not any(choice.tests for choice in node.choices)
        return Stop(
            ending=node.ending is not None,
            quiet=not node.lines,
            writing=writing is not None,
            times=node.cap.times if node.cap else 0,
            instead=number[node.cap.to] if node.cap else 0,
            counter=bits.take(width, loop) if width else 0,
            width=width,
            keep=0,
            routes=[(self._compiled(route.tests), number[route.to]) for route in node.routes],
            otherwise=number[node.otherwise.to] if node.otherwise else None,
            acts=[self._act(each, number, loop, bits) for each in (writing.criteria if writing else node.choices)],
            always_open=range(len(node.choices)) if free else (),
            late=number[node.timer.to] if node.timer else None,
            fired=[False] * len(node.routes),
        )

    def _act(self, told: Choice | Criterion, number: dict[str, int], loop: int, bits: _Bits) -> Act:
        skilled = any(effect.name not in self._at or self._is_skill(effect.name) for effect in told.effects)
        return Act(
            tests=self._compiled(told.tests) if isinstance(told, Choice) else (),
            to=number[told.to] if isinstance(told, Choice) else 0,
            effects=[(self._at.get(effect.name, _UNREAD), effect.change) for effect in told.effects],
            points=sum(effect.change for effect in told.effects if effect.name in self._skills),
            once=1 << bits.take(1, loop) if loop and skilled else 0,
            worked=[False] * len(told.effects),
        )

    def _is_skill(self, name: str) -> bool:
        return self._at.get(name, len(self._meters)) >= len(self._meters)

    def _compiled(self, tests: Sequence[Test]) -> Tests:
        return [
            (_RATING if test.name == RATING else self._at[test.name], COMPARE[test.sign], test.number) for test in tests
        ]


class _Bits:
    """Room for marks: each loop's are apart, so that those of the others can be dropped."""

    def __init__(self) -> None:
        self._used = 0
        self.kept: dict[int, int] = {}

    def take(self, mask: int, loop: int) -> int:
        """The lowest of as many bits as the mask has."""
        at = self._used
        self._used += mask.bit_length()
        self.kept[loop] = self.kept.get(loop, 0) | mask << at
        return at


_NOTHING = Moves((), (), (), ())


@cache
def _even(picks: int) -> Sequence[float]:
    return (1 / picks,) * picks


def _hold(tests: Tests, values: Values, rating: int) -> bool:
    return all(compare(rating if at == _RATING else values[at], number) for at, compare, number in tests)


def _tests(plot: Plot) -> Iterator[Test]:
    for node in plot.nodes.values():
        for route in node.routes:
            yield from route.tests
        for choice in node.choices:
            yield from choice.tests
