"""What travels says the same as what we wrote."""

from __future__ import annotations

from ssg.squeeze import squeeze_script, squeeze_style


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
    assert squeeze_style(written) == "@layer base{a{color:red}b{margin:0}}"
