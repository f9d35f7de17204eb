"""The ids of courses and chapters: names of folders, parts of addresses and of storage keys, so they are kept plain."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from ssg.parse.metadata.fields import Fields

PLAIN = re.compile(r"\w(?:[\w.-]{0,62}\w)?")
# Names that Windows keeps for devices, with or without an ending.
DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)


def is_plain(text: str) -> bool:
    """Whether the text can be an id: letters of any script, digits, and ``-``, ``_`` or ``.`` inside."""
    return bool(PLAIN.fullmatch(text)) and not DEVICES.fullmatch(text)


def read_id(fields: Fields, fallback: str, taken: Collection[str]) -> str:
    """The ``id`` of a document, else the fallback; ``taken`` are names that the output needs itself."""
    id = unicodedata.normalize("NFC", fields.text("id", fallback))
    if not is_plain(id) or id.casefold() in taken:
        fields.report("CF208", fields.place("id"), value=id)
    return id


def slug(name: str) -> str:
    """A file's name as an id: without its number and ending, marks and spaces as hyphens."""
    stem = unicodedata.normalize("NFC", name).removesuffix(".md")
    return _hyphened(re.sub(r"^\d+(?=[-_.、 ]*\D)", "", stem)) or _hyphened(stem)


def _hyphened(text: str) -> str:
    return re.sub(r"[^\w]+", "-", text).strip("-_").lower()
