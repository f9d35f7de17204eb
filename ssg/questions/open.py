"""Open answers: written in the learner's own words, then held against a model answer and rated by the learner."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from ssg.model import Json, Question, Score
from ssg.normalise import normalise
from ssg.parse.context import Context
from ssg.parse.marks import halve
from ssg.parse.settings import Setting, list_items
from ssg.parse.tree import Node
from ssg.questions.answer import Answer, Expected, Form, Place, Words, says
from ssg.questions.draft import ItemDraft, QuestionKind, fingerprint
from ssg.questions.shape import key_name, report_unused, required, sound
from ssg.scoring import share

_POINTS = re.compile(r"\s*[(（]\s*([1-9]\d?)\s*(?:分|points?|pts?)\s*[)）]\s*$")
_LINES = 6
"""Room for a few sentences by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """A line of the rubric: what a good answer does, and the points the learner gives for it."""

    text: str
    points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Open(Question):
    """A question to answer in writing; it is kept and never scored, so its ``points`` are 0."""

    kind: ClassVar[str] = "open"
    models: Sequence[str]
    rubric: Sequence[Criterion]

    def key(self) -> Mapping[str, Json]:
        """``{models: [html], rubric: [[text, points]], explanation, print}``."""
        return {
            "models": self.models,
            "rubric": [[line.text, line.points] for line in self.rubric],
            "explanation": self.explanation,
            "print": self.fingerprint(),
        }

    def own_fingerprint(self) -> str:
        """Changes with the question alone: an answer stays one whatever the model says."""
        return fingerprint(self.stem, self.body)


def fits(draft: ItemDraft) -> bool:
    """A model answer or a rubric makes an open item."""
    return draft.settings.get("model") is not None or draft.settings.get("rubric") is not None


def parse(draft: ItemDraft, context: Context) -> Open | None:
    """The open item of a draft; what makes it unusable is reported."""
    before = len(context.problems)
    report_unused(draft, context, "open", settings=["model", "rubric"])
    points = draft.settings.get("points")
    if points:
        context.report("QZ851", points.span, key=key_name("points", None, context))
    example = "我听到您……" if context.language == "zh" else "It sounds as if…"
    required(draft, "model", "open", example, context)
    setting = draft.settings.get("rubric")
    rubric = _rubric(setting, context) if setting else []
    if not sound(context, before):
        return None
    models = [model.html(context) for model in draft.settings.every("model")]
    return Open(**{**draft.common(draft.body(context)), "points": 0}, models=models, rubric=rubric)


def _rubric(setting: Setting, context: Context) -> Sequence[Criterion]:
    if setting.text or not setting.nested:
        context.report("QZ852", setting.span)
    return [_criterion(item) for item in list_items(setting.nested) if item.inline]


def _criterion(item: Node) -> Criterion:
    text = item.inline.content.strip() if item.inline else ""
    found = _POINTS.search(halve(text))
    return Criterion(text=text[: found.start()] if found else text, points=int(found[1]) if found else 1)


def score(key: Any, response: Any) -> Score:
    """All for an answer that holds a word, nothing for none: of no points, it says only whether there is one."""
    written = isinstance(response, str) and normalise(response, ignore_punctuation=False)
    return share(int(bool(written)), 1)


def form(item: Open, t: Words) -> Form:
    """One place, for some sentences."""
    return Form(places=[Place(id="", lines=_LINES)])


def solution(item: Open, t: Words) -> Answer:
    """The model answers, any of which would do, and the rubric."""
    expected = Expected(place="", words=item.models, join="or")
    rubric = [(line.text, line.points) for line in item.rubric]
    return Answer(expected=[expected], rule=says(t, "score_open", item, 1), rubric=rubric)


KIND = QuestionKind(
    name="open",
    types=("open",),
    fits=fits,
    parse=parse,
    score=score,
    form=form,
    solution=solution,
    shares=("lines", "typed"),
)
