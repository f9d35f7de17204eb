"""The languages that a course can be in, and the names under which authors know them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ssg.parse.metadata.fields import Fields
from ssg.problems import closest

LANGUAGES = ("zh-Hans", "zh-Hant", "en", "ar")
NAMES: Mapping[str, Sequence[str]] = {
    "zh-Hans": ("zh", "zh-CN", "zh-SG", "zh-Hans-CN", "简体中文", "中文"),
    "zh-Hant": ("zh-TW", "zh-HK", "zh-MO", "zh-Hant-TW", "zh-Hant-HK", "繁體中文", "正體中文", "繁体中文"),
    "en": ("en-US", "en-GB", "English", "英语", "英語", "英文"),
    "ar": ("ar-SA", "ar-EG", "ar-AE", "Arabic", "العربية", "阿拉伯语", "阿拉伯語", "阿拉伯文"),
}
"""Names of the same languages that authors know from elsewhere."""
ALIASES = {name.casefold(): language for language, names in NAMES.items() for name in names}
_KNOWN = {language.casefold(): language for language in LANGUAGES} | ALIASES


def find_language(name: str) -> str | None:
    """The language that a name means."""
    return _KNOWN.get(name.casefold())


def read_language(fields: Fields) -> str:
    """The language of the course; the first that we speak where it gives none or an unknown one."""
    typed = fields.text("language", LANGUAGES[0])
    known = find_language(typed)
    return known or _unknown(typed, "language", fields)


def read_languages(fields: Fields, main: str) -> Sequence[str]:
    """The languages into which the course is translated, without its own."""
    found = [
        find_language(item.text.strip()) or _unknown(item.text, "languages", fields)
        for item in fields.texts("languages")
    ]
    return [language for language in dict.fromkeys(found) if language != main]


def _unknown(typed: str, key: str, fields: Fields) -> str:
    guess = _KNOWN.get(closest(typed.casefold(), list(_KNOWN)), LANGUAGES[0])
    fields.report("CF209", fields.place(key), value=typed, guess=guess, known="、".join(LANGUAGES))
    return LANGUAGES[0]
