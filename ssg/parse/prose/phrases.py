"""The few words that reading Markdown adds to a text, in the language of the course."""

from __future__ import annotations

from collections.abc import Mapping

from ssg.parse.page import Page
from ssg.problems import Language

PHRASES: Mapping[str, Mapping[str, str]] = {
    "note": {"zh-Hans": "脚注 {n}", "zh-Hant": "註腳 {n}", "en": "Note {n}", "ar": "الحاشية {n}"},
    "notes": {"zh-Hans": "脚注", "zh-Hant": "註腳", "en": "Notes", "ar": "الحواشي"},
    "back": {
        "zh-Hans": "回到脚注 {n} 的引用处",
        "zh-Hant": "回到註腳 {n} 的引用處",
        "en": "Back to the reference of note {n}",
        "ar": "العودة إلى موضع الحاشية {n}",
    },
    "back_again": {
        "zh-Hans": "回到脚注 {n} 的第 {m} 处引用",
        "zh-Hant": "回到註腳 {n} 的第 {m} 處引用",
        "en": "Back to reference {m} of note {n}",
        "ar": "العودة إلى الموضع {m} للحاشية {n}",
    },
    "table": {"zh-Hans": "表格：{heads}", "zh-Hant": "表格：{heads}", "en": "Table: {heads}", "ar": "جدول: {heads}"},
    "comma": {"zh-Hans": "、", "zh-Hant": "、", "en": ", ", "ar": "، "},
    "done": {"zh-Hans": "已完成", "zh-Hant": "已完成", "en": "done", "ar": "مُنجز"},
    "to_do": {"zh-Hans": "未完成", "zh-Hant": "未完成", "en": "to do", "ar": "لم يُنجز"},
    "glossary": {"zh-Hans": "术语表", "zh-Hant": "詞彙表", "en": "Glossary", "ar": "المصطلحات"},
    "in_glossary": {
        "zh-Hans": "见术语表",
        "zh-Hant": "見詞彙表",
        "en": "See the glossary",
        "ar": "انظر المصطلحات",
    },
    "transcript": {"zh-Hans": "文字稿", "zh-Hant": "逐字稿", "en": "Transcript", "ar": "النص المكتوب"},
    "captions": {"zh-Hans": "字幕", "zh-Hant": "字幕", "en": "Captions", "ar": "الترجمة المصاحبة"},
    "formula": {"zh-Hans": "公式", "zh-Hant": "公式", "en": "Formula", "ar": "صيغة رياضية"},
    "code": {
        "zh-Hans": "代码：{language}",
        "zh-Hant": "程式碼：{language}",
        "en": "Code: {language}",
        "ar": "شيفرة: {language}",
    },
    "text": {"zh-Hans": "原样显示的文字", "zh-Hant": "原樣顯示的文字", "en": "Text as typed", "ar": "نص كما كُتب"},
    "trainer": {"zh-Hans": "讲师", "zh-Hant": "講師", "en": "Trainer", "ar": "للمدرّب"},
    "alert_note": {"zh-Hans": "说明", "zh-Hant": "說明", "en": "Note", "ar": "ملاحظة"},
    "alert_tip": {"zh-Hans": "提示", "zh-Hant": "提示", "en": "Tip", "ar": "نصيحة"},
    "alert_important": {"zh-Hans": "重要", "zh-Hant": "重要", "en": "Important", "ar": "مهم"},
    "alert_warning": {"zh-Hans": "注意", "zh-Hant": "注意", "en": "Warning", "ar": "انتبه"},
    "alert_caution": {"zh-Hans": "警告", "zh-Hant": "警告", "en": "Caution", "ar": "تحذير"},
}
"""What the reader sees, in each language that a course may have."""

FAULTS: Mapping[str, Mapping[Language, str]] = {
    "math_braces": {"zh": "花括号不成对", "en": "its braces are not paired"},
    "math_missing": {"zh": "少了一部分", "en": "a part of it is missing"},
    "math_twice": {"zh": "同一处写了两个上标或下标", "en": "two powers or indices stand in one place"},
    "math_left": {"zh": "\\left 和 \\right 不成对", "en": "\\left and \\right are not paired"},
    "math_end": {"zh": "\\begin 没有对应的 \\end", "en": "a \\begin has no \\end"},
    "math_long": {"zh": "太长，或者嵌套太深", "en": "it is too long or nested too deeply"},
}
"""What the author is told."""


def phrase(name: str, here: Page | None, **values: str | int) -> str:
    """The words in the language of the page, or in Chinese where there is none."""
    return PHRASES[name][here.tongue if here else "zh-Hans"].format(**values)
