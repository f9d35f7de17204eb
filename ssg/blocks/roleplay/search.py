"""Every moment that any play of a scene can come to, and what each is worth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ssg.blocks.roleplay.machine import Machine, Moment, Moves

MOST_STATES = 50_000
MOST_MOVES = 1_000_000
MOST_LINES = 12
"""Of a self-rating: each doubles the moves of its node."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Space:
    """All moments, ``0`` the first; ``ways[s]`` are the numbers of ``moves[s].targets``.

    ``came[s]`` is by which move of which moment the shortest play comes there (-1: the time ran out). ``order`` has
    every moment before those that follow it: without a loop that lacks a 最多, no play comes to the same moment twice.
    """

    moments: Sequence[Moment]
    moves: Sequence[Moves]
    ways: Sequence[Sequence[int]]
    late: Sequence[int | None]
    came: Sequence[tuple[int, int]]
    order: Sequence[int]

    def path(self, state: int) -> Sequence[tuple[int, int]]:
        """The shortest play to a moment, as (moment, move)."""
        steps: list[tuple[int, int]] = []
        while state:
            steps.append(self.came[state])
            state = self.came[state][0]
        return steps[::-1]


def explore(machine: Machine, most: int = MOST_STATES) -> Space | None:
    """Every moment, nearest first; None where there are too many."""
    if any(stop.writing and len(stop.acts) > MOST_LINES for stop in machine.stops):
        return None
    moments = [machine.begin()]
    number = {moments[0]: 0}
    came: list[tuple[int, int]] = [(0, 0)]
    moves: list[Moves] = []
    ways: list[Sequence[int]] = []
    late: list[int | None] = []
    total = 0

    def find(moment: Moment, state: int, move: int) -> int:
        found = number.setdefault(moment, len(moments))
        if found == len(moments):
            moments.append(moment)
            came.append((state, move))
        return found

    for state, moment in enumerate(moments):  # grows on the way
        possible = machine.moves(moment)
        moves.append(possible)
        ways.append([find(target, state, move) for move, target in enumerate(possible.targets)])
        timed = machine.time_out(moment) if machine.stops[moment[0]].late is not None else None
        late.append(None if timed is None else find(timed, state, -1))
        total += len(possible.picks)
        if len(moments) > most or total > MOST_MOVES:
            return None
    return Space(moments=moments, moves=moves, ways=ways, late=late, came=came, order=_sorted(ways, late))


def _sorted(ways: Sequence[Sequence[int]], late: Sequence[int | None]) -> Sequence[int]:
    """Each before those it leads to: the order in which a walk into the depth finishes, turned round."""
    finished: list[int] = []
    begun = bytearray(len(ways))
    walk = [0]
    while walk:
        state = walk.pop()
        if state < 0:
            finished.append(~state)
        elif not begun[state]:
            begun[state] = 1
            timed = late[state]
            walk.append(~state)
            walk += ways[state] if timed is None else [*ways[state], timed]
    return finished[::-1]


class Worth(NamedTuple):
    """What is still to come from each moment on.

    ``grade`` is the rank of the best grade that can be reached, ``most`` and ``least`` the skill points that can,
    ``lost`` what the best sum gives away at single decisions, ``expected`` the points and ``share`` the chance of the
    scene's best grade when every choice is blind.
    """

    grade: list[int]
    most: list[int]
    least: list[int]
    lost: list[int]
    expected: list[float]
    share: list[float]


def evaluate(space: Space, ranks: Sequence[int]) -> Worth:
    """The worth of every moment; ``ranks`` of the nodes: 0 for an ending with the best grade, and so on down."""
    size = len(space.moments)
    worth = Worth([0] * size, [0] * size, [0] * size, [0] * size, [0.0] * size, [0.0] * size)
    for state in reversed(space.order):
        ways = space.ways[state]
        if ways:
            _weigh(state, ways, space.moves[state], worth)
        else:
            rank = ranks[space.moments[state][0]]
            worth.grade[state] = rank
            worth.share[state] = float(rank == 0)
    return worth


def _weigh(state: int, ways: Sequence[int], moves: Moves, worth: Worth) -> None:
    grade, most, least, lost, expected, share = worth
    points, odds = moves.points, moves.odds
    if len(ways) == 1:
        to, won = ways[0], points[0]
        grade[state], lost[state], share[state] = grade[to], lost[to], share[to]
        most[state], least[state], expected[state] = won + most[to], won + least[to], won + expected[to]
        return
    here = max(points)
    top, top_lost = points[0] + most[ways[0]], here - points[0] + lost[ways[0]]
    rank, low, mean, hope = grade[ways[0]], points[0] + least[ways[0]], 0.0, 0.0
    for to, won, odd in zip(ways, points, odds, strict=True):  # one walk: this is what a search spends its time on
        total, given = won + most[to], here - won + lost[to]
        if total > top or (total == top and given < top_lost):
            top, top_lost = total, given
        rank = min(rank, grade[to])
        low = min(low, won + least[to])
        mean += odd * (won + expected[to])
        hope += odd * share[to]
    grade[state], most[state], least[state], lost[state] = rank, top, low, top_lost
    expected[state], share[state] = mean, hope


def flow(space: Space) -> Sequence[float]:
    """How likely each moment is to be come to when every choice is blind and nobody runs out of time."""
    mass = [0.0] * len(space.moments)
    mass[0] = 1.0
    for state in space.order:
        if mass[state]:
            for odds, to in zip(space.moves[state].odds, space.ways[state], strict=True):
                mass[to] += mass[state] * odds
    return mass
