"""The faults that only playing shows: what never happens, where play gets stuck, and what is too easy or too hard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import prod

from ssg.blocks.roleplay.blind import PLAYS, POLICIES, Play, is_decisive, naive_play
from ssg.blocks.roleplay.compiled import Stop
from ssg.blocks.roleplay.machine import Machine
from ssg.blocks.roleplay.model import Choice, Criterion, Node, Plot
from ssg.blocks.roleplay.reading import shorten
from ssg.blocks.roleplay.study import SoftLock, Step, Study, ranks, study
from ssg.problems import Problem, Span

EASY = 0.6
"""From this share of blind plays on, the best grade says little."""
LUCKY = 0.05
"""A naive learner's success counts where dice would make the same choices less often."""
NAIVE = {"longest": "RP605", "shortest": "RP606", "first": "RP607", "last": "RP608", "politest": "RP609"}


def check_outcomes(plot: Plot) -> Iterator[Problem]:
    """Every fault of how plays go; the plot must have no errors."""
    found = study(plot)
    yield from (_soft_lock(lock, plot) for lock in found.locks)
    if found.exhaustive:
        yield from _never(plot, found)
        yield from _grades(plot, found)
        yield from _detour(plot, found)
    else:
        yield _sampled(plot, found)
    yield from _easy(plot, found)
    yield from _naive(plot)


def _problem(code: str, span: Span, **values: str | int) -> Problem:
    return Problem(code=code, span=span, values=values)


def _soft_lock(lock: SoftLock, plot: Plot) -> Problem:
    node = list(plot.nodes.values())[lock.node]
    meters = "、".join(f"{name} {value}" for name, value in lock.values.items())
    path = " → ".join([*(_told(step, plot) for step in lock.path), node.name])
    return _problem("RP502", node.span, name=node.name, meters=meters or "–", path=path)


def _told(step: Step, plot: Plot) -> str:
    """A move in any language: the node, and the choice said or the lines ticked there; ``…`` when time ran out."""
    node, pick = list(plot.nodes.values())[step[0]], step[1]
    if pick is None:
        return f"{node.name} …"
    return f"{node.name} ✓{pick}" if node.writing else f"{node.name}“{shorten(node.choices[pick].text)}”"


def _never(plot: Plot, found: Study) -> Iterator[Problem]:
    for node, stop in zip(plot.nodes.values(), found.stops, strict=True):
        if not stop.visited:
            if not _has_best_grade(node, plot) or _best_is_reached(plot, found):
                yield _problem("RP501", node.span, name=node.name)
            continue
        yield from (_problem("RP505", node.routes[at].span) for at, fired in enumerate(stop.fired) if not fired)
        yield from _never_said(node, stop)
        yield from _wasted(node, stop, plot)


def _has_best_grade(node: Node, plot: Plot) -> bool:
    return node.ending is not None and bool(plot.grades) and node.ending.grade == next(iter(plot.grades))


def _best_is_reached(plot: Plot, found: Study) -> bool:
    nodes = zip(plot.nodes.values(), found.stops, strict=True)
    return any(stop.visited and _has_best_grade(node, plot) for node, stop in nodes)


def _never_said(node: Node, stop: Stop) -> Iterator[Problem]:
    if stop.decided and not stop.writing:
        for choice, act in zip(node.choices, stop.acts, strict=True):
            if not act.taken:
                yield _problem("RP503", choice.span, text=shorten(choice.text))


def _wasted(node: Node, stop: Stop, plot: Plot) -> Iterator[Problem]:
    said: Sequence[Choice | Criterion] = node.writing.criteria if node.writing else node.choices
    for each, act in zip(said, stop.acts, strict=True):
        for effect, worked in zip(each.effects, act.worked, strict=True):
            if act.taken and not worked and effect.name in plot.meters:
                meter = plot.meters[effect.name]
                edge = meter.high if effect.change > 0 else meter.low
                yield _problem("RP506", effect.span, name=effect.name, change=f"{effect.change:+d}", edge=edge)


def _grades(plot: Plot, found: Study) -> Iterator[Problem]:
    if not plot.grades:
        return
    best = next(iter(plot.grades))
    ends = [node for node, stop in zip(plot.nodes.values(), found.stops, strict=True) if stop.visited and node.ending]
    earned = {node.ending.grade for node in ends if node.ending}
    declared = [node for node in plot.nodes.values() if _has_best_grade(node, plot)]
    if declared and best not in earned:
        yield _problem("RP507", declared[0].span, name=declared[0].name, grade=best)
    elif len(earned) == 1 and len(ends) > 1:
        yield _problem("RP508", plot.start.span, grade=next(iter(earned)))


def _detour(plot: Plot, found: Study) -> Iterator[Problem]:
    if found.detour:
        node = list(plot.nodes.values())[found.detour[0]]
        yield _problem("RP504", node.span, name=node.name, points=found.detour[1], most=found.points[0])


def _sampled(plot: Plot, found: Study) -> Problem:
    """Say what the dice never came to, for want of proof."""
    unseen = [node.name for node, stop in zip(plot.nodes.values(), found.stops, strict=True) if not stop.visited]
    span = plot.start.span
    return _problem("RP510", span, states=found.states, plays=PLAYS, unseen="、".join(unseen) or "–")


def _easy(plot: Plot, found: Study) -> Iterator[Problem]:
    share = sum(share for node, share in found.shares.items() if ranks(plot)[node] == 0)
    if len(plot.grades) > 1 and share > EASY:
        yield _problem("RP509", plot.start.span, grade=next(iter(plot.grades)), percent=round(100 * share))


def _naive(plot: Plot) -> Iterator[Problem]:
    """Those who go by one feature of the choices and reach the best grade; by place only where places stay."""
    if len(plot.grades) < 2:
        return
    machine, order = Machine(plot), ranks(plot)
    for policy in POLICIES:
        if plot.shuffle and policy in ("first", "last"):
            continue
        play = naive_play(plot, machine, policy)
        wins = order[play.last[0]] == 0 and _luck(play, machine) < LUCKY
        if wins and is_decisive(plot, play, policy):
            yield _problem(NAIVE[policy], plot.start.span, grade=next(iter(plot.grades)), turns=play.turns)


def _luck(play: Play, machine: Machine) -> float:
    """How likely dice are to make the same choices."""
    return prod(1 / len(moves.picks) for (node, _, _), moves, _ in play.steps if not machine.stops[node].writing)
