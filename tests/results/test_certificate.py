"""The code of a certificate: the same in Python and in the page, however it is typed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ssg.results.certificate import code_of, plain_name, typed_code
from ssg.results.model import Certificate, Row

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "certificate.json").read_text(encoding="utf-8"))


def certificate(fields: dict[str, Any]) -> Certificate:
    rows = [
        Row(place=(row["chapter"], row["block"]), **{name: row[name] for name in ("earned", "possible", "pass_mark")})
        for row in fields["quizzes"]
    ]
    return Certificate(**{**fields, "quizzes": rows, "code": ""})


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_every_vector_makes_its_code(vector: dict[str, Any]) -> None:
    assert code_of(vector["course"], certificate(vector["certificate"])) == vector["code"]


def test_no_two_vectors_share_a_code() -> None:
    assert len({vector["code"] for vector in VECTORS}) == len(VECTORS)


@pytest.mark.parametrize(
    "typed",
    ["SEZMK-368B6-74WG0-6YCR1", "sezmk368b674wg06ycr1", " SEZMK 368B6 74WGO 6YCRl ", "ＳＥＺＭＫ－368B6–74WG0—6YCRI"],
)
def test_a_code_may_be_typed_in_many_ways(typed: str) -> None:
    assert typed_code(typed) == "SEZMK-368B6-74WG0-6YCR1"


@pytest.mark.parametrize(
    "typed", ["", "results.json", "SEZMK-368B6-74WG0", "SEZMK-368B6-74WG0-6YCR1X", "SEZMU-368B6-74WG0-6YCR1"]
)
def test_what_is_no_code_is_told_from_one(typed: str) -> None:
    assert typed_code(typed) is None


def test_a_name_stands_in_one_line_and_turns_nothing_about() -> None:
    assert plain_name("  陈\t\n晨\u202e \x07") == "陈 晨"
    assert plain_name("Zoe\u0308") == "Zoë"
