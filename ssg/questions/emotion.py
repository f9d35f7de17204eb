"""Emotion recognition: credit by the shares of a panel, since no reading of a face is simply right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, ClassVar

from ssg.model import Json, Score
from ssg.parse.context import Context
from ssg.parse.settings import whole_number
from ssg.questions.answer import Alternative, Answer, Expected, Form, Place, Words, points_text, remarks, says
from ssg.questions.draft import ItemDraft, QuestionKind, fingerprint
from ssg.questions.panel import PanelItem, panel_fields, report_form
from ssg.questions.shape import sound
from ssg.scoring import distinct_ids, share


@dataclass(frozen=True, slots=True, kw_only=True)
class Emotion(PanelItem):
    """Options with the share of a panel that chose each, in per cent, in the order of the options."""

    kind: ClassVar[str] = "emotion"
    shares: Sequence[int]

    def judged(self) -> Mapping[str, Json]:
        """``{shares: {id: per cent}}``."""
        return {"shares": {option.id: share for option, share in zip(self.options, self.shares, strict=True)}}

    def own_fingerprint(self) -> str:
        """Changes with the stem, the options and their shares; not with their order."""
        shares = sorted((option.id, share) for option, share in zip(self.options, self.shares, strict=True))
        return fingerprint(self.stem, self.body, shares)


def fits(draft: ItemDraft) -> bool:
    """Options with shares make this type."""
    return any(option.settings.get("share") for option in draft.options)


def parse(draft: ItemDraft, context: Context) -> Emotion | None:
    """The item of a draft; what makes it unusable is reported."""
    before = len(context.problems)
    report_form(draft, context, "emotion", "share")
    for option in draft.options:
        if not option.settings.get("share"):
            context.report("QZ841", option.span, text=option.text)
    shares = [whole_number(option.settings, "share", 0, context, lowest=0, highest=100) for option in draft.options]
    if not sound(context, before):
        return None
    if not any(shares):
        context.report("QZ842", draft.span)
        return None
    if sum(shares) > 100:
        context.report("QZ843", draft.span, sum=sum(shares))
    return Emotion(**panel_fields(draft, context), shares=shares)


def score(key: Any, response: Any) -> Score:
    """The share of the panel that chose the same, divided by the largest share.

    ``key`` is ``{shares: {id: per cent}}``, ``response`` a list of one id; any other earns nothing.
    """
    chosen, shares = distinct_ids(response), key["shares"]
    return share(shares.get(chosen[0], 0) if len(chosen) == 1 else 0, max(shares.values()))


def form(item: Emotion, t: Words) -> Form:
    """One place, for one option."""
    options = [Alternative(id=option.id, html=option.html) for option in item.shown]
    return Form(places=[Place(id="", alternatives=options)])


def solution(item: Emotion, t: Words) -> Answer:
    """What most of the panel chose, and what each option earns."""
    largest = max(item.shares)
    right = [option for option, share in zip(item.options, item.shares, strict=True) if share == largest]
    worths = [
        t["answer_share"].format(n=share, part=points_text(Fraction(item.points * share, largest)))
        for share in item.shares
    ]
    expected = Expected(
        place="", ids=[option.id for option in right], words=[option.html for option in right], join="or"
    )
    return Answer(
        expected=[expected],
        rule=says(t, "score_emotion", item, 1),
        remarks=remarks(item.options, worths),
        panel=item.panel,
    )


KIND = QuestionKind(
    name="emotion",
    types=("emotion",),
    fits=fits,
    parse=parse,
    score=score,
    form=form,
    solution=solution,
)
