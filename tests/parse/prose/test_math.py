"""Formulas: what is read, what is refused and why, and that nothing but MathML comes out."""

from __future__ import annotations

import pytest

from ssg.parse.markdown import parser
from ssg.parse.page import Page

CASES = {
    r"\frac{a}{b}": None,
    r"\begin{cases}1&x>0\\0\end{cases}": None,
    r"\left( \sum_{i=1}^n x_i \right)^2 \le \mathbb{R}": None,
    r"\text{a \$ b}": None,
    r"\frac{a}": ("MD530", "少了一部分"),
    r"x^": ("MD530", "少了一部分"),
    r"x_a_b": ("MD530", "同一处写了两个上标或下标"),
    r"\frac{a}{b": ("MD530", "花括号不成对"),
    r"a}": ("MD530", "花括号不成对"),
    r"\left( x": ("MD530", r"\left 和 \right 不成对"),
    r"\begin{cases}1": ("MD530", r"\begin 没有对应的 \end"),
    "{" * 30 + "x" + "}" * 30: ("MD530", "太长，或者嵌套太深"),
    "x" * 2001: ("MD530", "太长，或者嵌套太深"),
    r"\unknown{a}": ("MD531", r"\unknown"),
    r"\href{javascript:alert(1)}{x}": ("MD531", "href"),
    r"\style{color:red}{x}": ("MD531", "style"),
}


@pytest.mark.parametrize("source", CASES, ids=lambda source: str(source)[:30])
def test_a_formula_is_read_or_the_reason_is_told_at_its_line(source: str) -> None:
    text = f"一\n\n面积 ${source}$ 平方"
    here = Page(
        path="a.md", file="a.md", chapter="one", language="zh", tongue="zh-Hans", lines=text.split("\n"), chapters={}
    )
    html = str(parser().render(text, {"page": here}))
    found = [(problem.code, problem.values["part"], problem.span.line) for problem in here.problems]
    expected = CASES[source]
    assert found == ([(*expected, 3)] if expected else [])
    assert ("<math " in html) == (expected is None)
