"""Keywords found in what an author wrote, in any of their names, widths and cases, and printed in one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ssg.parse.keywords import SIMPLIFIED, TRADITIONAL, WORDS
from ssg.problems import closest


@dataclass(frozen=True, slots=True)
class Match:
    """A keyword that was found: its id and, for numbered ones such as 空2, its number."""

    id: str
    number: int | None = None


_NUMERALS = str.maketrans("一二三四五六七八九", "123456789")


_SIMPLIFIED = str.maketrans(TRADITIONAL, SIMPLIFIED)


def fold(text: str) -> str:
    """The form in which keywords are compared: half-width, lower case, simplified characters, no spaces."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).casefold().translate(_SIMPLIFIED)


@cache
def _index(scope: str) -> tuple[Mapping[str, str], tuple[tuple[re.Pattern[str], str], ...]]:
    plain: dict[str, str] = {}
    numbered: list[tuple[re.Pattern[str], str]] = []
    for id, (chinese, english) in WORDS[scope].items():
        for name in f"{chinese}|{english}".split("|"):
            if "{n}" in name:
                numbered.append((re.compile(re.escape(fold(name)).replace(r"\{n\}", r"(\d{1,3})")), id))
            else:
                plain[fold(name)] = id
    return plain, tuple(numbered)


def match(scope: str, text: str) -> Match | None:
    """The keyword of the scope that the text is, in any of its names, widths and cases."""
    plain, numbered = _index(scope)
    folded = fold(text)
    if folded in plain:
        return Match(plain[folded])
    for pattern, id in numbered:
        found = pattern.fullmatch(folded.translate(_NUMERALS))
        if found:
            return Match(id, int(found[1]))
    return None


def find(scope: str, text: str) -> str | None:
    """The id of the keyword, for scopes without numbered ones."""
    found = match(scope, text)
    return found.id if found else None


def name(scope: str, id: str, language: Literal["zh", "en"]) -> str:
    """The keyword as we print it."""
    return WORDS[scope][id][language == "en"].split("|")[0]


def names(scope: str, language: Literal["zh", "en"]) -> list[str]:
    """All keywords of the scope as we print them, in the table's order; of numbered ones the first."""
    return [name(scope, id, language).replace("{n}", "1") for id in WORDS[scope]]


def guess(scope: str, text: str) -> str:
    """The keyword that the text most likely wants to be, or an empty string."""
    known = {fold(each): each for pair in WORDS[scope].values() for words in pair for each in words.split("|")}
    return known.get(closest(fold(text), list(known)), "")
