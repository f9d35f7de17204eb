"""Punctuation as a Chinese input method types it: full-width marks and every way to write an arrow."""

from __future__ import annotations

import re

_HALF = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0x2212: 0x2D}
_COLON = re.compile(r"[:：]")
_ARROW = re.compile(r"→|⇒|➜|➔|[-－—=＝]+[>＞]")


def halve(text: str) -> str:
    """The text with full-width marks, letters and digits as half-width ones, and the minus sign as a hyphen."""
    return text.translate(_HALF)


def split_setting(text: str) -> tuple[str, str, int] | None:
    """``key：value`` → key, value, and where the value begins; None where there is no colon."""
    colon = _COLON.search(text)
    if colon is None:
        return None
    rest = text[colon.end() :]
    value = rest.strip()
    return text[: colon.start()].strip(), value, colon.end() + len(rest) - len(rest.lstrip())


def split_arrow(text: str) -> tuple[str, str, int] | None:
    """``line → target`` → line, target, and where the target begins; the last arrow counts; None without one."""
    arrows = list(_ARROW.finditer(text))
    if not arrows:
        return None
    last = arrows[-1]
    rest = text[last.end() :]
    return text[: last.start()].strip(), rest.strip(), last.end() + len(rest) - len(rest.lstrip())
