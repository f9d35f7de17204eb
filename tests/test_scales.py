"""Ratings on a scale, in Python: the vectors that the browser passes too."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from ssg.scales import applies, means

VECTORS: list[Any] = json.loads((Path(__file__).parent / "vectors" / "selfcheck.json").read_text(encoding="utf-8"))
MEANS = [pytest.param(each, id=each["name"]) for each in VECTORS if "means" in each]
BANDS = [pytest.param(each, id=each["name"]) for each in VECTORS if "applies" in each]


@pytest.mark.parametrize("vector", MEANS)
def test_ratings_come_to_their_means(vector: Any) -> None:
    found = [
        [each.dimension, each.answered, each.statements, None if each.mean is None else str(each.mean)]
        for each in means(vector["key"], vector["answers"])
    ]
    assert found == vector["means"]


@pytest.mark.parametrize("vector", BANDS)
def test_a_band_applies_to_its_means_only(vector: Any) -> None:
    found = {mean: applies(vector["tests"], Fraction(mean)) for mean in vector["applies"]}
    assert found == vector["applies"]
