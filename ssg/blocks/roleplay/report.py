"""A scene in figures: how large it is, how long a play takes, how plays end and what is practised where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, islice
from statistics import median_low

from markupsafe import Markup

from ssg.blocks.roleplay.blind import PLAYS, POLICIES, Play, naive_play, random_plays
from ssg.blocks.roleplay.machine import ON, Machine
from ssg.blocks.roleplay.model import Choice, Criterion, Node, Plot
from ssg.blocks.roleplay.scene import Scene
from ssg.blocks.roleplay.search import Space, evaluate, explore
from ssg.blocks.roleplay.study import ranks, study
from ssg.wording import reading_characters

SLOW, QUICK = 300, 400
"""Chinese characters that people read in a minute."""
TIMED_PLAYS = 2_000
HALF = 0.5 - 1e-9  # sums of shares are rounded


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """The least, the middle and the most of something; in the middle a blind play."""

    least: int
    middle: int
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """The most and the least skill points of any play, and what blind plays earn on average."""

    most: int
    least: int
    expected: float


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """An ending, and how many of all blind plays come to it, from 0 to 1; or who comes to it, with what points."""

    name: str
    grade: str
    share: float = 0.0
    points: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The figures of a scene. Where ``exhaustive`` is false, ``states`` is where counting stopped for ``plays``.

    ``characters`` are as ``ssg.wording`` counts what there is to read, the briefing included. ``practice`` holds the
    most points of each skill that one visit of a node can give.
    """

    nodes: int
    states: int
    exhaustive: bool
    plays: int
    turns: Spread
    characters: Spread
    points: Points
    skills: Mapping[str, Points]
    ends: Sequence[End]
    naive: Mapping[str, End]
    practice: Mapping[str, Mapping[str, int]]

    @property
    def minutes(self) -> tuple[int, int]:
        """How long quick and slow readers read in a middling play, at least one minute."""
        return _minutes(self.characters)


def reading_minutes(scene: Scene) -> tuple[int, int]:
    """The minutes of a scene's report, without the rest of it."""
    plays = islice(random_plays(Machine(scene.plot)), TIMED_PLAYS)
    return _minutes(_spread([_read(scene, play) for play in plays]))


def _minutes(characters: Spread) -> tuple[int, int]:
    return max(1, round(characters.middle / QUICK)), max(1, -(-characters.middle // SLOW))


def report(scene: Scene) -> Report:
    """The figures of a scene without errors; the same every time."""
    plot = scene.plot
    found, machine = study(plot), Machine(plot)
    space = explore(machine) if found.exhaustive else None
    plays = list(islice(random_plays(machine), TIMED_PLAYS))
    most, least, expected = found.points
    return Report(
        nodes=len(plot.nodes),
        states=found.states,
        exhaustive=found.exhaustive,
        plays=PLAYS,
        turns=_turns(space, plays),
        characters=_spread([_read(scene, play) for play in plays]),
        points=Points(most=most, least=least, expected=expected),
        skills=_skills(plot) if space else {},
        ends=_ends(plot, found.shares),
        naive={policy: _end(plot, naive_play(plot, machine, policy)) for policy in POLICIES},
        practice={node.name: _practice(node, plot) for node in plot.nodes.values() if not node.ending},
    )


def _spread(numbers: Sequence[int]) -> Spread:
    return Spread(least=min(numbers), middle=median_low(numbers), most=max(numbers))


def _turns(space: Space | None, plays: Sequence[Play]) -> Spread:
    """How often the learner says something; exact where all plays are known."""
    seen = _spread([play.turns for play in plays])
    if space is None:
        return seen
    least, most = [0] * len(space.moments), [0] * len(space.moments)
    for state in reversed(space.order):
        ways = space.ways[state]
        if ways:
            turn = int(space.moves[state].picks[0] != ON)
            least[state] = turn + min(least[to] for to in ways)
            most[state] = turn + max(most[to] for to in ways)
    return Spread(least=least[0], middle=_middle(space), most=most[0])


def _middle(space: Space) -> int:
    """The fewest turns in which half of all blind plays have come to their end."""
    reached: list[dict[int, float]] = [{} for _ in space.moments]
    reached[0][0] = 1.0
    ended: dict[int, float] = {}
    for state in space.order:
        here, moves = reached[state], space.moves[state]
        reached[state] = {}  # not asked again
        turn = int(bool(moves.picks) and moves.picks[0] != ON)
        for turns, share in here.items():
            if not moves.picks:
                ended[turns] = ended.get(turns, 0.0) + share
            for odds, to in zip(moves.odds, space.ways[state], strict=True):
                reached[to][turns + turn] = reached[to].get(turns + turn, 0.0) + share * odds
    shares = accumulate(ended[turns] for turns in sorted(ended))
    return next(turns for turns, share in zip(sorted(ended), shares, strict=True) if share > HALF)


def _skills(plot: Plot) -> Mapping[str, Points]:
    found = {}
    for skill in plot.skills:
        space = explore(Machine(plot, skill))
        assert space is not None, "the same moments as those of all skills"
        worth = evaluate(space, ranks(plot))
        found[skill] = Points(most=worth.most[0], least=worth.least[0], expected=worth.expected[0])
    return found


def _ends(plot: Plot, shares: Mapping[int, float]) -> Sequence[End]:
    return [
        End(name=node.name, grade=node.ending.grade, share=shares.get(at, 0.0))
        for at, node in enumerate(plot.nodes.values())
        if node.ending
    ]


def _end(plot: Plot, play: Play) -> End:
    node = list(plot.nodes.values())[play.last[0]]
    return End(name=node.name, grade=node.ending.grade if node.ending else "", points=play.points)


def _practice(node: Node, plot: Plot) -> Mapping[str, int]:
    if node.writing:
        return {skill: sum(max(0, _points(line, skill)) for line in node.writing.criteria) for skill in plot.skills}
    return {skill: max((_points(choice, skill) for choice in node.choices), default=0) for skill in plot.skills}


def _points(told: Choice | Criterion, skill: str) -> int:
    return sum(effect.change for effect in told.effects if effect.name == skill)


def _read(scene: Scene, play: Play) -> int:
    """How much somebody reads who plays so, every note and reply included."""
    nodes = list(scene.plot.nodes.values())
    read = _length(scene.briefing)
    for (at, _, _), moves, move in play.steps:
        node, pick = nodes[at], moves.picks[move]
        read += _shown(node)
        if node.writing:
            read += sum(map(_length, [*node.writing.models, *(line.html for line in node.writing.criteria)]))
        elif pick != ON:
            chosen = node.choices[pick]
            read += sum(reading_characters(node.choices[each].text) for each in moves.picks)
            read += _length(chosen.coach) + (_length(chosen.reply.html) if chosen.reply else 0)
    last = nodes[play.last[0]]
    return read + _shown(last) + (sum(map(_length, last.ending.questions)) if last.ending else 0)


def _shown(node: Node) -> int:
    return sum(_length(line.html) for line in node.lines) + (_length(node.writing.task) if node.writing else 0)


@cache
def _length(html: Markup) -> int:
    return reading_characters(html.striptags())
