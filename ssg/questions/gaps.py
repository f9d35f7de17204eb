"""Gaps: blanks in the stem or below it, each filled with a few words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from ssg.model import Json, Question, Score
from ssg.parse.context import Context
from ssg.questions.accepted import SWITCHES, Accepted, read_accepted
from ssg.questions.answer import Answer, Expected, Form, Place, Words, says
from ssg.questions.blanks import gap_settings, has_choices
from ssg.questions.draft import ItemDraft, QuestionKind, fingerprint
from ssg.questions.shape import report_unused, rule_of, sound
from ssg.scoring import accepted_percent, share


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps(Question):
    """A text with blanks; ``gaps`` are in the order of the blanks, those of the stem first."""

    kind: ClassVar[str] = "gaps"
    gaps: Sequence[Accepted]
    rule: str

    def key(self) -> Mapping[str, Json]:
        """``{gaps: [{accept, answer, weight, ignore_punctuation, ignore_particles}], rule, explanation, print}``."""
        return {
            "gaps": [{**gap.key(), "weight": 1} for gap in self.gaps],
            "rule": self.rule,
            "explanation": self.explanation,
            "print": self.fingerprint(),
        }

    def own_fingerprint(self) -> str:
        """Changes with the text around the blanks and with what each accepts."""
        return fingerprint(self.stem, self.body, [gap.wording() for gap in self.gaps], self.rule)


def fits(draft: ItemDraft) -> bool:
    """Blanks, or settings for blanks, make a gap item unless there are options or words to choose from."""
    return bool(draft.blanks or draft.settings.get("gap")) and not draft.options and not has_choices(draft)


def parse(draft: ItemDraft, context: Context) -> Gaps | None:
    """The gap item of a draft: one ``空n`` for each blank; what makes it unusable is reported."""
    before = len(context.problems)
    report_unused(draft, context, "gaps", settings=["gap", "rule", *SWITCHES])
    gaps = [read_accepted(setting, draft, context) for setting in gap_settings(draft, context)]
    rule = rule_of(draft, ["partial", "all"], context)
    if not sound(context, before):
        return None
    return Gaps(**draft.common(draft.body(context)), gaps=gaps, rule=rule)


def score(key: Any, response: Any) -> Score:
    """The weighted mean of what the gaps' texts are worth; ``all`` pays only when every gap is worth all.

    ``key`` is ``{gaps: [{accept, weight, …}], rule}``, ``response`` a list of texts, one for each gap in order; a gap
    without a text earns nothing, texts beyond the gaps are not read.
    """
    texts = response if isinstance(response, list) else []
    pairs = zip(key["gaps"], [*texts, *[None] * len(key["gaps"])], strict=False)
    earned = sum(gap["weight"] * accepted_percent(gap, text) for gap, text in pairs)
    possible = sum(gap["weight"] * 100 for gap in key["gaps"])
    if key["rule"] == "all":
        return share(int(earned == possible), 1)
    return share(earned, possible)


def form(item: Gaps, t: Words) -> Form:
    """A place for each blank."""
    return Form(places=[Place(id=str(n), asked=t["gap_n"].format(n=n)) for n in range(1, len(item.gaps) + 1)])


def solution(item: Gaps, t: Words) -> Answer:
    """What each blank accepts."""
    expected = [
        Expected(place=str(n), asked=t["gap_n"].format(n=n), words=gap.shown(), join="or")
        for n, gap in enumerate(item.gaps, 1)
    ]
    return Answer(
        expected=expected, rule=says(t, "score_every" if item.rule == "all" else "score_each", item, len(item.gaps))
    )


KIND = QuestionKind(
    name="gaps",
    types=("gaps",),
    fits=fits,
    parse=parse,
    score=score,
    form=form,
    solution=solution,
    shares=("gaps", "typed"),
)
