"""Heading anchors are those of Git web pages; the expected values come from the package github-slugger."""

from __future__ import annotations

import pytest

from ssg.parse.prose.anchors import FALLBACK, Slugger, slug

SLUGS = {
    "接住愤怒！": "接住愤怒",
    "结局：重新信任": "结局重新信任",
    "1、先听完": "1先听完",
    "Stop & Go": "stop--go",
    "  多  空格 ": "--多--空格-",
    "C# 与 C++": "c-与-c",
    "a_b-c—d": "a_b-cd",
    "全角ＡＢＣ１２": "全角ａｂｃ１２",
    "（重点）“引用”《书名》": "重点引用书名",
    "①②③ 步": "-步",
    "½ 杯、x²": "-杯x",
    "İstanbul ΑΣ": "i̇stanbul-ας",
    "日本語のテスト・カタカナー": "日本語のテストカタカナー",
    "한국어 제목": "한국어-제목",
    "e\u0301té": "e\u0301té",
    "👩‍💼 经理": "-经理",
    "第 3 章　全角空格": "第-3-章全角空格",
    "100%": "100",
    "Ⅳ 〇 Ⓐ": "ⅳ-〇-ⓐ",
    "----": "----",
    "tab\there": "tabhere",
}


@pytest.mark.parametrize("text", SLUGS)
def test_the_anchor_is_the_one_of_git_web_pages(text: str) -> None:
    assert slug(text) == SLUGS[text]


def test_repetitions_are_numbered_as_git_web_pages_number_them() -> None:
    slugger = Slugger()
    anchors = [slugger.anchor(text) for text in ("a", "a", "a-1", "a", "a-1", "b", "a-2")]
    assert anchors == ["a", "a-1", "a-1-1", "a-2", "a-1-2", "b", "a-2-1"]


def test_headings_of_punctuation_alone_get_an_anchor_all_the_same() -> None:
    slugger = Slugger()
    assert [slugger.anchor("？！"), slugger.anchor("……")] == [FALLBACK, f"{FALLBACK}-1"]
