"""Plays by learners who do not think: dice, and those who always take the longest choice, the first, the politest."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ssg.blocks.roleplay.machine import ON, Machine, Moment, Moves
from ssg.blocks.roleplay.model import Choice, Plot
from ssg.wording import breadth, listed

PLAYS = 20_000
LONGEST_PLAY = 500
_SEED = "role-play"

Policy = Callable[[int, Choice], int]
POLICIES: Mapping[str, Policy] = {
    "longest": lambda at, choice: breadth(choice.text),
    "shortest": lambda at, choice: -breadth(choice.text),
    "first": lambda at, choice: -at,
    "last": lambda at, choice: at,
    "politest": lambda at, choice: len(listed("polite", choice.text)),
}
"""What each takes the most of, of a choice and its number; of equals the one that stands first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Play:
    """A play to its end: each moment with the number of the move made there, then the moment it ended in."""

    steps: Sequence[tuple[Moment, Moves, int]]
    last: Moment

    @property
    def points(self) -> int:
        """The skill points it came to."""
        return sum(moves.points[move] for _, moves, move in self.steps)

    @property
    def turns(self) -> int:
        """How often the learner said something."""
        return sum(moves.picks[move] != ON for _, moves, move in self.steps)


def random_plays(machine: Machine, plays: int = PLAYS) -> Iterator[Play]:
    """Plays by dice, the same ones every time."""
    dice = random.Random(_SEED)
    known: dict[Moment, Moves] = {}

    def find(moment: Moment) -> Moves:
        stop = machine.stops[moment[0]]
        if stop.writing and not stop.ending:
            return machine.ticked(moment, [dice.random() < 0.5 for _ in stop.acts])
        moves = known.get(moment)
        if moves is None:
            moves = known[moment] = machine.moves(moment)
        return moves

    for _ in range(plays):
        yield _play(machine, find, lambda _, moves: int(dice.random() * len(moves.picks)))


def naive_play(plot: Plot, machine: Machine, policy: str) -> Play:
    """The play of somebody who goes by one feature of the choices and ticks every line of a self-rating."""
    rule = POLICIES[policy]
    nodes = list(plot.nodes.values())

    def move(moment: Moment, moves: Moves) -> int:
        node = nodes[moment[0]]
        if node.writing:
            return max(range(len(moves.picks)), key=moves.picks.__getitem__)
        if moves.picks[0] == ON:
            return 0
        return max(range(len(moves.picks)), key=lambda at: rule(moves.picks[at], node.choices[moves.picks[at]]))

    return _play(machine, machine.moves, move)


def is_decisive(plot: Plot, play: Play, policy: str) -> bool:
    """Whether the policy told one choice from all others wherever there was a choice."""
    rule = POLICIES[policy]
    nodes = list(plot.nodes.values())
    for (node, _, _), moves, _ in play.steps:
        choices = nodes[node].choices
        if choices and not nodes[node].writing and moves.picks[0] != ON:
            marks = [rule(pick, choices[pick]) for pick in moves.picks]
            if marks.count(max(marks)) > 1:
                return False
    return True


def _play(machine: Machine, find: Callable[[Moment], Moves], move: Callable[[Moment, Moves], int]) -> Play:
    moment = machine.begin()
    steps: list[tuple[Moment, Moves, int]] = []
    while len(steps) < LONGEST_PLAY:
        moves = find(moment)
        if not moves.picks:
            break
        made = move(moment, moves)
        steps.append((moment, moves, made))
        moment = moves.targets[made]
    return Play(steps=steps, last=moment)
