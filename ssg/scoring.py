"""What the scoring rules of all question types share: exact fractions, and a response read without trusting it.

A rule is ``score(key, response)``. The key is ours; the response comes from a file or a browser and may be anything
JSON can say. A response of another shape than the type's earns nothing, and none makes a rule fail. The browser's half
is ``themes/base/runtime/scoring.js``; both pass ``tests/vectors/scoring``.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from ssg.model import Score
from ssg.normalise import normalise


def share(earned: int, possible: int) -> Score:
    """So many of so many parts of one item; nothing of nothing is nothing."""
    return Score(earned=Fraction(earned, possible) if possible else Fraction(0), possible=1)


def after_hints(earned: Fraction, hints: int, cost: int) -> Fraction:
    """What is left of a share of one item when each of the opened hints costs ``cost`` per cent of the item."""
    return max(Fraction(0), earned - Fraction(hints * cost, 100))


def distinct_ids(response: Any) -> list[str]:
    """The ids of a list of different ids; an empty list for any other response."""
    if not isinstance(response, list) or not all(isinstance(id, str) for id in response):
        return []
    return response if len(set(response)) == len(response) else []


def pairs_share(key: Mapping[str, Any], response: Any) -> Score:
    """The share of pairs that are right; the rule ``all`` pays only all of them.

    ``key`` is ``{pairs: {id: id}, rule}``, ``response`` ``{id: id or null}``. An id on the left that the item does not
    have makes the response worthless.
    """
    pairs = key["pairs"]
    if not isinstance(response, dict) or not response.keys() <= pairs.keys():
        return share(0, 1)
    right = sum(response.get(left) == right for left, right in pairs.items())
    if key["rule"] == "all":
        return share(int(right == len(pairs)), 1)
    return share(right, len(pairs))


def accepted_percent(text_key: Mapping[str, Any], response: Any) -> int:
    """What a typed text is worth: the per cent of the first accepted text that it equals when normalised, else 0.

    ``text_key`` is ``{accept: [[text, percent]], ignore_punctuation, ignore_particles}``.
    """
    if not isinstance(response, str):
        return 0
    switches = {name: text_key[name] for name in ("ignore_punctuation", "ignore_particles")}
    typed = normalise(response, **switches)
    accepted = (percent for text, percent in text_key["accept"] if normalise(text, **switches) == typed)
    return next(accepted, 0) if typed else 0
