"""Single and multiple choice: options with a mark on the right ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from ssg.model import Json, Question, Score
from ssg.parse.context import Context
from ssg.parse.settings import choice_of, yes
from ssg.questions.draft import ItemDraft, Option, QuestionKind, fingerprint


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Question):
    """A stem with options, of which one or (``multiple``) several are right."""

    kind: ClassVar[str] = "choice"
    multiple: bool
    rule: str
    shuffle: bool
    options: Sequence[Option]

    def key(self) -> Mapping[str, Json]:
        """``{multiple, rule, correct: [id], options: {id: {feedback}}, explanation, print}``."""
        return {
            "multiple": self.multiple,
            "rule": self.rule,
            "correct": [option.id for option in self.options if option.checked],
            "options": {option.id: {"feedback": option.feedback} for option in self.options},
            "explanation": self.explanation,
            "print": self.fingerprint(),
        }

    def fingerprint(self) -> str:
        """Changes with the stem, the set of options and the key; not with order or feedback."""
        return fingerprint(self.stem, self.body, sorted((option.id, option.checked) for option in self.options))


def fits(draft: ItemDraft) -> bool:
    """Options make a choice item."""
    return bool(draft.options)


def parse(draft: ItemDraft, context: Context) -> Choice | None:
    """The choice item of a draft; what makes it unusable is reported."""
    right = [option for option in draft.options if option.checked]
    multiple = draft.type == "multiple" or (draft.type is None and len(right) > 1)
    faults = len(context.problems)
    if len(draft.options) < 2:
        context.report("QZ101", draft.span, count=len(draft.options))
    if not right:
        context.report("QZ102", draft.span)
    if not multiple and len(right) > 1:
        context.report("QZ103", right[1].span, count=len(right))
    first: dict[str, Option] = {}
    for option in draft.options:
        if first.setdefault(option.id, option) is not option:
            context.report("QZ104", option.span, first=first[option.id].span.line, text=option.text)
    if len(context.problems) > faults:
        return None
    return Choice(
        **draft.common(draft.body(context)),
        multiple=multiple,
        rule=choice_of(draft.settings, "rule", "rule", "partial", context),
        shuffle=yes(draft.settings, "shuffle", True, context),
        options=draft.options,
    )


def score(key: Json, response: Json) -> Score:
    """Single: all or nothing. Multiple: the share of right options found, nothing once a wrong one is chosen.

    ``key`` is ``{multiple, rule, correct: [id]}``, ``response`` a list of ids. The rule ``all`` pays only the exact set.
    The default is that of Chinese licence examinations; ticking everything earns nothing under it.
    """
    assert isinstance(key, Mapping) and isinstance(key["correct"], Sequence)
    correct = set(key["correct"])
    chosen = {id for id in response if isinstance(id, str)} if isinstance(response, list) else set()
    if not chosen or not chosen <= correct:
        return Score(earned=Fraction(0), possible=1)
    if key["rule"] == "all" or not key["multiple"]:
        return Score(earned=Fraction(int(chosen == correct)), possible=1)
    return Score(earned=Fraction(len(chosen), len(correct)), possible=1)


KIND = QuestionKind(name="choice", types=("single", "multiple"), fits=fits, parse=parse, score=score)
