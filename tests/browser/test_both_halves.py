"""The browser's half of the scoring rules and of normalisation gives what Python gives, to the last digit."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, JSHandle
from scoring_cases import WORDS, case
from scoring_vectors import KINDS, browser_half, hint_vectors, normalise_vectors, python_score, scoring_vectors

from ssg.normalise import normalise

pytestmark = pytest.mark.browser

RANDOM_CASES = 800
"""For each question type."""


@pytest.fixture(scope="module")
def half(browser: Browser) -> Iterator[JSHandle]:
    """The pure scripts, run in a blank page."""
    page = browser.new_page()
    yield page.evaluate_handle(browser_half("scoring", "normalise", "afterHints"))
    page.close()


def browser_scores(half: JSHandle, cases: list[tuple[str, Any, Any]]) -> list[Any]:
    """Cases travel as text: the driver's own conversion would lose ``__proto__`` and lone surrogates."""
    score = "(half, text) => JSON.parse(text).map(([kind, key, response]) => half.scoring[kind](key, response).earned)"
    found: list[Any] = half.evaluate(score, json.dumps(cases))
    return found


def browser_texts(half: JSHandle, cases: list[tuple[str, bool, bool]]) -> list[Any]:
    run = """(half, text) => JSON.stringify(JSON.parse(text).map(([typed, ignorePunctuation, ignoreParticles]) =>
        half.normalise(typed, { ignorePunctuation, ignoreParticles })))"""
    found: list[Any] = json.loads(half.evaluate(run, json.dumps(cases)))
    return found


def test_every_vector_earns_its_share(half: JSHandle) -> None:
    vectors = list(scoring_vectors())
    scores = browser_scores(half, [(kind, vector["key"], vector["response"]) for kind, vector in vectors])
    wrong = [
        (kind, each["name"], score)
        for (kind, each), score in zip(vectors, scores, strict=True)
        if score != each["score"]
    ]
    assert wrong == []


def test_hints_cost_what_they_cost_in_python(half: JSHandle) -> None:
    run = "(half, all) => all.map(({ earned, hints, cost }) => half.afterHints(earned, hints, cost))"
    assert half.evaluate(run, hint_vectors()) == [vector["score"] for vector in hint_vectors()]


def test_random_keys_and_responses_earn_what_they_earn_in_python(half: JSHandle) -> None:
    dice = random.Random("both halves")
    cases = [(kind, *case(kind, dice)) for kind in KINDS for _ in range(RANDOM_CASES)]
    expected = [python_score(*each) for each in cases]
    scores = browser_scores(half, cases)
    wrong = [(each, there, here) for each, there, here in zip(cases, scores, expected, strict=True) if there != here]
    assert wrong == []
    assert {tuple(score) for score in expected} >= {(0, 1), (1, 1), (1, 2), (1, 3)}


def test_every_normalising_vector_comes_to_its_text(half: JSHandle) -> None:
    cases = [
        (
            vector["name"],
            vector["to"],
            text,
            vector.get("ignore_punctuation", True),
            vector.get("ignore_particles", False),
        )
        for vector in normalise_vectors()
        for text in vector["texts"]
    ]
    found = browser_texts(half, [each[2:] for each in cases])
    assert [each[:3] for each, text in zip(cases, found, strict=True) if text != each[1]] == []


def test_every_character_is_normalised_as_in_python(half: JSHandle) -> None:
    run = """(half, codes) => JSON.stringify(JSON.parse(codes).map((code) =>
        half.normalise("中" + String.fromCodePoint(code) + "a", { ignorePunctuation: false })))"""
    codes = [*range(0x30000), *range(0xE0000, 0xE0200)]  # the planes between are empty or hold ideographs only
    there = json.loads(half.evaluate(run, json.dumps(codes)))
    here = [normalise(f"中{chr(code)}a", ignore_punctuation=False) for code in codes]
    assert [hex(code) for code, one, other in zip(codes, there, here, strict=True) if one != other] == []


def test_random_texts_are_normalised_as_in_python(half: JSHandle) -> None:
    dice = random.Random("texts")
    letters = [
        *"".join(WORDS),
        *"的地得 。，、；！？…—–~～-.09０９ＡßẞİΣςΐ゛´“”「」（）/\\%#",
        *"\u0301\u0307\u0323\u3099\u0338\u200b\u200d\ufe0f\u3000\t",
    ]
    texts = ["".join(dice.choices(letters, k=dice.randint(0, 9))) for _ in range(5000)]
    cases = [(json.loads(json.dumps(text)), dice.random() < 0.5, dice.random() < 0.5) for text in texts]
    here = [normalise(text, ignore_punctuation=marks, ignore_particles=words) for text, marks, words in cases]
    assert browser_texts(half, cases) == here
