"""A browser's PDF, finished: the same bytes for the same pages, and text that copies as it was written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf

TWINS = Path(__file__).with_name("twins.txt")
"""Characters that share a glyph in the Noto, Source Han and WenQuanYi fonts, a group a line."""

_NODE = re.compile(rb"\(node(\d{8})\)")
_RANGE = re.compile(rb"\d+ beginbfrange\n(.*?)endbfrange\n?", re.DOTALL)
_SINGLE = re.compile(rb"(\d+ beginbfchar\n)(.*?)(endbfchar)", re.DOTALL)
_MOST = 100  # rows of a section, ISO 32000-2, 9.10.3 and Adobe technical note 5014


def finish(data: bytes, text: str, headings: AbstractSet[str] = frozenset()) -> bytes:
    """The PDF without its time of making, its text mended by the characters of ``text``, which it shows.

    A browser names a glyph by the first character that has it, so that 页 may be copied as ⻚. Where the text has but
    one of such twins, that one is meant; of several the one that Unicode calls compatible.
    It also doubles a title in the outline where a page begins with it; ``headings`` say what is no title but twice one.
    """
    with pikepdf.open(BytesIO(_counted_anew(data))) as pdf:
        for key in ("/CreationDate", "/ModDate"):
            if key in pdf.docinfo:
                del pdf.docinfo[key]
        pdf.docinfo["/Creator"] = "Coursewright"
        meant = _meant(frozenset(text))
        if meant:
            _mend(pdf, meant)
        _say_once(pdf, headings)
        out = BytesIO()
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def page_count(data: bytes) -> int:
    """How many pages a PDF has."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return len(pdf.pages)


def _counted_anew(data: bytes) -> bytes:
    """The names of a browser's nodes from 1: it counts on from one document to the next. No length changes."""
    numbers = {old: new for new, old in enumerate(sorted(set(_NODE.findall(data))), 1)}
    return _NODE.sub(lambda found: b"(node%08d)" % numbers[found[1]], data)


def _say_once(pdf: pikepdf.Pdf, headings: AbstractSet[str]) -> None:
    """Take the repetitions out of the titles of the outline."""
    for each in pdf.objects:
        if isinstance(each, pikepdf.Dictionary) and "/Title" in each and "/Parent" in each:
            title = str(each["/Title"])
            once = next((head for head in headings if head and title == head * (len(title) // len(head))), title)
            if title not in headings and once != title:
                each["/Title"] = pikepdf.String(once)


def _mend(pdf: pikepdf.Pdf, meant: Mapping[int, int]) -> None:
    """Rewrite every font's table of characters in which a twin stands for another."""
    for font in pdf.objects:
        if isinstance(font, pikepdf.Dictionary) and "/ToUnicode" in font:
            table = font["/ToUnicode"].read_bytes()
            mended = mended_table(table, meant)
            if mended != table:
                font["/ToUnicode"].write(mended)


def mended_table(table: bytes, meant: Mapping[int, int]) -> bytes:
    """A ToUnicode table with the characters that are meant; ranges become single rows, since a twin breaks them."""
    single = _RANGE.sub(lambda found: _sections(_rows_of(found[1])), table)

    def mended(found: re.Match[bytes]) -> bytes:
        return (
            found[1]
            + re.sub(rb"(?<= <)([0-9A-Fa-f]{4})(?=>)", lambda code: _mended(code[1], meant), found[2])
            + found[3]
        )

    return _SINGLE.sub(mended, single)


def _mended(code: bytes, meant: Mapping[int, int]) -> bytes:
    number = int(code, 16)
    return chr(meant[number]).encode("utf-16-be").hex().upper().encode() if number in meant else code


def _rows_of(ranges: bytes) -> list[bytes]:
    rows = []
    for first, last, target in re.findall(rb"<([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)>", ranges):
        low, width, start, size = int(first, 16), len(first), int(target, 16), len(target)
        for step in range(int(last, 16) - low + 1):
            rows.append(f"<{low + step:0{width}X}> <{start + step:0{size}X}>\n".encode())
    return rows


def _sections(rows: list[bytes]) -> bytes:
    parts = [rows[at : at + _MOST] for at in range(0, len(rows), _MOST)]
    return b"".join(b"%d beginbfchar\n%sendbfchar\n" % (len(part), b"".join(part)) for part in parts)


def _meant(present: frozenset[str]) -> dict[int, int]:
    """For each character that the text lacks the twin that it has; of several the compatible one (Unicode's NFKC)."""
    found: dict[int, int] = {}
    for group in _twins():
        there = present & group
        for other in group - there if there else ():
            compatible = unicodedata.normalize("NFKC", other)
            if len(there) == 1 or compatible in there:
                found[ord(other)] = ord(compatible if compatible in there else min(there))
    return found


@cache
def _twins() -> tuple[frozenset[str], ...]:
    return tuple(map(frozenset, TWINS.read_text(encoding="utf-8").split("\n")[:-1]))
