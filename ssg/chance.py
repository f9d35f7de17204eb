"""Chance, exactly: how likely it is that blind luck alone would do so well."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


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


def is_beyond_chance(successes: int, chances: Sequence[float], level: float) -> bool:
    """Whether so many successes or more are less likely than ``level``, which is below a half.

    What does not exceed the expected number is not counted out: its tail holds the median (Jogdeo and Samuels 1968).
    """
    return successes > sum(chances) and chance_of_at_least(successes, chances) < level
