"""Single and multiple choice: options with a mark on the right ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from ssg.model import Json, Question, Score
from ssg.parse.context import Context
from ssg.parse.settings import yes
from ssg.questions.draft import ItemDraft, Option, QuestionKind, fingerprint
from ssg.questions.shape import report_unused, rule_of, sound
from ssg.scoring import distinct_ids, share


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Question):
    """A stem with options, one or (``multiple``) several of them right; ``shuffle`` None leaves it to the quiz."""

    kind: ClassVar[str] = "choice"
    multiple: bool
    rule: str
    shuffle: bool | None
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
        """Changes with the stem, the set of options, the key and the rule; not with order or feedback."""
        options = sorted((option.id, option.checked) for option in self.options)
        return fingerprint(self.stem, self.body, options, self.multiple, self.rule)


def fits(draft: ItemDraft) -> bool:
    """Options make a choice item."""
    return bool(draft.options)


def parse(draft: ItemDraft, context: Context) -> Choice | None:
    """The choice item of a draft; what makes it unusable is reported."""
    right = [option for option in draft.options if option.checked]
    multiple = draft.type == "multiple" or (draft.type is None and len(right) > 1)
    before = len(context.problems)
    type = "multiple" if multiple else "single"
    report_unused(draft, context, type, settings=["rule", "shuffle"], forms=["options"])
    rule = rule_of(draft, ["partial", "all"], context)
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
    shuffle = yes(draft.settings, "shuffle", True, context) if draft.settings.get("shuffle") else None
    if not sound(context, before):
        return None
    return Choice(
        **draft.common(draft.body(context)),
        multiple=multiple,
        rule=rule,
        shuffle=shuffle,
        options=draft.options,
    )


def score(key: Any, response: Any) -> Score:
    """Single: all or nothing. Multiple: the share of right options found, nothing once a wrong one is chosen.

    ``key`` is ``{multiple, rule, correct: [id]}``, ``response`` a list of different ids. The rule ``all`` pays only the
    exact set. The default is that of Chinese licence examinations; ticking everything earns nothing under it.
    """
    correct, chosen = set(key["correct"]), set(distinct_ids(response))
    if not chosen <= correct:
        return share(0, 1)
    if key["rule"] == "all" or not key["multiple"]:
        return share(int(chosen == correct), 1)
    return share(len(chosen), len(correct))


KIND = QuestionKind(name="choice", types=("single", "multiple"), fits=fits, parse=parse, score=score)
