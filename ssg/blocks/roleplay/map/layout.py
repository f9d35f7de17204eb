"""Where the boxes of a map stand: in rows from the start downward, with few crossings, and nothing over anything else.

The rows come of longest paths, their order of barycentres (Sugiyama, Tagawa and Toda 1981), the places in them of
least squares. Ways that pass a row have a lane in it, and all ways to a box share their lanes.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import accumulate, pairwise
from statistics import fmean

from ssg.blocks.roleplay.graph import Graph, loops

BOX, LANE, GAP = 140.0, 4.0, 10.0
"""Widths in points."""

ROUNDS = 24

Spot = tuple[str, int]
"""A node and a row: its box if it stands there, else the lane to it."""
Rows = Sequence[Sequence[Spot]]
Ways = Mapping[Spot, Sequence[Spot]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The row of each node, and the middle of each spot from the left; ways are drawn ``reach`` rows down."""

    width: float
    row: Mapping[str, int]
    middle: Mapping[Spot, float]
    reach: int

    def down(self, source: str, target: str) -> Sequence[Spot]:
        """The spots that a way runs through from below its source; none where it leads back up or too far down."""
        rows = range(self.row[source] + 1, self.row[target] + 1)
        return [(target, row) for row in rows] if len(rows) <= self.reach else []


def lay_out(graph: Graph, most: int, reach: int) -> Layout:
    """A layout with at most so many boxes in a row, the same for the same graph."""
    row = _rows(_forward(graph), most)
    below: dict[Spot, list[Spot]] = {spot: [] for spot in row.items()}
    for source, others in graph.items():
        for target in others:
            if 0 < row[target] - row[source] <= reach:
                _lead((source, row[source]), (target, row[target]), below)
    rows: list[list[Spot]] = [[] for _ in range(max(row.values()) + 1)]
    for spot in below:
        rows[spot[1]].append(spot)
    above = _turned(below)
    wide = {spot: BOX if row[spot[0]] == spot[1] else LANE for spot in below}
    width = max(_least(each, wide) for each in rows)
    middle = _middles(_ordered(rows, below, above), below, above, wide, width)
    return Layout(width=width, row=row, middle=middle, reach=reach)


def _forward(graph: Graph) -> Graph:
    """The graph without the ways that close a loop: those back to what the author wrote before."""
    order = {node: at for at, node in enumerate(graph)}
    loop = {node: at for at, nodes in enumerate(loops(graph)) for node in nodes}

    def closes(node: str, other: str) -> bool:
        return node in loop and loop[node] == loop.get(other) and order[other] <= order[node]

    return {
        node: [other for other in dict.fromkeys(others) if not closes(node, other)] for node, others in graph.items()
    }


def _rows(forward: Graph, most: int) -> dict[str, int]:
    """Each node below all that lead to it, as high as there is room."""
    order = {node: at for at, node in enumerate(forward)}
    missing = dict.fromkeys(forward, 0)
    for others in forward.values():
        for other in others:
            missing[other] += 1
    ready = [(0, order[node], node) for node, count in missing.items() if not count]
    heapify(ready)
    taken: dict[int, int] = {}
    earliest, row = dict.fromkeys(forward, 0), {}
    while ready:
        at, turn, node = heappop(ready)
        if taken.get(at, 0) == most:
            heappush(ready, (at + 1, turn, node))
            continue
        taken[at] = taken.get(at, 0) + 1
        row[node] = at
        for other in forward[node]:
            earliest[other] = max(earliest[other], at + 1)
            missing[other] -= 1
            if not missing[other]:
                heappush(ready, (earliest[other], order[other], other))
    return row


def _lead(source: Spot, target: Spot, below: dict[Spot, list[Spot]]) -> None:
    """Lead a way down, in the lanes that others to the same box have."""
    spots = [source, *((target[0], row) for row in range(source[1] + 1, target[1] + 1))]
    for above, under in pairwise(spots):
        ways = below.setdefault(above, [])
        if under not in ways:
            ways.append(under)


def _turned(below: Ways) -> Ways:
    above: dict[Spot, list[Spot]] = {spot: [] for spot in below}
    for spot, others in below.items():
        for other in others:
            above[other].append(spot)
    return above


def _ordered(rows: Rows, below: Ways, above: Ways) -> Rows:
    """The rows with the fewest crossings that going down and up by turns comes upon."""
    best, fewest = rows, _crossings(rows, below)
    for turn in range(ROUNDS):
        rows = _sorted(rows, above) if turn % 2 == 0 else _sorted(rows[::-1], below)[::-1]
        crossings = _crossings(rows, below)
        if crossings < fewest:
            best, fewest = rows, crossings
    return best


def _sorted(rows: Rows, ways: Ways) -> Rows:
    """Each row after the first by the mean places of its neighbours in the one before."""
    done = [rows[0]]
    for row in rows[1:]:
        place = {spot: at / len(done[-1]) for at, spot in enumerate(done[-1])}
        own = {spot: at / len(row) for at, spot in enumerate(row)}
        means = {spot: fmean([place[other] for other in ways[spot]] or [own[spot]]) for spot in row}
        done.append(sorted(row, key=means.__getitem__))
    return done


def _crossings(rows: Rows, below: Ways) -> int:
    count = 0
    for upper, lower in pairwise(rows):
        place = {spot: at for at, spot in enumerate(lower)}
        seen: list[int] = []
        for spot in upper:
            ends = sorted(place[other] for other in below[spot])
            count += sum(len(seen) - bisect_right(seen, end) for end in ends)
            for end in ends:
                insort(seen, end)
    return count


def _middles(rows: Rows, below: Ways, above: Ways, wide: Mapping[Spot, float], width: float) -> Mapping[Spot, float]:
    """Every spot as near to its neighbours as the order and the width allow."""
    middle: dict[Spot, float] = {}
    for row in rows:
        room = (width - _least(row, wide)) / 2
        middle.update(zip(row, (at + room for at in _packed(row, wide)), strict=True))
    for turn in range(ROUNDS):
        for row in rows if turn % 2 == 0 else rows[::-1]:
            wanted = [fmean([middle[to] for to in (*above[spot], *below[spot])] or [middle[spot]]) for spot in row]
            middle.update(zip(row, _spread(wanted, _packed(row, wide), width - _least(row, wide)), strict=True))
    return middle


def _least(row: Sequence[Spot], wide: Mapping[Spot, float]) -> float:
    return sum(wide[spot] for spot in row) + GAP * (len(row) - 1)


def _packed(row: Sequence[Spot], wide: Mapping[Spot, float]) -> list[float]:
    """The middles of a row that begins at the left and has no gaps but the least."""
    steps = ((wide[one] + wide[other]) / 2 + GAP for one, other in pairwise(row))
    return list(accumulate(steps, initial=wide[row[0]] / 2))


def _spread(wanted: Sequence[float], packed: Sequence[float], room: float) -> Iterator[float]:
    """The places nearest to those wanted that keep the order and the gaps: least squares by pooling."""
    pools: list[tuple[float, int]] = []
    for want, least in zip(wanted, packed, strict=True):
        pools.append((want - least, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (second, n), (first, m) = pools.pop(), pools.pop()
            pools.append(((first * m + second * n) / (m + n), m + n))
    shifts = (min(max(shift, 0.0), room) for shift, count in pools for _ in range(count))
    return (least + shift for least, shift in zip(packed, shifts, strict=True))
