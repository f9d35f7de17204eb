"""The Poisson-binomial distribution against cases that can be done on paper."""

from __future__ import annotations

from itertools import product
from math import comb, prod

import pytest

from ssg.chance import chance_of_at_least, poisson_binomial


def test_equal_chances_are_the_binomial_distribution() -> None:
    expected = [comb(6, k) * 0.25**k * 0.75 ** (6 - k) for k in range(7)]
    assert poisson_binomial([0.25] * 6) == pytest.approx(expected)


def test_unequal_chances_are_the_sum_over_all_outcomes() -> None:
    chances = [1 / 2, 1 / 3, 1 / 4, 1 / 3, 1 / 5]
    expected = sum(
        prod(chance if hit else 1 - chance for hit, chance in zip(hits, chances, strict=True))
        for hits in product((0, 1), repeat=5)
        if sum(hits) >= 3
    )
    assert chance_of_at_least(3, chances) == pytest.approx(expected)


def test_something_always_happens() -> None:
    assert chance_of_at_least(0, [1 / 3] * 400) == pytest.approx(1) and poisson_binomial([]) == [1.0]
    assert chance_of_at_least(7, [0.5] * 6) == 0
