"""A quiz as data, and what can be told of it once its items are known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from ssg.model import Block, Json, Mention, Part, Progress, Question
from ssg.problems import Problem, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The pre-test whose items a post-test takes: the ids of its chapter and of itself."""

    chapter: str
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiz(Block):
    """Items under one heading; ``pass_mark`` in per cent or None for the course's, ``attempts`` 0 for any number.

    ``feedback`` is at_once, at_end or score_only; ``seconds`` is the time limit, 0 for none; ``draw`` how many items an
    attempt draws, 0 for all. ``hint_cost`` is what an opened hint takes of its item's points, in per cent. A post-test
    names the pre-test whose items it takes in ``same``; ``pretest`` is that once it is found.
    ``places`` are the lines of the settings.
    """

    kind: ClassVar[str] = "quiz"
    part: ClassVar[Part] = "tested"
    progress: ClassVar[Progress] = "items"
    intro: str
    pass_mark: int | None
    feedback: str
    shuffle: bool
    shuffle_items: bool
    attempts: int
    seconds: int
    draw: int
    confidence: bool
    hint_cost: int
    same: Mention | None
    pretest: Origin | None
    places: Mapping[str, Span]
    questions: Sequence[Question]

    def items(self) -> Sequence[Question]:
        """The questions."""
        return self.questions

    @property
    def opens(self) -> bool:
        """Whether the learner starts it from a page of its own that says the rules."""
        return self.word == "exam" or self.seconds > 0

    def key(self) -> Json:
        """``{items: {id: key}}``."""
        return {"items": {question.id: question.key() for question in self.questions}}

    def outline(self) -> Mapping[str, Json]:
        """Adds ``word``, ``pass`` (per cent, None for the course's), ``items``; ``draw`` and ``pretest`` if any.

        ``feedback`` is there where it comes later than at once.
        """
        rest: dict[str, Json] = {"draw": self.draw} if self.draw else {}
        if self.feedback != "at_once":
            rest["feedback"] = self.feedback
        if self.pretest:
            rest["pretest"] = [self.pretest.chapter, self.pretest.id]
        items = [self._outline_of(item) for item in self.questions]
        return {**Block.outline(self), "word": self.word, "pass": self.pass_mark, "items": items, **rest}

    def _outline_of(self, item: Question) -> Json:
        """An item with its points and fingerprint; objectives, its own or else the quiz's, and skills if any."""
        named = {
            "objectives": [each.name for each in item.objectives or self.objectives],
            "skills": [each.name for each in item.skills],
        }
        return {
            "id": item.id,
            "kind": item.kind,
            "points": item.points,
            "print": item.fingerprint(),
            "anchor": item.anchor,
            **{name: names for name, names in named.items() if names},
        }

    def hint_cost_of(self, item: Question) -> int:
        """What an opened hint takes of the item's points, in per cent."""
        return self.hint_cost if item.hint_cost is None else item.hint_cost

    def rates_confidence(self, item: Question) -> bool:
        """Whether the learner says how sure they are of the item."""
        return self.confidence if item.confidence is None else item.confidence

    def check(self) -> Iterator[Problem]:
        """Banks that cannot be drawn from as asked, and costs of hints that are not there."""
        count = len(self.questions)
        if self.draw > count > 0:
            yield self._problem("QM003", "draw", draw=self.draw, count=count)
        points = {item.points for item in self.questions}
        if 0 < self.draw < count and len(points) > 1:
            yield self._problem("QM004", "draw", low=min(points), high=max(points))
        if self.hint_cost and not any(item.hints for item in self.questions):
            yield self._problem("QM005", "hint_cost")

    def _problem(self, code: str, key: str, **values: int) -> Problem:
        return Problem(code=code, span=self.places.get(key, self.span), values=values)
