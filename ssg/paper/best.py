"""The best play of a scene in words: the way to its best grade that gives away least, and the best of each node."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from ssg.blocks.roleplay.machine import ON, Machine
from ssg.blocks.roleplay.model import Choice, Node
from ssg.blocks.roleplay.scene import Scene
from ssg.blocks.roleplay.search import Space, explore
from ssg.blocks.roleplay.study import ranks, study


@dataclass(frozen=True, slots=True, kw_only=True)
class Best:
    """``steps`` are nodes with what is said there, None for words of one's own, the last the ending.

    ``picks`` are the ids of the best choices of each node. There are no steps where the plays cannot be counted.
    """

    steps: Sequence[tuple[Node, Choice | None]]
    picks: Mapping[str, AbstractSet[str]]


def best_of(scene: Scene) -> Best:
    """The best play of a scene without errors: of those that say the best line most often the shortest."""
    plot = scene.plot
    nodes = list(plot.nodes.values())
    picks = {
        nodes[at].id: frozenset(nodes[at].choices[pick].id for pick in best if 0 <= pick < len(nodes[at].choices))
        for at, best in study(plot).best.items()
    }
    space = explore(Machine(plot))
    return Best(steps=_steps(nodes, space, ranks(plot)) if space else [], picks=picks)


def _steps(nodes: Sequence[Node], space: Space, ranked: Sequence[int]) -> Sequence[tuple[Node, Choice | None]]:
    moves = _best_moves(space, ranked)
    state = 0
    steps: list[tuple[Node, Choice | None]] = []
    while space.ways[state]:
        node, pick = nodes[space.moments[state][0]], space.moves[state].picks[moves[state]]
        if pick != ON:
            steps.append((node, node.choices[pick] if node.choices else None))
        state = space.ways[state][moves[state]]
    return [*steps, (nodes[space.moments[state][0]], None)]


def _best_moves(space: Space, ranked: Sequence[int]) -> Sequence[int]:
    """The move of each moment that leads to the best ending; on the way it gives away the fewest points, then turns.

    Points given away are those that another line would have earned there; whoever goes in circles may earn more.
    """
    worth = [(ranked[moment[0]], 0, 0) for moment in space.moments]
    moves = [0] * len(space.moments)
    for state in reversed(space.order):
        points = space.moves[state].points
        ahead = [
            (worth[to][0], worth[to][1] + max(points) - won, worth[to][2] + 1)
            for won, to in zip(points, space.ways[state], strict=True)
        ]
        if ahead:
            worth[state] = min(ahead)
            moves[state] = ahead.index(worth[state])
    return moves
