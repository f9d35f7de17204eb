"""What travels says the same as what we wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from ssg.squeeze import squeeze_script, squeeze_style

THEMES = Path(__file__).parents[1] / "themes"


def test_comments_and_indentation_of_a_script_stay_at_home() -> None:
    written = """// What it is.

/** Why. */
function go() {
  // how
  return "a // b"; // why
}

/** More
 * lines. */
go();"""
    assert squeeze_script(written) == 'function go(){return"a // b";}\ngo();'


def test_comments_and_indentation_of_a_style_sheet_stay_at_home() -> None:
    written = "/* All of it. */\n@layer base {\n  a { color: red; } /* why */\n\n  b { margin: 0; }\n}"
    assert squeeze_style(written) == "@layer base {\na { color: red; } \nb { margin: 0; }\n}"


@pytest.mark.parametrize("file", sorted(THEMES.rglob("*.css")), ids=lambda file: file.name)
def test_no_text_in_a_style_sheet_holds_a_comment_mark(file: Path) -> None:
    lines = file.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if any("/*" in part for part in line.split('"')[1::2])] == []
