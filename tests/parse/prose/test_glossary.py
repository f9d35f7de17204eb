"""The glossary: which words of a chapter are explained, and which are left alone."""

from __future__ import annotations

import re

import pytest

from ssg.model import Glossary
from ssg.parse.glossary import read_glossary
from ssg.parse.markdown import parser
from ssg.parse.page import Page
from ssg.parse.terms import term_finder


def page(text: str, chapter: str = "one", glossary: Glossary | None = None) -> Page:
    """A chapter of a course that may have a glossary."""
    return Page(
        path=f"c/{chapter}.md",
        file=f"{chapter}.md",
        chapter=chapter,
        language="zh",
        tongue="zh-Hans",
        lines=text.split("\n"),
        chapters={},
        glossary=term_finder(glossary.terms) if glossary else None,
    )


def glossary(text: str) -> Glossary:
    """The glossary of such a file."""
    return read_glossary(page(text, "glossary"), "术语表")


def explained(terms: str, text: str) -> list[str]:
    """The words of a text that have become buttons."""
    here = page(text, glossary=glossary(terms))
    return re.findall(r'<button[^>]*class="term"[^>]*>(.*?)</button>', str(parser().render(text, {"page": here})))


TERMS = "- 复述 | 重述：甲\n- 情绪劳动：乙\n- 情绪：丙\n- API：丁\n- SLA | service level：戊\n"
CASES = {
    "each term where it stands first": ("复述、复述，再重述", ["复述"]),
    "the longest term": ("情绪劳动里有情绪", ["情绪劳动", "情绪"]),
    "Latin terms as whole words, in any case and as plurals": ("rapid API2 apis 的 Sla", ["apis", "Sla"]),
    "a term between Chinese characters": ("用API连接", ["API"]),
    "several words": ("the Service Level of it", ["Service Level"]),
    "not in headings, links and code": ("# 复述\n\n[复述](#a) `复述` ![复述](a.png)\n\n    复述", []),
    "not in blocks": ("## 测验：a\n\n### 复述是什么？\n\n- [x] 情绪\n- [ ] API", []),
    "behind a block again": ("## 测验：a\n\n### 复述？\n\n---\n\n复述", ["复述"]),
    "not in a trainer's note, but behind it": ("> [!讲师]\n> 复述\n\n复述", ["复述"]),
    "in lists, cells, quotes and notes": (
        "- 复述\n\n|a|b|\n|-|-|\n|API|SLA|\n\n> 情绪",
        ["复述", "API", "SLA", "情绪"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_terms_are_explained(name: str) -> None:
    text, expected = CASES[name]
    assert explained(TERMS, text) == expected


def test_a_term_leaves_no_gap_at_a_line_break() -> None:
    here = page("先听\n复述\n再说", glossary=glossary(TERMS))
    html = str(parser().render("先听\n复述\n再说", {"page": here}))
    assert "先听<button" in html
    assert "</span>再说" in html


def test_terms_stand_in_definition_lists_and_bullets_beside_other_text() -> None:
    read = glossary("# 说法\n\n前言\n\n* 普通列表\n\n- **甲** | A：一\n- 乙: 二\n\n    更多\n\n丙\n：三\n")
    assert read.page.title == "说法"
    assert [(term.name, *term.aliases, term.html) for term in read.terms] == [
        ("甲", "A", "一"),
        ("乙", "二"),
        ("丙", "三"),
    ]
    (prose,) = read.page.parts
    assert "前言" in prose.html
    assert "<li>普通列表</li>" in prose.html
    assert '<dt id="glossary/甲">甲 <span class="alias">A</span></dt>' in prose.html
    assert "更多" in prose.html


def test_the_definition_is_the_part_that_trainees_may_read() -> None:
    (term,) = glossary("甲\n：一[^1]\n\n    > [!讲师]\n    > 秘密\n\n[^1]: 注\n").terms
    assert term.html == "一"
