"""The rules of play, as pure functions from a state to the next; the browser's half is ``play.js``.

*Arriving* at a node counts a visit. A node whose 最多 is used up leads elsewhere instead, uncounted. Then the
routes of the node are asked (those of a free-text turn only after the self-rating); a node with nothing to show is
passed at once.

*Effects* are applied in the author's order, each clamped to its meter's range. The skill points of a choice or of
a line of a self-rating count once a play.

*The skill profile* compares points won with points available at the first decision in each node. Available are,
for each skill, the most points that any choice then open gives (a self-rating: the sum of its lines); won are the
points of what the learner did, minus points included, or nothing when the time ran out. Coming back to a node
changes neither.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ssg.blocks.roleplay.model import RATING, Choice, Effect, Node, Plot, Test

Phase = Literal["choose", "write", "continue", "ending", "stuck"]

COMPARE = {
    "≥": int.__ge__,
    "≤": int.__le__,
    ">": int.__gt__,
    "<": int.__lt__,
    "=": int.__eq__,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """What the learner does: ``choose`` (id), ``write`` (ticked ids), ``continue`` or ``timeout``."""

    kind: Literal["choose", "write", "continue", "timeout"]
    choice: str = ""
    ticks: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A moment of a play. ``next`` is where a route leads on, or empty; ``won`` and ``available`` make the profile."""

    node: str
    next: str
    meters: Mapping[str, int]
    skills: Mapping[str, int]
    visits: Mapping[str, int]
    taken: frozenset[tuple[str, str]]
    decided: frozenset[str]
    won: Mapping[str, int]
    available: Mapping[str, int]


def begin(plot: Plot) -> State:
    """The state in which a play opens."""
    nothing = dict.fromkeys(plot.skills, 0)
    state = State(
        node="",
        next="",
        meters={meter.name: meter.start for meter in plot.meters.values()},
        skills=nothing,
        visits={},
        taken=frozenset(),
        decided=frozenset(),
        won=nothing,
        available=nothing,
    )
    return _arrive(plot, state, plot.start.id)


def phase(plot: Plot, state: State) -> Phase:
    """What the learner can do now."""
    node = plot.nodes[state.node]
    if node.ending:
        return "ending"
    if state.next:
        return "continue"
    if node.writing:
        return "write"
    return "choose" if offered(plot, state) else "stuck"


def offered(plot: Plot, state: State) -> Sequence[Choice]:
    """The choices of the node whose conditions hold."""
    return [choice for choice in plot.nodes[state.node].choices if _hold(choice.tests, state, 0)]


def step(plot: Plot, state: State, move: Move) -> State | None:
    """The state after a move; None where the move is not possible."""
    node, now = plot.nodes[state.node], phase(plot, state)
    if move.kind == "timeout":
        return _time_out(plot, state, node) if node.timer and now in ("choose", "write") else None
    if move.kind == "continue":
        return _arrive(plot, state, state.next) if now == "continue" else None
    if move.kind == "choose" and now == "choose":
        return _choose(plot, state, move.choice)
    if move.kind == "write" and now == "write":
        return _write(plot, state, node, move.ticks)
    return None


def _time_out(plot: Plot, state: State, node: Node) -> State:
    assert node.timer is not None
    return _arrive(plot, _decide(plot, state, ()), node.timer.to)


def _choose(plot: Plot, state: State, id: str) -> State | None:
    choice = next((choice for choice in offered(plot, state) if choice.id == id), None)
    if choice is None:
        return None
    decided = _decide(plot, state, choice.effects)
    return _arrive(plot, _apply(plot, decided, choice.id, choice.effects), choice.to)


def _write(plot: Plot, state: State, node: Node, ticks: Sequence[str]) -> State | None:
    assert node.writing is not None
    ticked = [criterion for criterion in node.writing.criteria if criterion.id in ticks]
    if len(ticked) < len(set(ticks)):
        return None
    state = _decide(plot, state, [effect for criterion in ticked for effect in criterion.effects])
    for criterion in ticked:
        state = _apply(plot, state, criterion.id, criterion.effects)
    return _arrive(plot, state, _route(node, state, len(ticked)))


def _decide(plot: Plot, state: State, done: Sequence[Effect]) -> State:
    """Note, at the first decision in a node, what could be won there and what was."""
    if state.node in state.decided:
        return state
    return replace(
        state,
        decided=state.decided | {state.node},
        won={skill: points + _points(skill, done) for skill, points in state.won.items()},
        available={skill: points + _most(plot, state, skill) for skill, points in state.available.items()},
    )


def _most(plot: Plot, state: State, skill: str) -> int:
    """The most points of a skill that the learner can win in this node now."""
    writing = plot.nodes[state.node].writing
    if writing:
        return sum(max(0, _points(skill, criterion.effects)) for criterion in writing.criteria)
    return max((max(0, _points(skill, choice.effects)) for choice in offered(plot, state)), default=0)


def _points(skill: str, effects: Sequence[Effect]) -> int:
    return sum(effect.change for effect in effects if effect.name == skill)


def _apply(plot: Plot, state: State, id: str, effects: Sequence[Effect]) -> State:
    meters, skills = dict(state.meters), dict(state.skills)
    once = (state.node, id) not in state.taken
    for effect in effects:
        meter = plot.meters.get(effect.name)
        if meter:
            meters[meter.name] = min(meter.high, max(meter.low, meters[meter.name] + effect.change))
        elif once:
            skills[effect.name] += effect.change
    return replace(state, meters=meters, skills=skills, taken=state.taken | {(state.node, id)})


def _arrive(plot: Plot, state: State, id: str) -> State:
    while True:
        node = plot.nodes[id]
        if node.cap and state.visits.get(id, 0) >= node.cap.times:
            id = node.cap.to
            continue
        state = replace(state, node=id, next="", visits={**state.visits, id: state.visits.get(id, 0) + 1})
        following = "" if node.writing else _route(node, state, 0)
        if following and not node.lines:
            id = following
            continue
        return replace(state, next=following)


def _route(node: Node, state: State, rating: int) -> str:
    """Where the node's routes lead now, or an empty string where the learner decides."""
    for route in node.routes:
        if _hold(route.tests, state, rating):
            return route.to
    return node.otherwise.to if node.otherwise else ""


def _hold(tests: Sequence[Test], state: State, rating: int) -> bool:
    return all(COMPARE[test.sign](_value(test.name, state, rating), test.number) for test in tests)


def _value(name: str, state: State, rating: int) -> int:
    if name == RATING:
        return rating
    return state.meters[name] if name in state.meters else state.skills[name]
