"""What the project adds to Markdown, case by case."""

from __future__ import annotations

import pytest
from cases import Case, page, read_cases, render


@pytest.mark.parametrize("case", read_cases("prose.txt"), ids=lambda case: case.title)
def test_the_text_comes_out_as_written(case: Case) -> None:
    assert render(case.text).strip() == case.expected


def test_added_words_follow_the_language_of_the_course() -> None:
    text = "> [!提示]\n> a[^1]\n\n- [x] b\n\n|a|b|c|\n|-|-|-|\n\n[^1]: c\n"
    html = render(text, page(text, "en"))
    for words in (">Tip<", "done", "Table: a, b, c", ">Notes<", "Note 1", "Back to the reference of note 1"):
        assert words in html
