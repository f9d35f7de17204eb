"""The rules of ``play.py`` on a compiled plot, each answer worked out once.

A moment is ``(node, values, marks)``. *Values* are the meters, then the skills that some condition reads. *Marks* hold,
as bits, what can still matter of the past: visits of capped nodes and skill points already given, both only of the
loop (strongly connected part) that play is in; whoever leaves a loop never comes back to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ssg.blocks.roleplay.compiled import RATED, UNREAD, Act, Stop, Tests, Values, compile_plot
from ssg.blocks.roleplay.model import Plot

Moment = tuple[int, Values, int]
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


class Machine:
    """Plays of one scene; it notes on the way what was ever visited, offered, fired and of effect.

    Points are those of all skills, or of the one given.
    """

    def __init__(self, plot: Plot, skill: str = "") -> None:
        compiled = compile_plot(plot, [skill] if skill else list(plot.skills))
        self.stops, self.names = compiled.stops, compiled.names
        self._opening, self._ranges = compiled.opening, compiled.ranges
        self._arrivals: dict[Moment, Moment] = {}
        self._offers: dict[tuple[int, Values], Sequence[int]] = {}

    def forget(self) -> None:
        """Keep the notes only, not what was worked out."""
        self._arrivals.clear()
        self._offers.clear()
        for act in (act for stop in self.stops for act in stop.acts):
            act.results.clear()

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
            if 0 <= at < len(self._ranges):
                low, high = self._ranges[at]
                moved = min(high, max(low, after[at] + change))
                act.worked[number] |= moved != after[at]
                after[at] = moved
            elif at != UNREAD and not again:
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


_NOTHING = Moves((), (), (), ())


@cache
def _even(picks: int) -> Sequence[float]:
    return (1 / picks,) * picks


def _hold(tests: Tests, values: Values, rating: int) -> bool:
    return all(compare(rating if at == RATED else values[at], number) for at, compare, number in tests)
