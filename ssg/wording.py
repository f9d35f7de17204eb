"""What can be told of a text by its form alone: how much there is to read, how alike two are, whose data it shows.

The words that checks look for are data: ``wordlists.toml``.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from functools import cache, lru_cache
from html import unescape
from pathlib import Path
from typing import Literal

from ssg.normalise import normalise

ALIKE = 0.85
"""From this likeness on, two options are hard to tell apart."""

_CJK = "\u2e80-\u2fff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003fffd"
_TAG = re.compile("<[^>]*>")
_RUN = re.compile(f"[{_CJK}]+")
_WORD = re.compile(f"[^\\W_{_CJK}]+(?:['’.,:-][^\\W_{_CJK}]+)*")


def reading_characters(text: str) -> int:
    """How much there is to read, in Chinese characters; a word or number of another script counts as two.

    So 300 to 400 characters a minute, the usual pace of Chinese, is 150 to 200 words of English. Marks count nothing.
    """
    return sum(map(len, _RUN.findall(text))) + 2 * len(_WORD.findall(text))


def breadth(text: str) -> int:
    """How long a text looks, in half-widths: full-width characters two, others one, white space none."""
    return sum(map(_width, text))


@cache
def _width(character: str) -> int:
    if character.isspace():
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def words_of(html: str) -> str:
    """The words of a piece of our own HTML, as a reader sees them."""
    return " ".join(unescape(_TAG.sub(" ", html)).split()) if "<" in html or "&" in html else html.strip()


def likeness(first: str, second: str) -> float:
    """How much two texts share, from 0 to 1 (Ratcliff and Metzener 1988); case, width and marks are no difference."""
    return _matcher(first, second).ratio()


def alike(first: str, second: str) -> bool:
    """Whether two texts can hardly be told apart."""
    one, other = _folded(first), _folded(second)
    if 2 * min(len(one), len(other)) < ALIKE * (len(one) + len(other)) or set(one).isdisjoint(other):
        return False  # most pairs: seen without comparing them letter by letter
    matcher = _matcher(first, second)
    return matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _matcher(first: str, second: str) -> SequenceMatcher[str]:
    earlier, later = sorted((_folded(first), _folded(second)))  # the ratio depends on the order
    return SequenceMatcher(None, earlier, later, autojunk=False)


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    return normalise(text)


WordList = Literal["polite", "absolute", "vague", "verdict"]


def listed(name: WordList, text: str) -> Sequence[str]:
    """The words of a list that a text holds, as they stand in it, in order."""
    found = _pattern(name).finditer(text)
    return [match["word"] for match in found if match["word"]]


def holds_listed(name: WordList, texts: Iterable[str]) -> bool:
    """Whether any of the texts may hold a word of the list: a quick look before ``listed``."""
    return any(found["word"] for found in _pattern(name).finditer("\n".join(texts)))


def only_listed(name: WordList, text: str) -> bool:
    """Whether a text holds words of the list and nothing else; most begin with another word, which is seen at once."""
    begin = next((at for at, character in enumerate(text) if character.isalnum()), len(text))
    if not _pattern(name).match(text, begin):
        return False
    rest = _pattern(name).sub(" ", text)
    return bool(listed(name, text)) and not any(character.isalnum() for character in rest)


@cache
def _pattern(name: WordList) -> re.Pattern[str]:
    """What is no word of the list is matched first, and skipped."""
    row = _lists()[name]
    longest_first = sorted(row["zh"], key=len, reverse=True)
    words = [*map(re.escape, longest_first), *(rf"\b{re.escape(word)}\b" for word in row["en"])]
    skipped = "|".join(map(re.escape, row["not"])) or "(?!)"
    return re.compile(f"(?:{skipped})|(?P<word>{'|'.join(words)})", re.IGNORECASE)


@cache
def _lists() -> Mapping[str, Mapping[str, Sequence[str]]]:
    return tomllib.loads(Path(__file__).with_name("wordlists.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Personal:
    """Data that may belong to a living person; ``start`` counts characters from 0."""

    kind: Literal["phone", "mail", "identity", "card"]
    text: str
    start: int


_HALF = str.maketrans("０１２３４５６７８９＋－–—＠．Ｘｘ（）\u3000", "0123456789+---@.Xx() ")
_MAIL = re.compile(r"(?<![\w.+-])(?P<name>[A-Za-z0-9][\w.+-]*)@(?P<host>(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})", re.ASCII)
_NUMBER = re.compile(r"(?<![\w.])(?:\+?\d|\(0\d{2,3}\) ?\d)(?:[ -]?\d){6,18}[Xx]?(?![\w*]|\.\d)", re.ASCII)
_MOBILE = re.compile(r"(?:\+?86|0086)?1[3-9]\d{9}")
_AREA = r"0(?:10|2\d|[3-9]\d\d)"
_LANDLINE = re.compile(rf"(?:(?:\+?86[ -]?)?{_AREA}[ -]|\({_AREA}\) ?)\d{{3,4}}[ -]?\d{{4}}")
_ABROAD = re.compile(r"\+(?!86)[1-9]\d{8,14}")
_IDENTITY = re.compile(r"[1-8]\d{16}[\dXx]")
_CARD = re.compile(r"(?:62|4\d|5[1-5])\d{14,17}")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
# Nobody's: hosts kept for examples (RFC 2606), post that an office reads, numbers that show a form.
_EXAMPLE_HOST = re.compile(r"(?:.*\.)?(?:example(?:\.(?:com|org|net|cn))?|test|invalid|localhost)", re.IGNORECASE)
_OFFICE = {"service", "support", "info", "help", "contact", "kefu", "hr", "noreply", "no-reply", "admin", "sales"}
_EXAMPLE_NUMBER = re.compile(r".*(?:13800138000|(\d)\1{7}|12345678|55501\d\d)")


def personal_data(text: str) -> Sequence[Personal]:
    """Telephone numbers, e-mail addresses, Chinese identity numbers (GB 11643) and bank cards of a text, in order.

    What is plainly an example is left out: ``13800138000``, ``name@example.com``, a number with a wrong check digit.
    """
    halved = text.translate(_HALF)
    return sorted([*_mails(halved), *_numbers(halved)], key=lambda found: found.start)


def _mails(text: str) -> Iterator[Personal]:
    for found in _MAIL.finditer(text):
        if not _EXAMPLE_HOST.fullmatch(found["host"]) and found["name"].lower() not in _OFFICE:
            yield Personal(kind="mail", text=found[0], start=found.start())


def _numbers(text: str) -> Iterator[Personal]:
    for found in _NUMBER.finditer(text):
        kind = _kind(found[0])
        if kind:
            yield Personal(kind=kind, text=found[0], start=found.start())


def _kind(written: str) -> Literal["phone", "identity", "card"] | None:
    digits = re.sub("[ ()-]", "", written)
    if _EXAMPLE_NUMBER.fullmatch(digits):
        return None
    if _MOBILE.fullmatch(digits) or _ABROAD.fullmatch(digits) or _LANDLINE.fullmatch(written):
        return "phone"
    if _IDENTITY.fullmatch(digits) and _is_identity(digits.upper()):
        return "identity"
    return "card" if _CARD.fullmatch(digits) and _luhn(digits) else None


def _is_identity(digits: str) -> bool:
    """Whether the birthday is a day and the check character right (ISO 7064, MOD 11-2)."""
    try:
        date(int(digits[6:10]), int(digits[10:12]), int(digits[12:14]))
    except ValueError:
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=False))
    return "10X98765432"[total % 11] == digits[17]


def _luhn(digits: str) -> bool:
    """Whether the last digit checks the others (ISO/IEC 7812)."""
    doubled = (int(digit) * (1 + at % 2) for at, digit in enumerate(reversed(digits)))
    return sum(number - 9 if number > 9 else number for number in doubled) % 10 == 0
