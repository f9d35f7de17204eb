"""What a scene can come to: by every play where that can be counted, else by many random plays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from statistics import fmean

from ssg.blocks.roleplay.blind import PLAYS, Play, random_plays
from ssg.blocks.roleplay.compiled import Stop
from ssg.blocks.roleplay.machine import ON, Machine
from ssg.blocks.roleplay.model import Plot
from ssg.blocks.roleplay.search import MOST_STATES, Space, Worth, evaluate, explore, flow

Step = tuple[int, int | None]
"""A node, and the number of the choice or of ticks there; None when the time ran out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SoftLock:
    """A moment in which no choice is open, with all that conditions ask for, and the shortest play found to it."""

    node: int
    values: Mapping[str, int]
    path: Sequence[Step]


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """Nodes are numbered as in the plot.

    ``stops`` know what was ever visited, offered, fired and of effect. ``shares`` say how likely each ending is when
    every choice is blind; ``best`` are the choices of each node with the best prospects. ``points`` are the most, the
    least and, blindly, the expected skill points; ``detour`` is where the most points need a poorer choice first, and
    how many points that gives away. Only an ``exhaustive`` study can say that something never happens.
    """

    exhaustive: bool
    states: int
    stops: Sequence[Stop]
    locks: Sequence[SoftLock]
    shares: Mapping[int, float]
    best: Mapping[int, AbstractSet[int]]
    points: tuple[int, int, float]
    detour: tuple[int, int] | None


def ranks(plot: Plot) -> Sequence[int]:
    """How good it is to be in each node: 0 in an ending with the best grade; the same in all that end nothing."""
    grades = list(plot.grades)
    return [
        grades.index(node.ending.grade) if node.ending and node.ending.grade else len(grades)
        for node in plot.nodes.values()
    ]


@lru_cache(maxsize=200)
def study(plot: Plot) -> Study:
    """What can be found out about a plot without errors."""
    return study_up_to(plot, MOST_STATES)


def study_up_to(plot: Plot, most: int) -> Study:
    """A study that counts at most so many moments before it throws dice instead."""
    machine = Machine(plot)
    space = explore(machine, most)
    found = _counted(plot, machine, space) if space else _sampled(plot, machine, most)
    machine.forget()  # studies are kept, and what was worked out on the way is large
    return found


def _counted(plot: Plot, machine: Machine, space: Space) -> Study:
    worth, mass = evaluate(space, ranks(plot)), flow(space)
    shares: dict[int, float] = {}
    for state, (node, _, _) in enumerate(space.moments):
        if not space.ways[state]:
            shares[node] = shares.get(node, 0.0) + mass[state]
    return Study(
        exhaustive=True,
        states=len(space.moments),
        stops=machine.stops,
        locks=_locks(space, machine),
        shares=shares,
        best=_best(space, worth),
        points=(worth.most[0], worth.least[0], worth.expected[0]),
        detour=_detour(space, worth),
    )


def _locks(space: Space, machine: Machine) -> Sequence[SoftLock]:
    """For each node the soft lock that is nearest."""
    found: dict[int, SoftLock] = {}
    for state, (node, values, _) in enumerate(space.moments):
        if not space.ways[state] and not machine.stops[node].ending and node not in found:
            told = dict(zip(machine.names, values, strict=True))
            found[node] = SoftLock(node=node, values=told, path=_steps(space, state))
    return list(found.values())


def _steps(space: Space, state: int) -> Sequence[Step]:
    steps: list[Step] = []
    for at, move in space.path(state):
        pick = None if move < 0 else space.moves[at].picks[move]
        if pick != ON:
            steps.append((space.moments[at][0], pick))
    return steps


def _best(space: Space, worth: Worth) -> Mapping[int, AbstractSet[int]]:
    """By the best grade, then the most points, then the best chance that a choice leaves open in any moment."""
    found: dict[int, dict[int, tuple[int, int, float]]] = {}
    for state, (node, _, _) in enumerate(space.moments):
        moves = space.moves[state]
        here = found.setdefault(node, {})
        for pick, points, to in zip(moves.picks, moves.points, space.ways[state], strict=True):
            value = -worth.grade[to], points + worth.most[to], worth.share[to]
            if pick not in here or value > here[pick]:
                here[pick] = value
    return {node: _highest(values) for node, values in found.items() if values}


def _highest(values: Mapping[int, tuple[float, ...]]) -> AbstractSet[int]:
    """The picks of the highest value; what differs by rounding alone is equal."""
    rounded = {pick: tuple(round(part, 9) for part in value) for pick, value in values.items()}
    return {pick for pick, value in rounded.items() if value == max(rounded.values())}


def _detour(space: Space, worth: Worth) -> tuple[int, int] | None:
    """Follow the play with the most points that gives away the least, to where it first does."""
    state = 0
    while worth.lost[state]:
        points = space.moves[state].points
        lost, to = min(
            (max(points) - won, to)
            for won, to in zip(points, space.ways[state], strict=True)
            if won + worth.most[to] == worth.most[state] and max(points) - won + worth.lost[to] == worth.lost[state]
        )
        if lost:
            return space.moments[state][0], lost
        state = to
    return None


def _sampled(plot: Plot, machine: Machine, most: int) -> Study:
    """What chance shows. Plays end up where they do; a choice is as good as the plays that took it."""
    order = ranks(plot)
    ends: Counter[int] = Counter()
    locks: dict[int, SoftLock] = {}
    taken: dict[int, dict[int, list[int]]] = {}
    points = []
    for play in random_plays(machine):
        node, values, _ = play.last
        ends[node] += 1
        points.append(play.points)
        for (at, _, _), moves, move in play.steps:
            taken.setdefault(at, {}).setdefault(moves.picks[move], []).append(-order[node])
        if not machine.stops[node].ending and not machine.moves(play.last).picks:
            lock = SoftLock(node=node, values=dict(zip(machine.names, values, strict=True)), path=_said(play))
            locks[node] = min(lock, locks.get(node, lock), key=lambda each: len(each.path))
    return Study(
        exhaustive=False,
        states=most,
        stops=machine.stops,
        locks=list(locks.values()),
        shares={node: count / PLAYS for node, count in ends.items()},
        best={node: _highest({pick: (fmean(all),) for pick, all in picks.items()}) for node, picks in taken.items()},
        points=(max(points), min(points), fmean(points)),
        detour=None,
    )


def _said(play: Play) -> Sequence[Step]:
    return [(moment[0], moves.picks[move]) for moment, moves, move in play.steps if moves.picks[move] != ON]
