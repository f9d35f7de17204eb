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
    "to_do": {"zh": "未完成", "en": "to do"},
}


def phrase(name: str, here: Page | None, **values: str | int) -> str:
    """The words in the language of the page, or in Chinese where there is none."""
    return PHRASES[name][here.language if here else "zh"].format(**values)
