"""The vectors that Python and the browser must both pass, and how the browser's half is run."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ssg.catalog import collect

VECTORS = Path(__file__).parent / "vectors"
BASE = Path(__file__).parents[1] / "themes" / "base"
KINDS = collect("ssg.questions")


def scoring_vectors() -> Iterator[tuple[str, Any]]:
    """Every kind with each of its vectors: ``{name, key, response, score: [n, d]}``."""
    for kind in KINDS:
        for vector in json.loads((VECTORS / "scoring" / f"{kind}.json").read_text(encoding="utf-8")):
            yield kind, vector


def hint_vectors() -> list[Any]:
    """``{name, earned: [n, d], hints, cost, score: [n, d]}``: what opened hints leave of a share."""
    found: list[Any] = json.loads((VECTORS / "hints.json").read_text(encoding="utf-8"))
    return found


def normalise_vectors() -> list[Any]:
    """``{name, to, texts, ignore_punctuation?, ignore_particles?}``: all the texts come to the same."""
    found: list[Any] = json.loads((VECTORS / "normalise.json").read_text(encoding="utf-8"))
    return found


def python_score(kind: str, key: Any, response: Any) -> list[int]:
    """The fraction that the kind's rule pays in Python, as the browser writes it."""
    score = KINDS[kind].score(key, response)
    assert score.possible == 1
    return [score.earned.numerator, score.earned.denominator]


def browser_half(*returns: str) -> str:
    """A function expression that defines the pure scripts and returns some of their names."""
    scripts = [BASE / "shared" / "typed" / "normalise.js", BASE / "runtime" / "scoring.js"]
    scripts += [BASE / "questions" / kind / f"{kind}.score.js" for kind in KINDS]
    text = "\n".join(script.read_text(encoding="utf-8") for script in scripts)
    return f'() => {{ "use strict"; {text}\nreturn {{ {", ".join(returns)} }}; }}'
