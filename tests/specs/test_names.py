"""Names in a script made short, case by case; each case is the body of a function, for names at the top stay."""

from __future__ import annotations

import pytest
from cases import Case, read_cases

from ssg.squeeze.shorten import shorten


@pytest.mark.parametrize("case", read_cases("names.txt"), ids=lambda case: case.title)
def test_the_script_comes_out_as_written(case: Case) -> None:
    assert shorten(f"(() => {{\n{case.text}}})();") == f"(() => {{\n{case.expected}\n}})();"
