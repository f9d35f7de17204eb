"""The best play of a scene in words: what to say at each node to come to the best ending with the most points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from ssg.blocks.roleplay.machine import ON, Machine
from ssg.blocks.roleplay.model import Choice, Node
from ssg.blocks.roleplay.scene import Scene
from ssg.blocks.roleplay.study import study

LONGEST = 60
"""A best play that has not ended after so many steps goes round in circles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Best:
    """``steps`` are nodes with what is said there, None for words of one's own, the last the ending.

    ``picks`` are the ids of the best choices of each node. There are no steps where one play does not show them all.
    """

    steps: Sequence[tuple[Node, Choice | None]]
    picks: Mapping[str, AbstractSet[str]]


def best_of(scene: Scene) -> Best:
    """The best play of a scene without errors; where several are equally good, the first in the author's order."""
    plot, found = scene.plot, study(scene.plot)
    nodes = list(plot.nodes.values())
    picks = {
        nodes[at].id: frozenset(nodes[at].choices[pick].id for pick in best if 0 <= pick < len(nodes[at].choices))
        for at, best in found.best.items()
    }
    return Best(steps=_steps(nodes, Machine(plot), found.best), picks=picks)


def _steps(
    nodes: Sequence[Node], machine: Machine, best: Mapping[int, AbstractSet[int]]
) -> Sequence[tuple[Node, Choice | None]]:
    moment = machine.begin()
    steps: list[tuple[Node, Choice | None]] = []
    while len(steps) < LONGEST:
        node, moves = nodes[moment[0]], machine.moves(moment)
        wanted = best.get(moment[0], frozenset())
        if not moves.picks:
            return [*steps, (node, None)]
        move = next((at for at, pick in enumerate(moves.picks) if pick in wanted), None)
        if move is None:  # what is best here at other moments is closed at this one
            return []
        pick = moves.picks[move]
        if pick != ON:
            steps.append((node, node.choices[pick] if node.choices else None))
        moment = moves.targets[move]
    return []
