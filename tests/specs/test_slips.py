"""Typing slips are said with their place, and prose that merely looks like one is left in peace."""

from __future__ import annotations

import pytest
from cases import Case, page, read_cases, render


@pytest.mark.parametrize("case", read_cases("slips.txt"), ids=lambda case: case.title)
def test_the_slips_of_the_text_are_said(case: Case) -> None:
    here = page(case.text)
    render(case.text, here)
    places = sorted((problem.span.line, problem.span.column, problem.code) for problem in here.problems)
    said = [f"{code} {line}:{column}" for line, column, code in places]
    assert said == sorted(case.expected.replace("none", "").splitlines(), key=_place)


def _place(line: str) -> tuple[int, int, str]:
    code, _, place = line.partition(" ")
    row, _, column = place.partition(":")
    return int(row), int(column), code
