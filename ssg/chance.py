"""Chance, exactly: how likely it is that blind luck alone would do so well."""

from __future__ import annotations

from collections.abc import Sequence


def poisson_binomial(chances: Sequence[float], most: int | None = None) -> list[float]:
    """How likely each number of successes is in independent trials of unequal chances; the index is the number.

    Numbers above ``most`` are not counted out.
    """
    shares = [1.0]
    for chance in chances:
        miss = 1 - chance
        hits = [share * chance for share in shares]
        shares = [share * miss + hit for share, hit in zip(shares, [0.0, *hits], strict=False)]
        if most is None or len(shares) <= most:
            shares.append(hits[-1])
    return shares


def chance_of_at_least(successes: int, chances: Sequence[float]) -> float:
    """How likely it is to succeed so often or more often (the upper tail of the Poisson-binomial distribution).

    It is the chance to miss at most as often as is left, which takes few numbers where there are many successes.
    """
    misses = len(chances) - successes
    return min(1.0, sum(poisson_binomial([1 - chance for chance in chances], misses))) if misses >= 0 else 0.0


def is_beyond_chance(successes: int, chances: Sequence[float], level: float) -> bool:
    """Whether so many successes or more are less likely than ``level``, which is below a half.

    What does not exceed the expected number is not counted out: its tail holds the median (Jogdeo and Samuels 1968).
    """
    return successes > sum(chances) and chance_of_at_least(successes, chances) < level
