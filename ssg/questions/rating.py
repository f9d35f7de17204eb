"""Situational judgement on a scale: each way to act is rated, and compared with the mean of a panel."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, ClassVar

from markupsafe import escape

from ssg.model import Json, Score
from ssg.parse.context import Context
from ssg.parse.marks import halve
from ssg.parse.scale import Point, points_of
from ssg.questions.answer import Alternative, Answer, Expected, Form, Place, Words, points_text, remarks, says
from ssg.questions.draft import ItemDraft, Option, QuestionKind, fingerprint
from ssg.questions.panel import PanelItem, panel_fields, report_form
from ssg.questions.shape import key_name, required, sound
from ssg.scoring import share

MOST = 9
"""More points than a phone shows in one row."""

_MEAN = re.compile(r"\d{1,3}(?:\.\d{1,2})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating(PanelItem):
    """Options to rate on ``scale``; ``means`` are the panel's, in hundredths, in the order of the options."""

    kind: ClassVar[str] = "rating"
    scale: Sequence[Point]
    means: Sequence[int]

    def judged(self) -> Mapping[str, Json]:
        """``{points: ["1"], means: {id: hundredths}}``."""
        return {
            "points": [str(point.value) for point in self.scale],
            "means": {option.id: mean for option, mean in zip(self.options, self.means, strict=True)},
        }

    def own_fingerprint(self) -> str:
        """Changes with the stem, the options, the points of the scale and the panel's means."""
        means = sorted((option.id, mean) for option, mean in zip(self.options, self.means, strict=True))
        return fingerprint(self.stem, self.body, means, [point.value for point in self.scale])


def fits(draft: ItemDraft) -> bool:
    """Options with the panel's rating make this type."""
    return any(option.settings.get("panel") for option in draft.options)


def parse(draft: ItemDraft, context: Context) -> Rating | None:
    """The item of a draft; what makes it unusable is reported."""
    before = len(context.problems)
    report_form(draft, context, "rating", "panel", "scale")
    scale = _scale(draft, context)
    means = [_mean(option, scale, context) for option in draft.options] if scale else []
    if not sound(context, before):
        return None
    return Rating(**panel_fields(draft, context), scale=scale, means=means)


def _scale(draft: ItemDraft, context: Context) -> Sequence[Point]:
    setting = required(draft, "scale", "rating", "1–5", context)
    if setting is None:
        return []
    points = points_of(setting.text) or []
    if len(points) == 2:  # only the ends were named
        low, high = points
        between = [Point(value=value, label="") for value in range(low.value + 1, min(high.value, low.value + 100))]
        points = [low, *between, high]
    if not 2 <= len(points) <= MOST:
        context.report("QZ832", setting.span, key=key_name("scale", None, context), value=setting.text, most=MOST)
        return []
    return points


def _mean(option: Option, scale: Sequence[Point], context: Context) -> int:
    setting = option.settings.get("panel")
    text = halve(setting.text).strip() if setting else ""
    mean = round(float(text) * 100) if _MEAN.fullmatch(text) else -1
    low, high = scale[0].value, scale[-1].value
    if not low * 100 <= mean <= high * 100:
        span = setting.span if setting else option.span
        context.report("QZ833", span, text=option.text, low=low, high=high)
    return mean


def score(key: Any, response: Any) -> Score:
    """The mean over the options of 1 − |r − mean|/range; an option that was not rated earns nothing.

    ``key`` is ``{points: ["1"], means: {id: hundredths}}``, ``response`` ``{id: point as text}``.
    """
    points, means = key["points"], key["means"]
    given = response if isinstance(response, dict) else {}
    width = 100 * (int(points[-1]) - int(points[0]))
    rated = {id: str(given[id]) for id in means if id in given and given[id] in points}
    earned = sum(width - abs(100 * int(value) - means[id]) for id, value in rated.items())
    return share(earned, width * len(means))


def form(item: Rating, t: Words) -> Form:
    """A place for each option, where a point of the scale goes."""
    points = [
        Alternative(id=str(point.value), html=str(escape(point.label)), mark=str(point.value)) for point in item.scale
    ]
    places = [Place(id=option.id, asked=option.html, alternatives=points) for option in item.shown]
    return Form(places=places, rows=True, shuffle=False)


def solution(item: Rating, t: Words) -> Answer:
    """For each option the point nearest to the panel's mean, both where it lies between two."""
    expected = [
        Expected(place=option.id, asked=option.html, ids=nearest, words=nearest, join="or")
        for option, mean in zip(item.options, item.means, strict=True)
        for nearest in [_nearest(item.scale, mean)]
    ]
    worths = [t["answer_mean"].format(n=f"{mean / 100:g}") for mean in item.means]
    width = item.scale[-1].value - item.scale[0].value
    loss = points_text(Fraction(item.points, len(item.options) * width))
    return Answer(
        expected=expected,
        rule=says(t, "score_rating", item, len(item.options), loss=loss),
        remarks=remarks(item.options, worths),
        panel=item.panel,
    )


def _nearest(scale: Sequence[Point], mean: int) -> Sequence[str]:
    away = {point.value: abs(100 * point.value - mean) for point in scale}
    return [str(value) for value, distance in away.items() if distance == min(away.values())]


KIND = QuestionKind(
    name="rating",
    types=("rating",),
    fits=fits,
    parse=parse,
    score=score,
    form=form,
    solution=solution,
    shares=("rows",),
)
