"""True or false: a statement, and whether it holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from ssg.model import Json, Question, Score
from ssg.parse import words
from ssg.parse.context import Context
from ssg.questions.answer import Alternative, Answer, Expected, Form, Place, Words, says
from ssg.questions.draft import ItemDraft, QuestionKind, fingerprint
from ssg.questions.shape import answer_form, report_unused, required, sound
from ssg.scoring import share


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueFalse(Question):
    """A statement that is true (``answer``) or false."""

    kind: ClassVar[str] = "truefalse"
    answer: bool

    def key(self) -> Mapping[str, Json]:
        """``{answer: bool, explanation, print}``."""
        return {"answer": self.answer, "explanation": self.explanation, "print": self.fingerprint()}

    def own_fingerprint(self) -> str:
        """Changes with the statement and its truth."""
        return fingerprint(self.stem, self.body, self.answer)


def fits(draft: ItemDraft) -> bool:
    """An answer that is a word for true or false makes a true/false item."""
    return answer_form(draft) == "truth"


def parse(draft: ItemDraft, context: Context) -> TrueFalse | None:
    """The true/false item of a draft; what makes it unusable is reported."""
    before = len(context.problems)
    report_unused(draft, context, "truefalse", settings=["answer"])
    answer = required(draft, "answer", "truefalse", words.name("truth", "true", context.language), context)
    truth = words.find("truth", answer.text) if answer else None
    if answer and truth is None:
        context.report("QZ201", answer.span, value=answer.text)
    if not sound(context, before):
        return None
    return TrueFalse(**draft.common(draft.body(context)), answer=truth == "true")


def score(key: Any, response: Any) -> Score:
    """All or nothing. ``key`` is ``{answer: bool}``, ``response`` true or false."""
    return share(int(response is key["answer"]), 1)


def form(item: TrueFalse, t: Words) -> Form:
    """One place, for true or false."""
    sides = [Alternative(id=id, html=words, mark=words) for id in ("true", "false") for words in [str(t[f"is_{id}"])]]
    return Form(places=[Place(id="", alternatives=sides)], shuffle=False)


def solution(item: TrueFalse, t: Words) -> Answer:
    """True or false."""
    id = "true" if item.answer else "false"
    expected = Expected(place="", ids=[id], words=[str(t[f"is_{id}"])])
    return Answer(expected=[expected], rule=says(t, "score_one", item, 1))


KIND = QuestionKind(
    name="truefalse",
    types=("truefalse",),
    fits=fits,
    parse=parse,
    score=score,
    form=form,
    solution=solution,
)
