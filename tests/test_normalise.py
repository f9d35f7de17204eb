"""Typed answers are normalised as the shared vectors say, the same under every Unicode version."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from scoring_vectors import normalise_vectors

from ssg.normalise import STABLE, normalise


def switches(vector: Any) -> dict[str, bool]:
    return {name: vector[name] for name in ("ignore_punctuation", "ignore_particles") if name in vector}


@pytest.mark.parametrize("vector", normalise_vectors(), ids=lambda vector: vector["name"])
def test_all_spellings_come_to_one_text(vector: Any) -> None:
    assert {normalise(text, **switches(vector)) for text in vector["texts"]} == {vector["to"]}


@pytest.mark.parametrize("vector", normalise_vectors(), ids=lambda vector: vector["name"])
def test_a_normalised_text_is_normal(vector: Any) -> None:
    assert normalise(vector["to"], **switches(vector)) == vector["to"]


def test_every_character_that_is_folded_is_known_to_this_unicode() -> None:
    """Unicode promises that what it knows is never folded otherwise; of what it does not know it promises nothing."""
    ends = [ord(end) for end in STABLE.replace("-", "")]
    ranges, at = [], 0
    for end in STABLE:
        if end == "-":
            at = 1
        elif at:
            ranges[-1] = (ranges[-1][0], ord(end))
            at = 0
        else:
            ranges.append((ord(end), ord(end)))
    assert ends == sorted(ends)
    unknown = [hex(code) for first, last in ranges for code in range(first, last + 1) if category(code) in ("Cn", "Co")]
    assert unknown == []


def category(code: int) -> str:
    return unicodedata.category(chr(code))


def test_a_long_text_takes_no_time_to_speak_of() -> None:
    assert normalise("!" * 100_000 + "x" + " " * 100_000 + "。" * 100_000) == "x"
