"""A certificate's code: what ``themes/base/pages/certificate/code.js`` prints, computed again.

It is a hash without a secret. Whoever alters the certificate can compute another, so equal codes say that the words
belong together and nothing about who answered. ``tests/vectors/certificate.json`` holds both halves together.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata

from ssg.results.model import Certificate

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Base 32 as Douglas Crockford writes it: without I, L, O and U."""

_MISREAD = str.maketrans("OIL", "011")
_SEPARATOR = re.compile(r"[\s\-‐-―−]+")
_UNPRINTED = re.compile("[\\s\x00-\x1f\x7f-\x9f\ufeff\ud800-\udfff\u202a-\u202e\u2066-\u2069]+")


def code_of(course: str, certificate: Certificate) -> str:
    """The code of what a certificate for this course says: the first 100 bits of a SHA-256, in four groups of five."""
    rows = [[*row.place, row.earned, row.possible, row.pass_mark] for row in certificate.quizzes]
    head = (certificate.name, course, certificate.version, certificate.build, certificate.date)
    said = ["coursewright-certificate-1", *head, certificate.earned, certificate.possible, rows]
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    number = int(hashlib.sha256(text.encode()).hexdigest()[:25], 16)
    letters = "".join(LETTERS[number >> 5 * place & 31] for place in reversed(range(20)))
    return "-".join(letters[start : start + 5] for start in range(0, 20, 5))


def typed_code(text: str) -> str | None:
    """A code as somebody typed it, in the form of ``code_of``; None for what is none."""
    letters = _SEPARATOR.sub("", unicodedata.normalize("NFKC", text)).upper().translate(_MISREAD)
    if len(letters) != 20 or not set(letters) <= set(LETTERS):
        return None
    return "-".join(letters[start : start + 5] for start in range(0, 20, 5))


def plain_name(typed: str) -> str:
    """A name as a certificate prints it."""
    return _UNPRINTED.sub(" ", unicodedata.normalize("NFC", typed)).strip()
