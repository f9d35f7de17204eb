"""What an item pays to somebody who knows nothing: the mean over all responses, and ticking everything.

Responses are numbered, so that every one is scored where they are few, and where they are many a fixed sample.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import factorial
from random import Random
from typing import Any

from ssg.catalog import collect
from ssg.model import Json, Question

MOST = 4096
"""So many responses are scored one by one; of more, as many are drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """Shares of the item's points: by blind luck, and by ticking everything (None where nothing can be ticked)."""

    random: Fraction
    everything: Fraction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Responses:
    """The responses to an item, by their numbers; ``everything`` is the one in which all is ticked."""

    count: int
    at: Callable[[int], Json]
    everything: Json = None


def guess(item: Question) -> Guess | None:
    """What guessing pays; None for items that are answered in words of one's own."""
    if item.kind not in RESPONSES:
        return None
    responses = RESPONSES[item.kind](item)
    score, key = collect("ssg.questions")[item.kind].score, item.key()
    numbers = range(responses.count) if responses.count <= MOST else _sample(responses.count)
    shares = [score(key, responses.at(number)).earned for number in numbers]
    everything = None if responses.everything is None else score(key, responses.everything).earned
    return Guess(random=sum(shares, Fraction(0)) / len(shares), everything=everything)


def _sample(count: int) -> Sequence[int]:
    draw = Random(0)  # always the same, so that a report of the same course is the same
    return [draw.randrange(count) for _ in range(MOST)]


def _choice(item: Any) -> Responses:
    ids = [option.id for option in item.options]
    if not item.multiple:
        return Responses(count=len(ids), at=lambda number: [ids[number]])
    return Responses(count=2 ** len(ids), at=lambda number: _subset(ids, number), everything=ids)


def _spot(item: Any) -> Responses:
    ids = [candidate.id for candidate in item.candidates]
    return Responses(count=2 ** len(ids), at=lambda number: _subset(ids, number), everything=ids)


def _truefalse(item: Any) -> Responses:
    return Responses(count=2, at=bool)


def _order(item: Any) -> Responses:
    ids = [step.id for step in item.steps]
    return Responses(count=factorial(len(ids)), at=lambda number: _permutation(ids, number))


def _match(item: Any) -> Responses:
    lefts = [left.id for left in item.lefts]
    rights = [*(right.id for _, right in item.pairs), *(right.id for right in item.distractors)]
    return _one_each(lefts, list(dict.fromkeys(rights)))


def _sort(item: Any) -> Responses:
    return _one_each([member.id for member, _ in item.members], [group.id for group in item.groups])


def _one_each(rows: Sequence[str], picks: Sequence[str]) -> Responses:
    """One of the picks for every row."""
    return Responses(
        count=len(picks) ** len(rows),
        at=lambda number: dict(zip(rows, _digits(number, [picks] * len(rows)), strict=True)),
    )


def _pick(item: Any) -> Responses:
    words = [[word.id for word in (gap.words or item.bank)] for gap in item.gaps]
    count = 1
    for each in words:
        count *= len(each)
    return Responses(count=count, at=lambda number: _digits(number, words))


def _judgement(item: Any) -> Responses:
    ids = [option.id for option in item.options]
    pairs = [{"best": best, "worst": worst} for best in ids for worst in ids if best != worst]
    return Responses(count=len(pairs), at=lambda number: pairs[number])


def _emotion(item: Any) -> Responses:
    ids = [option.id for option in item.options]
    return Responses(count=len(ids), at=lambda number: [ids[number]])


def _rating(item: Any) -> Responses:
    points = item.key()["points"]
    return _one_each([option.id for option in item.options], points)


RESPONSES: Mapping[str, Callable[[Any], Responses]] = {
    "choice": _choice,
    "emotion": _emotion,
    "judgement": _judgement,
    "match": _match,
    "order": _order,
    "pick": _pick,
    "rating": _rating,
    "sort": _sort,
    "spot": _spot,
    "truefalse": _truefalse,
}


def _subset(ids: Sequence[str], number: int) -> list[str]:
    return [id for at, id in enumerate(ids) if number >> at & 1]


def _permutation(ids: Sequence[str], number: int) -> list[str]:
    rest, order = list(ids), []
    for size in range(len(ids), 0, -1):
        number, at = divmod(number, size)
        order.append(rest.pop(at))
    return order


def _digits(number: int, choices: Sequence[Sequence[str]]) -> list[str]:
    picked = []
    for each in choices:
        number, at = divmod(number, len(each))
        picked.append(each[at])
    return picked
