"""Single and multiple choice: options with a mark on the right ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, ClassVar

from ssg.model import Json, Question, Score
from ssg.parse.context import Context
from ssg.parse.settings import yes
from ssg.questions.answer import Alternative, Answer, Expected, Form, Place, Words, points_text, remarks, says
from ssg.questions.credits import percent, read_credits, whole_numbers
from ssg.questions.draft import ItemDraft, Option, QuestionKind, fingerprint
from ssg.questions.shape import report_rows, report_unused, rule_of, sound
from ssg.scoring import distinct_ids, share

OPTION = ("feedback", "credit")
PANEL = ("judged", "panel", "share")
"""The settings of options that make an item another type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Question):
    """A stem with options, one or (``multiple``) several of them right; ``shuffle`` None leaves it to the quiz.

    ``credits`` are the options' shares of the item where the author gives single ones a worth, else empty.
    """

    kind: ClassVar[str] = "choice"
    multiple: bool
    rule: str
    shuffle: bool | None
    options: Sequence[Option]
    credits: Sequence[Fraction] = ()

    def key(self) -> Mapping[str, Json]:
        """``{multiple, rule, correct: [id], wrong: how many others, options: {id: {feedback}}, explanation, print}``.

        With credits also ``{weights: {id: n}, of: d}``: each option is worth n/d.
        """
        return {
            "multiple": self.multiple,
            "rule": self.rule,
            "correct": [option.id for option in self.options if option.checked],
            "wrong": sum(not option.checked for option in self.options),
            "options": {option.id: {"feedback": option.feedback} for option in self.options},
            "explanation": self.explanation,
            "print": self.fingerprint(),
            **whole_numbers(self.options, self.credits),
        }

    def own_fingerprint(self) -> str:
        """Changes with the stem, the set of options, the key and the rule; not with order or feedback."""
        options = sorted((option.id, option.checked) for option in self.options)
        worth = sorted((option.id, percent(credit)) for option, credit in zip(self.options, self.credits, strict=False))
        return fingerprint(self.stem, self.body, options, self.multiple, self.rule, *([worth] if worth else []))


def fits(draft: ItemDraft) -> bool:
    """Options make a choice item unless a panel judged them."""
    return bool(draft.options) and not any(option.settings.get(key) for option in draft.options for key in PANEL)


def parse(draft: ItemDraft, context: Context) -> Choice | None:
    """The choice item of a draft; what makes it unusable is reported."""
    right = [option for option in draft.options if option.checked]
    multiple = draft.type == "multiple" or (draft.type is None and len(right) > 1)
    before = len(context.problems)
    type = "multiple" if multiple else "single"
    report_unused(draft, context, type, settings=["rule", "shuffle"], forms=["options"], option_settings=OPTION)
    rule = rule_of(draft, ["partial", "balanced", "all"] if multiple else ["partial", "all"], context)
    report_rows(draft, context)
    if not right:
        context.report("QZ102", draft.span)
    if not multiple and len(right) > 1:
        context.report("QZ103", right[1].span, count=len(right))
    credits = read_credits(draft, context, multiple=multiple)
    if credits and (given := draft.settings.get("rule")):
        context.report("QZ109", given.span)
    shuffle = yes(draft.settings, "shuffle", True, context) if draft.settings.get("shuffle") else None
    if not sound(context, before):
        return None
    return Choice(
        **draft.common(draft.body(context)),
        multiple=multiple,
        rule=rule,
        shuffle=shuffle,
        options=draft.options,
        credits=credits,
    )


def score(key: Any, response: Any) -> Score:
    """Single: all or nothing. Multiple: the share of right options found, nothing once a wrong one is chosen.

    ``key`` is ``{multiple, rule, correct: [id], wrong}``, ``response`` a list of different ids. The rule ``all`` pays
    only the exact set, ``balanced`` the share of the right options found minus that of the wrong ones chosen. The
    default is that of Chinese licence examinations; ticking everything earns nothing under any of them.
    With ``weights`` and ``of`` the worths of the chosen options are added, and the sum kept between nothing and all.
    """
    correct, chosen = set(key["correct"]), set(distinct_ids(response))
    if "weights" in key:
        known = chosen <= key["weights"].keys() and (key["multiple"] or len(chosen) == 1)
        worth = sum(key["weights"][id] for id in chosen) if known else 0
        return share(min(max(0, worth), key["of"]), key["of"])
    if key["rule"] == "balanced":
        found, wrong = len(chosen & correct), max(1, key["wrong"])
        return share(max(0, found * wrong - len(chosen - correct) * len(correct)), len(correct) * wrong)
    if not chosen <= correct:
        return share(0, 1)
    if key["rule"] == "all" or not key["multiple"]:
        return share(int(chosen == correct), 1)
    return share(len(chosen), len(correct))


def form(item: Choice, t: Words) -> Form:
    """One place, for one option or several."""
    options = [Alternative(id=option.id, html=option.html) for option in item.options]
    place = Place(id="", alternatives=options, takes="several" if item.multiple else "one")
    return Form(places=[place], shuffle=item.shuffle)


def solution(item: Choice, t: Words) -> Answer:
    """The options that earn everything; with credits the single one that is worth it, or all that add to it."""
    worths = [percent(credit) if credit else "" for credit in item.credits] or [""] * len(item.options)
    right = [option for option in item.options if option.checked]
    if item.credits:
        least = Fraction(1, 100) if item.multiple else Fraction(1)
        worth = zip(item.options, item.credits, strict=True)
        right = [option for option, credit in worth if credit >= least]
    expected = Expected(
        place="",
        ids=[option.id for option in right],
        words=[option.html for option in right],
        join="and" if item.multiple else "or",
    )
    said = [t["answer_worth"].format(n=worth) if worth else "" for worth in worths]
    return Answer(expected=[expected], rule=_rule(item, t), remarks=remarks(item.options, said))


def _rule(item: Choice, t: Words) -> str:
    if item.credits:
        return says(t, "score_worths" if item.multiple else "score_worth", item, 1)
    if not item.multiple:
        return says(t, "score_one", item, 1)
    right = sum(option.checked for option in item.options)
    wrong = Fraction(item.points, max(1, len(item.options) - right))
    return says(t, f"score_choice_{item.rule}", item, right, loss=points_text(wrong))


KIND = QuestionKind(
    name="choice",
    types=("single", "multiple"),
    fits=fits,
    parse=parse,
    score=score,
    form=form,
    solution=solution,
)
