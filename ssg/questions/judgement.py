"""Situational judgement: the best and the worst of some ways to act, as a panel agreed on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from ssg.model import Json, Question, Score
from ssg.parse import words
from ssg.parse.context import Context
from ssg.parse.settings import choice_of
from ssg.questions.draft import ItemDraft, Option, QuestionKind, fingerprint
from ssg.questions.shape import panel_of, report_rows, report_ticks, report_unused, sound
from ssg.scoring import share


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement(Question):
    """Options of which one is ``best`` and another ``worst``; ``panel`` says who agreed on it."""

    kind: ClassVar[str] = "judgement"
    options: Sequence[Option]
    best: str
    worst: str
    panel: str

    @property
    def shown(self) -> Sequence[Option]:
        """The options in an order that tells nothing."""
        return sorted(self.options, key=lambda option: option.id)

    def key(self) -> Mapping[str, Json]:
        """``{best: id, worst: id, panel, options: {id: {feedback}}, explanation, print}``."""
        return {
            "best": self.best,
            "worst": self.worst,
            "panel": self.panel,
            "options": {option.id: {"feedback": option.feedback} for option in self.options},
            "explanation": self.explanation,
            "print": self.fingerprint(),
        }

    def own_fingerprint(self) -> str:
        """Changes with the stem, the set of options, the best and the worst."""
        return fingerprint(self.stem, self.body, sorted(option.id for option in self.options), self.best, self.worst)


def fits(draft: ItemDraft) -> bool:
    """Options that are judged best or worst make this type."""
    return any(option.settings.get("judged") for option in draft.options)


def parse(draft: ItemDraft, context: Context) -> Judgement | None:
    """The item of a draft; what makes it unusable is reported."""
    before = len(context.problems)
    known = ("feedback", "judged")
    report_unused(draft, context, "judgement", settings=["agreed"], forms=["options"], option_settings=known)
    report_rows(draft, context)
    report_ticks(draft, context, "judgement")
    judged = [(choice_of(option.settings, "judged", "judged", "", context), option.id) for option in draft.options]
    best, worst = ([id for value, id in judged if value == side] for side in ("best", "worst"))
    if len(best) != 1 or len(worst) != 1:
        names = {side: words.name("judged", side, context.language) for side in ("best", "worst")}
        context.report("QZ831", draft.span, **names, bests=len(best), worsts=len(worst))
    if not sound(context, before):
        return None
    common = draft.common(draft.body(context))
    return Judgement(**common, options=draft.options, best=best[0], worst=worst[0], panel=panel_of(draft, context))


def score(key: Any, response: Any) -> Score:
    """Half for the best, half for the worst. ``key`` is ``{best, worst}``, ``response`` the same as chosen."""
    if not isinstance(response, dict):
        return share(0, 1)
    return share(sum(response.get(side) == key[side] for side in ("best", "worst")), 2)


KIND = QuestionKind(name="judgement", types=("judgement",), fits=fits, parse=parse, score=score)
