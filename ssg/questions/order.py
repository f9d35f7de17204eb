"""Ordering: steps to be put into their order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Any, ClassVar

from ssg.model import Json, Question, Score
from ssg.parse.context import Context
from ssg.parse.tree import Node
from ssg.questions.answer import Alternative, Answer, Expected, Form, Place, Words, says
from ssg.questions.draft import ItemDraft, QuestionKind, Row, fingerprint
from ssg.questions.shape import report_unused, rule_of, sound
from ssg.scoring import distinct_ids, share


@dataclass(frozen=True, slots=True, kw_only=True)
class Order(Question):
    """Steps in their right order; ``rule`` is ``tau``, ``adjacent`` or ``all``."""

    kind: ClassVar[str] = "order"
    steps: Sequence[Row]
    rule: str

    @property
    def shown(self) -> Sequence[Row]:
        """The steps in an order that tells nothing of the right one, and is never the right one."""
        mixed = sorted(self.steps, key=lambda step: step.id)
        return mixed if mixed != list(self.steps) else [*mixed[1:], mixed[0]]

    def key(self) -> Mapping[str, Json]:
        """``{order: [id], rule, explanation, print}``."""
        return {
            "order": [step.id for step in self.steps],
            "rule": self.rule,
            "explanation": self.explanation,
            "print": self.fingerprint(),
        }

    def own_fingerprint(self) -> str:
        """Changes with the stem, the steps, their order and the rule."""
        return fingerprint(self.stem, self.body, [step.id for step in self.steps], self.rule)


def fits(draft: ItemDraft) -> bool:
    """An ordered list makes an ordering item unless there are options."""
    return bool(draft.steps) and not draft.options


def parse(draft: ItemDraft, context: Context) -> Order | None:
    """The ordering item of a draft; what makes it unusable is reported."""
    before = len(context.problems)
    report_unused(draft, context, "order", settings=["rule"], forms=["steps"])
    lists = [node for node in draft.nodes if node.type == "ordered_list"]
    if len(draft.steps) < 2:
        context.report("QZ601", draft.span, count=len(draft.steps))
    for extra in lists[1:]:
        context.report("QZ604", context.span(extra.line), first=lists[0].line)
    for node in lists:
        _report_numbers(node, context)
    for item in (item for node in lists for item in node.children):
        if not item.inline or len(item.children) > 1 or item.children[0].type != "paragraph":
            context.report("QZ603", context.span(item.line))
    first: dict[str, Row] = {}
    for step in draft.steps:
        if first.setdefault(step.id, step) is not step:
            context.report("QZ602", step.span, text=step.text, first=first[step.id].span.line)
    rule = rule_of(draft, ["partial", "adjacent", "all"], context)
    if not sound(context, before):
        return None
    body = draft.body(context, "ordered_list")
    return Order(**draft.common(body), steps=draft.steps, rule="tau" if rule == "partial" else rule)


def _report_numbers(steps: Node, context: Context) -> None:
    """Numbers that do not count up look like the right order beside the steps; all the same ones are a habit."""
    numbers = [int(item.tokens[0].info) for item in steps.children]
    counted = list(range(numbers[0], numbers[0] + len(numbers)))
    if numbers != counted and len(set(numbers)) > 1:
        context.report("QZ605", context.span(steps.line), numbers="、".join(map(str, numbers)))


def score(key: Any, response: Any) -> Score:
    """max(0, Kendall's tau), so that a random order earns little and a reversed one nothing.

    The rule ``adjacent`` pays the share of true neighbours that stand together in order, ``all`` only the exact order.
    ``key`` is ``{order: [id], rule}``, ``response`` the list of all ids, each once; anything else earns nothing.
    """
    steps = key["order"]
    given = distinct_ids(response)
    if len(steps) < 2 or sorted(given) != sorted(steps):
        return share(0, 1)
    places = [steps.index(id) for id in given]
    if key["rule"] == "all":
        return share(int(given == steps), 1)
    if key["rule"] == "adjacent":
        return share(sum(after == before + 1 for before, after in pairwise(places)), len(steps) - 1)
    pairs = list(combinations(places, 2))
    concordant = sum(before < after for before, after in pairs)
    return share(max(0, 2 * concordant - len(pairs)), len(pairs))


def form(item: Order, t: Words) -> Form:
    """One place, for all steps in order; by their ids, for an order that avoids the right one tells of it."""
    steps = sorted(item.steps, key=lambda step: step.id)
    letters = [Alternative(id=step.id, html=step.html) for step in steps]
    return Form(places=[Place(id="", alternatives=letters, takes="all")])


def solution(item: Order, t: Words) -> Answer:
    """The steps in their order."""
    steps = len(item.steps)
    ids, words = [step.id for step in item.steps], [step.html for step in item.steps]
    parts = max(1, steps - 1 if item.rule == "adjacent" else 1)
    rule = says(t, f"score_order_{item.rule}", item, parts, n=steps * (steps - 1) // 2)
    return Answer(expected=[Expected(place="", ids=ids, words=words, join="then")], rule=rule)


KIND = QuestionKind(name="order", types=("order",), fits=fits, parse=parse, score=score, form=form, solution=solution)
