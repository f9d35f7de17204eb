"""A role-play as frozen values: who is in it, what is counted, and the nodes of the conversation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ssg.problems import Span

RATING = "自评"
"""The name under which conditions ask how many lines of a self-rating the learner ticked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meter:
    """A number that effects move within ``low`` and ``high``; ``better`` says which end is the good one."""

    name: str
    start: int
    low: int
    high: int
    better: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleCard:
    """What the player of a part must know: rows of (label, HTML)."""

    name: str
    rows: Sequence[tuple[str, Markup]]
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing said, or, without a speaker, told; ``mine`` when the learner says it."""

    speaker: str = ""
    mine: bool = False
    tone: str = ""
    html: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """A change of a meter or of a skill's points."""

    name: str
    change: int
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Test:
    """A comparison of a meter, a skill or the self-rating with a number; ``sign`` is one of ≥ ≤ > < =."""

    name: str
    sign: str
    number: int
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Where the conversation goes by itself when all tests hold; without tests, in every other case."""

    tests: Sequence[Test]
    to: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Timer:
    """After so many seconds without an answer the conversation goes on elsewhere."""

    seconds: int
    to: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Cap:
    """A node may be visited so many times; whoever comes once more is led elsewhere."""

    times: int
    to: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something the learner may say, and what it does. ``id`` is its 编号, else a hash of the wording."""

    id: str
    text: str
    html: Markup
    to: str
    effects: Sequence[Effect]
    tests: Sequence[Test]
    coach: Markup
    reply: Line | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """A line of a self-rating: what the learner may find in their own answer."""

    id: str
    text: str
    html: Markup
    effects: Sequence[Effect]
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """A free-text turn: the task, the least number of characters, model answers, the self-rating."""

    task: Markup
    least: int
    models: Sequence[Markup]
    criteria: Sequence[Criterion]
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How a conversation may end; ``grade`` is empty where the scene grades nothing."""

    grade: str
    questions: Sequence[Markup]


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One moment of the conversation. It is left by a choice, by writing, by a route, or not at all (an ending).

    ``otherwise`` is the way on when no route fires: 否则 or a lone arrow. ``trainer`` is never shipped to trainees.
    """

    id: str
    name: str
    anchor: str
    lines: Sequence[Line]
    timer: Timer | None
    cap: Cap | None
    routes: Sequence[Route]
    otherwise: Route | None
    choices: Sequence[Choice]
    writing: Writing | None
    ending: Ending | None
    observe: Sequence[Markup]
    trainer: Sequence[Markup]
    span: Span

    def exits(self) -> Iterator[tuple[str, Span]]:
        """Every way out with the place where it is written."""
        yield from ((choice.to, choice.span) for choice in self.choices)
        yield from self.led()
        if self.timer:
            yield self.timer.to, self.timer.span
        if self.cap:
            yield self.cap.to, self.cap.span

    def led(self) -> Iterator[tuple[str, Span]]:
        """The ways out that the conversation takes by itself."""
        yield from ((route.to, route.span) for route in self.routes)
        if self.otherwise:
            yield self.otherwise.to, self.otherwise.span


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Plot:
    """Everything that a play of the scene depends on. The first node is where it starts.

    A plot is equal to itself alone, so that what is found out about it can be kept.
    """

    learner: str
    channel: str
    people: Sequence[str]
    pictures: Mapping[str, Markup]
    meters: Mapping[str, Meter]
    skills: Mapping[str, Span]
    grades: Mapping[str, Span]
    cards: Sequence[RoleCard]
    agreed: str
    shuffle: bool
    dim: bool
    nodes: Mapping[str, Node]

    @property
    def start(self) -> Node:
        """The node that opens the conversation."""
        return next(iter(self.nodes.values()))
