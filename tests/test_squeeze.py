"""What travels says the same as what we wrote."""

from __future__ import annotations

import re

from ssg.squeeze import squeeze_script, squeeze_style
from ssg.theme import themes_folder


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
    assert squeeze_script(written) == 'function go(){return"a // b"}go();'


def test_comments_and_indentation_of_a_style_sheet_stay_at_home() -> None:
    written = "/* All of it. */\n@layer base {\n  a { color: red; } /* why */\n\n  b { margin: 0; }\n}"
    assert squeeze_style(written) == "@layer base{a{color:red}b{margin:0}}"


def test_custom_properties_of_a_sheet_have_short_names_and_those_of_scripts_keep_theirs() -> None:
    written = (
        ":root { --paper: #fff; --e: 1px; } a { color: var(--paper); margin: var(--e) var(--mood, var(--paper)); }"
    )
    assert squeeze_style(written) == ":root{--0:#fff;--1:1px}a{color:var(--0);margin:var(--1) var(--mood,var(--0))}"


def test_nesting_goes_without_saying_where_it_can() -> None:
    written = "a { & b, & > i { margin: 0; } &:hover { margin: 1px; } & + & { margin: 2px; } .js & { margin: 3px; } }"
    squeezed = "a{b,>i{margin:0}&:hover{margin:1px}+&{margin:2px}.js &{margin:3px}}"
    assert squeeze_style(written) == squeezed


def test_signs_of_selectors_and_queries_stand_close() -> None:
    written = (
        "a > b + :is(c ~ d)::before { width: calc(1px + 2 * var(--x)); }"
        "@media (width < 60rem) { a[b=' > '] > c { margin: 0; } } @container text (width >= 5rem) { a { margin: 0; } }"
    )
    squeezed = (
        "a>b+:is(c~d)::before{width:calc(1px + 2 * var(--x))}"
        "@media (width<60rem){a[b=' > ']>c{margin:0}}@container text (width>=5rem){a{margin:0}}"
    )
    assert squeeze_style(written) == squeezed


def test_marks_of_a_style_sheet_that_say_nothing_stay_at_home() -> None:
    written = (
        'a[b="c"], :root { margin: -0.5rem 10.5rem 0 0.25em; } i::before { content: "0,  a"; } u[b="1 2"] { top: 0; }'
    )
    squeezed = 'a[b=c],:root{margin:-.5rem 10.5rem 0 .25em}i::before{content:"0,  a"}u[b="1 2"]{top:0}'
    assert squeeze_style(written) == squeezed


def test_no_script_sets_a_property_that_a_sheet_declares() -> None:
    sheets = "\n".join(file.read_text(encoding="utf-8") for file in themes_folder().rglob("*.css"))
    pages = [file for suffix in ("js", "html") for file in themes_folder().rglob(f"*.{suffix}")]
    named = {name for file in pages for name in re.findall(r"[\"'(](--[\w-]+)", file.read_text(encoding="utf-8"))}
    assert "--mood" in named
    assert named & set(re.findall(r"(--[\w-]+):", sheets)) == set()
