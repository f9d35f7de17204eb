"""The examples of GitHub Flavored Markdown for tables, tasks and strikethrough."""

from __future__ import annotations

import pytest
from cases import Case, read_cases, render


@pytest.mark.parametrize("case", read_cases("gfm.txt"), ids=lambda case: case.title)
def test_the_example_comes_out_as_written(case: Case) -> None:
    assert render(case.text).strip() == case.expected
