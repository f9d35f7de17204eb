"""Situational judgement: the best and the worst of some ways to act, as a panel agreed on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from ssg.model import Json, Score
from ssg.parse import words
from ssg.parse.context import Context
from ssg.parse.settings import choice_of
from ssg.questions.answer import Alternative, Answer, Expected, Form, Place, Words, remarks, says
from ssg.questions.draft import ItemDraft, QuestionKind, fingerprint
from ssg.questions.panel import PanelItem, panel_fields, report_form
from ssg.questions.shape import sound
from ssg.scoring import share


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement(PanelItem):
    """Options of which one is ``best`` and another ``worst``, by their ids."""

    kind: ClassVar[str] = "judgement"
    best: str
    worst: str

    def judged(self) -> Mapping[str, Json]:
        """``{best: id, worst: id}``."""
        return {"best": self.best, "worst": self.worst}

    def own_fingerprint(self) -> str:
        """Changes with the stem, the set of options, the best and the worst."""
        return fingerprint(self.stem, self.body, sorted(option.id for option in self.options), self.best, self.worst)


def fits(draft: ItemDraft) -> bool:
    """Options that are judged best or worst make this type."""
    return any(option.settings.get("judged") for option in draft.options)


def parse(draft: ItemDraft, context: Context) -> Judgement | None:
    """The item of a draft; what makes it unusable is reported."""
    before = len(context.problems)
    report_form(draft, context, "judgement", "judged")
    judged = [(choice_of(option.settings, "judged", "judged", "", context), option.id) for option in draft.options]
    best, worst = ([id for value, id in judged if value == side] for side in ("best", "worst"))
    if len(best) != 1 or len(worst) != 1:
        names = {side: words.name("judged", side, context.language) for side in ("best", "worst")}
        context.report("QZ831", draft.span, **names, bests=len(best), worsts=len(worst))
    if not sound(context, before):
        return None
    return Judgement(**panel_fields(draft, context), best=best[0], worst=worst[0])


def score(key: Any, response: Any) -> Score:
    """Half for the best, half for the worst. ``key`` is ``{best, worst}``, ``response`` the same as chosen."""
    if not isinstance(response, dict):
        return share(0, 1)
    return share(sum(response.get(side) == key[side] for side in ("best", "worst")), 2)


def form(item: Judgement, t: Words) -> Form:
    """A place for the best option and one for the worst."""
    options = [Alternative(id=option.id, html=option.html) for option in item.shown]
    return Form(places=[Place(id=side, asked=str(t[side]), alternatives=options) for side in ("best", "worst")])


def solution(item: Judgement, t: Words) -> Answer:
    """The best and the worst."""
    words = {option.id: option.html for option in item.options}
    expected = [
        Expected(place=side, asked=str(t[side]), ids=[id], words=[words[id]])
        for side, id in (("best", item.best), ("worst", item.worst))
    ]
    return Answer(
        expected=expected,
        rule=says(t, "score_judgement", item, 2),
        remarks=remarks(item.options, [""] * len(item.options)),
        panel=item.panel,
    )


KIND = QuestionKind(
    name="judgement",
    types=("judgement",),
    fits=fits,
    parse=parse,
    score=score,
    form=form,
    solution=solution,
    shares=("rows",),
)
