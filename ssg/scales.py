"""What ratings on a scale come to: the mean of each dimension, reversed statements turned round, and whose bands apply.

No answer is right or wrong. The browser's half is ``themes/base/shared/scales/scales.score.js``; both pass
``tests/vectors/selfcheck.json``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

OVERALL = ""
"""Stands for all statements together, where a dimension is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mean:
    """A dimension: how many of its statements were answered, and their mean, None where too few were."""

    dimension: str
    answered: int
    statements: int
    mean: Fraction | None


def means(key: Mapping[str, Any], answers: Mapping[str, Any]) -> Sequence[Mean]:
    """Every dimension in the key's order, then all statements together.

    ``key`` is ``{points: [numbers], dimensions: [names], statements: {id: [dimension, reversed]}}``. An answer is a
    point as text; anything else counts as none. A mean needs two thirds of the statements.
    """
    points = {str(point): point for point in key["points"]}
    ends = key["points"][0] + key["points"][-1]
    ratings: dict[str, list[int | None]] = {name: [] for name in [*key["dimensions"], OVERALL]}
    for id, (dimension, turned) in key["statements"].items():
        answer = answers.get(id)
        point = points.get(answer) if isinstance(answer, str) else None
        for name in {dimension, OVERALL}:
            ratings[name].append(ends - point if turned and point is not None else point)
    return [_mean(name, given) for name, given in ratings.items()]


def _mean(name: str, ratings: Sequence[int | None]) -> Mean:
    given = [rating for rating in ratings if rating is not None]
    enough = bool(given) and 3 * len(given) >= 2 * len(ratings)
    mean = Fraction(sum(given), len(given)) if enough else None
    return Mean(dimension=name, answered=len(given), statements=len(ratings), mean=mean)


def applies(tests: Sequence[Sequence[Any]], mean: Fraction) -> bool:
    """Whether a mean passes all tests of a band, each ``[sign, hundredths]`` with a sign of ``< <= > >=``."""
    return all(_passes(sign, mean * 100, limit) for sign, limit in tests)


def _passes(sign: str, value: Fraction, limit: int) -> bool:
    return {"<": value < limit, "<=": value <= limit, ">": value > limit, ">=": value >= limit}[sign]
