"""Short text: a few words, compared with accepted ones when both are normalised."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from ssg.model import Json, Question, Score
from ssg.parse.context import Context
from ssg.questions.accepted import SWITCHES, Accepted, read_accepted
from ssg.questions.answer import Answer, Expected, Form, Place, Words, says
from ssg.questions.draft import ItemDraft, QuestionKind, fingerprint
from ssg.questions.shape import answer_form, report_unused, required, sound
from ssg.scoring import accepted_percent, share


@dataclass(frozen=True, slots=True, kw_only=True)
class Short(Question):
    """A stem that a few words answer."""

    kind: ClassVar[str] = "short"
    accepted: Accepted

    def key(self) -> Mapping[str, Json]:
        """``{accept: [[text, percent]], answer, ignore_punctuation, ignore_particles, explanation, print}``."""
        return {**self.accepted.key(), "explanation": self.explanation, "print": self.fingerprint()}

    def own_fingerprint(self) -> str:
        """Changes with the stem and the accepted texts."""
        return fingerprint(self.stem, self.body, self.accepted.wording())


def fits(draft: ItemDraft) -> bool:
    """An answer in words, with no options or blanks, makes a short text item."""
    return answer_form(draft) == "words"


def parse(draft: ItemDraft, context: Context) -> Short | None:
    """The short text item of a draft; what makes it unusable is reported."""
    before = len(context.problems)
    report_unused(draft, context, "short", settings=["answer", *SWITCHES])
    answer = required(
        draft, "answer", "short", "复述 | 重述" if context.language == "zh" else "paraphrase | restate", context
    )
    accepted = read_accepted(answer, draft, context) if answer else None
    if accepted is None or not sound(context, before):
        return None
    return Short(**draft.common(draft.body(context)), accepted=accepted)


def score(key: Any, response: Any) -> Score:
    """What the accepted text is worth. ``key`` is as ``Short.key`` makes it, ``response`` the text as typed."""
    return share(accepted_percent(key, response), 100)


def form(item: Short, t: Words) -> Form:
    """One place, for a few words."""
    return Form(places=[Place(id="")])


def solution(item: Short, t: Words) -> Answer:
    """The accepted texts."""
    expected = Expected(place="", words=item.accepted.shown(), join="or")
    partial = any(percent < 100 for _, percent in item.accepted.texts)
    return Answer(expected=[expected], rule=says(t, "score_accepted" if partial else "score_one", item, 1))


KIND = QuestionKind(
    name="short",
    types=("short",),
    fits=fits,
    parse=parse,
    score=score,
    form=form,
    solution=solution,
    shares=("lines", "typed"),
)
