"""Every question type pays exactly what the shared vectors say, and no response makes a rule fail."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

import pytest
from scoring_cases import anything, case
from scoring_vectors import KINDS, hint_vectors, python_score, scoring_vectors

from ssg.scoring import after_hints


@pytest.mark.parametrize(
    ("kind", "vector"), list(scoring_vectors()), ids=lambda value: value if isinstance(value, str) else value["name"]
)
def test_a_response_earns_its_share(kind: str, vector: Any) -> None:
    assert python_score(kind, vector["key"], vector["response"]) == vector["score"]


@pytest.mark.parametrize("vector", hint_vectors(), ids=lambda vector: vector["name"])
def test_opened_hints_cost_what_the_author_says(vector: Any) -> None:
    left = after_hints(Fraction(*vector["earned"]), vector["hints"], vector["cost"])
    assert [left.numerator, left.denominator] == vector["score"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_type_has_vectors_for_full_part_and_no_credit(kind: str) -> None:
    scores = [tuple(vector["score"]) for each, vector in scoring_vectors() if each == kind]
    assert len(scores) >= 25
    assert {(0, 1), (1, 1)} <= set(scores)


@pytest.mark.parametrize("kind", KINDS)
def test_no_response_makes_a_rule_fail_or_pay_more_than_all(kind: str) -> None:
    dice = random.Random(f"anything {kind}")
    for _ in range(500):
        key, _response = case(kind, dice)
        earned, possible = python_score(kind, key, anything(dice))
        assert 0 <= earned <= possible
