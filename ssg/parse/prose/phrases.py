"""The few words that reading Markdown adds to a text, in the language of the course."""

from __future__ import annotations

from collections.abc import Mapping

from ssg.parse.page import Page
from ssg.problems import Language

PHRASES: Mapping[str, Mapping[Language, str]] = {
    "note": {"zh": "脚注 {n}", "en": "Note {n}"},
    "notes": {"zh": "脚注", "en": "Notes"},
    "back": {"zh": "回到脚注 {n} 的引用处", "en": "Back to the reference of note {n}"},
    "back_again": {"zh": "回到脚注 {n} 的第 {m} 处引用", "en": "Back to reference {m} of note {n}"},
    "table": {"zh": "表格：{heads}", "en": "Table: {heads}"},
    "comma": {"zh": "、", "en": ", "},
    "done": {"zh": "已完成", "en": "done"},
    "glossary": {"zh": "术语表", "en": "Glossary"},
    "in_glossary": {"zh": "见术语表", "en": "See the glossary"},
    "transcript": {"zh": "文字稿", "en": "Transcript"},
    "captions": {"zh": "字幕", "en": "Captions"},
    "formula": {"zh": "公式", "en": "Formula"},
    "code": {"zh": "代码：{language}", "en": "Code: {language}"},
    "text": {"zh": "原样显示的文字", "en": "Text as typed"},
    "math_braces": {"zh": "花括号不成对", "en": "its braces are not paired"},
    "math_missing": {"zh": "少了一部分", "en": "a part of it is missing"},
    "math_twice": {"zh": "同一处写了两个上标或下标", "en": "two powers or indices stand in one place"},
    "math_left": {"zh": "\\left 和 \\right 不成对", "en": "\\left and \\right are not paired"},
    "math_end": {"zh": "\\begin 没有对应的 \\end", "en": "a \\begin has no \\end"},
    "math_long": {"zh": "太长，或者嵌套太深", "en": "it is too long or nested too deeply"},
    "to_do": {"zh": "未完成", "en": "to do"},
}


def phrase(name: str, here: Page | None, **values: str | int) -> str:
    """The words in the language of the page, or in Chinese where there is none."""
    return PHRASES[name][here.language if here else "zh"].format(**values)
