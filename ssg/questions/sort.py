"""Sorting into groups: a table whose headings are the groups, and whose cells are their members."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from ssg.model import Json, Question, Score
from ssg.parse.context import Context
from ssg.questions.answer import Alternative, Answer, Expected, Form, Place, Words, says
from ssg.questions.draft import ItemDraft, QuestionKind, Row, Table, fingerprint
from ssg.questions.shape import report_unused, rule_of, sound
from ssg.scoring import pairs_share


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort(Question):
    """``groups`` in the author's order, and ``members`` with the group of each in the table's."""

    kind: ClassVar[str] = "sort"
    groups: Sequence[Row]
    members: Sequence[tuple[Row, Row]]
    rule: str

    @property
    def shown(self) -> Sequence[Row]:
        """The members in an order that tells nothing of their groups."""
        return sorted((member for member, _ in self.members), key=lambda member: member.id)

    def key(self) -> Mapping[str, Json]:
        """``{pairs: {member id: group id}, rule, explanation, print}``."""
        return {
            "pairs": {member.id: group.id for member, group in self.members},
            "rule": self.rule,
            "explanation": self.explanation,
            "print": self.fingerprint(),
        }

    def own_fingerprint(self) -> str:
        """Changes with the stem, the groups, the members of each and the rule; not with their order."""
        pairs = sorted((member.id, group.id) for member, group in self.members)
        return fingerprint(self.stem, self.body, pairs, sorted(group.id for group in self.groups), self.rule)


def fits(draft: ItemDraft) -> bool:
    """A table of three or more columns alone makes a sorting item; one of two columns is for matching."""
    if draft.table is None or len(draft.table.head) < 3:
        return False
    answered = any(draft.settings.get(key) for key in ("answer", "gap", "model", "rubric"))
    return not (draft.options or draft.steps or draft.blanks or answered)


def parse(draft: ItemDraft, context: Context) -> Sort | None:
    """The sorting item of a draft; what makes it unusable is reported."""
    before = len(context.problems)
    report_unused(draft, context, "sort", settings=["rule"])
    rule = rule_of(draft, ["partial", "all"], context)
    table = draft.table
    if table is None or len(table.head) < 2:
        context.report("QZ811", table.span if table else draft.span)
        return None
    for extra in [node for node in draft.nodes if node.type == "table"][1:]:
        context.report("QZ815", context.span(extra.line), first=table.span.line)
    members = [(cell, group) for row in table.rows for group, cell in zip(table.head, row, strict=True) if cell.text]
    _report_cells(table, [member for member, _ in members], context)
    if len(members) < 2:
        context.report("QZ812", draft.span, count=len(members))
    if not sound(context, before):
        return None
    body = draft.body(context, "table")
    return Sort(**draft.common(body), groups=table.head, members=members, rule=rule)


def _report_cells(table: Table, members: Sequence[Row], context: Context) -> None:
    first: dict[str, Row] = {}
    for group in table.head:
        if not group.text or first.setdefault(group.id, group) is not group:
            context.report("QZ814", group.span if group.text else table.span)
    first = {}
    for member in members:
        if first.setdefault(member.id, member) is not member:
            context.report("QZ813", member.span, text=member.text, first=first[member.id].span.line)


def score(key: Any, response: Any) -> Score:
    """The share of members that got their group; ``response`` is ``{member id: group id or null}``."""
    return pairs_share(key, response)


def form(item: Sort, t: Words) -> Form:
    """A place for each member, where a group goes."""
    groups = [Alternative(id=group.id, html=group.html) for group in item.groups]
    places = [Place(id=member.id, asked=member.html, alternatives=groups) for member in item.shown]
    return Form(places=places, rows=True, shuffle=False)


def solution(item: Sort, t: Words) -> Answer:
    """The group of each member."""
    expected = [
        Expected(place=member.id, asked=member.html, ids=[group.id], words=[group.html])
        for member, group in item.members
    ]
    rule = "score_every" if item.rule == "all" else "score_each"
    return Answer(expected=expected, rule=says(t, rule, item, len(item.members)))


KIND = QuestionKind(
    name="sort",
    types=("sort",),
    fits=fits,
    parse=parse,
    score=score,
    form=form,
    solution=solution,
    shares=("rows",),
)
