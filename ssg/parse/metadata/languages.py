"""The languages that a course can be in, and the names under which authors know them."""

from __future__ import annotations

from collections.abc import Sequence

from ssg.parse.metadata.fields import Fields
from ssg.problems import closest

LANGUAGES = ("zh-Hans", "en")
# Names of the same languages that authors know from elsewhere.
ALIASES = {"zh": "zh-Hans", "zh-cn": "zh-Hans", "zh-hans-cn": "zh-Hans", "简体中文": "zh-Hans", "中文": "zh-Hans"} | {
    "en-us": "en",
    "en-gb": "en",
    "english": "en",
    "英语": "en",
    "英文": "en",
}
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
