"""Chance, exactly: how likely it is that blind luck alone would do so well."""

from __future__ import annotations

from collections.abc import Iterable


def poisson_binomial(chances: Iterable[float]) -> list[float]:
    """How likely each number of successes is in independent trials of unequal chances; the index is the number."""
    shares = [1.0]
    for chance in chances:
        hit = [0.0, *(share * chance for share in shares)]
        missed = [*(share * (1 - chance) for share in shares), 0.0]
        shares = [one + other for one, other in zip(hit, missed, strict=True)]
    return shares


def chance_of_at_least(successes: int, chances: Iterable[float]) -> float:
    """How likely it is to succeed so often or more often (the upper tail of the Poisson-binomial distribution)."""
    return min(1.0, sum(poisson_binomial(chances)[successes:]))
