"""Matching: a table of two columns, whose left sides find their right sides again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from ssg.model import Json, Question, Score
from ssg.parse.context import Context
from ssg.questions.answer import Alternative, Answer, Expected, Form, Place, Words, says
from ssg.questions.draft import ItemDraft, QuestionKind, Row, Table, fingerprint
from ssg.questions.shape import report_unused, rule_of, sound
from ssg.scoring import pairs_share


@dataclass(frozen=True, slots=True, kw_only=True)
class Match(Question):
    """``pairs`` of a left and a right side, and ``distractors``: right sides that belong to no left one."""

    kind: ClassVar[str] = "match"
    head: tuple[Row, Row]
    pairs: Sequence[tuple[Row, Row]]
    distractors: Sequence[Row]
    rule: str

    @property
    def lefts(self) -> Sequence[Row]:
        """The left sides in the author's order."""
        return [left for left, _ in self.pairs]

    @property
    def rights(self) -> Sequence[Row]:
        """Every right side in an order that tells nothing of the pairs."""
        return sorted([*(right for _, right in self.pairs), *self.distractors], key=lambda right: right.id)

    def key(self) -> Mapping[str, Json]:
        """``{pairs: {left id: right id}, rule, explanation, print}``."""
        return {
            "pairs": {left.id: right.id for left, right in self.pairs},
            "rule": self.rule,
            "explanation": self.explanation,
            "print": self.fingerprint(),
        }

    def own_fingerprint(self) -> str:
        """Changes with the stem, the pairs, the distractors and the rule; not with their order."""
        pairs = sorted((left.id, right.id) for left, right in self.pairs)
        return fingerprint(self.stem, self.body, pairs, sorted(row.id for row in self.distractors), self.rule)


def fits(draft: ItemDraft) -> bool:
    """A table of two columns makes a matching item."""
    return draft.table is not None and len(draft.table.head) == 2


def parse(draft: ItemDraft, context: Context) -> Match | None:
    """The matching item of a draft; what makes it unusable is reported."""
    before = len(context.problems)
    report_unused(draft, context, "match", settings=["rule"])
    rule = rule_of(draft, ["partial", "all"], context)
    table = draft.table
    if table is None or len(table.head) != 2:
        context.report("QZ701", table.span if table else draft.span, columns=len(table.head) if table else 0)
        return None
    for extra in [node for node in draft.nodes if node.type == "table"][1:]:
        context.report("QZ706", context.span(extra.line), first=table.span.line)
    _report_rows(table, context)
    rows = [(left, right) for left, right in table.rows if right.text]
    pairs = [(left, right) for left, right in rows if left.text]
    if len(pairs) < 2:
        context.report("QZ702", draft.span, count=len(pairs))
    if not sound(context, before):
        return None
    return Match(
        **draft.common(draft.body(context, "table")),
        head=(table.head[0], table.head[1]),
        pairs=pairs,
        distractors=[right for left, right in rows if not left.text],
        rule=rule,
    )


def _report_rows(table: Table, context: Context) -> None:
    for left, right in table.rows:
        if not right.text:
            context.report("QZ703", left.span, text=left.text)
    _report_twins("QZ704", (left for left, _ in table.rows if left.text), context)
    _report_twins("QZ705", (right for _, right in table.rows if right.text), context)


def _report_twins(code: str, cells: Iterable[Row], context: Context) -> None:
    first: dict[str, Row] = {}
    for cell in cells:
        if first.setdefault(cell.id, cell) is not cell:
            context.report(code, cell.span, text=cell.text, first=first[cell.id].span.line)


def score(key: Any, response: Any) -> Score:
    """The share of left sides that got their right side; ``response`` is ``{left id: right id or null}``."""
    return pairs_share(key, response)


def form(item: Match, t: Words) -> Form:
    """A place for each left side, where a right side goes."""
    rights = [Alternative(id=right.id, html=right.html) for right in item.rights]
    return Form(places=[Place(id=left.id, asked=left.html, alternatives=rights) for left in item.lefts], rows=True)


def solution(item: Match, t: Words) -> Answer:
    """The right side of each left one."""
    expected = [
        Expected(place=left.id, asked=left.html, ids=[right.id], words=[right.html]) for left, right in item.pairs
    ]
    rule = "score_every" if item.rule == "all" else "score_each"
    return Answer(expected=expected, rule=says(t, rule, item, len(item.pairs)))


KIND = QuestionKind(name="match", types=("match",), fits=fits, parse=parse, score=score, form=form, solution=solution)
