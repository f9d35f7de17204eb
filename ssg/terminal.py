"""Text for a terminal: how wide it is, and what must not reach it raw."""

from __future__ import annotations

import os
import re
import shutil
import unicodedata
from typing import TextIO

# Could move the cursor, change colours, or turn a line of text around.
UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
TAB = "    "


def safe(text: str) -> str:
    """The text in one line, each tab as four spaces and each control character as a visible mark."""
    return UNSAFE.sub("\ufffd", text.replace("\t", TAB))


def cells(text: str) -> int:
    """How many columns of a terminal the text takes: Chinese characters two, combining marks none."""
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    return 0 if unicodedata.category(character) in ("Mn", "Me", "Cf") else 1


def shows_colour(stream: TextIO) -> bool:
    """Whether the stream is a terminal whose user wants colours."""
    known = os.name != "nt" or "WT_SESSION" in os.environ or "ANSICON" in os.environ
    return stream.isatty() and known and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


class ProgressLine:
    """One line of a terminal that is rewritten as the work goes on; nothing at all where the stream is no terminal."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream if stream.isatty() and os.environ.get("TERM") != "dumb" else None

    def show(self, text: str) -> None:
        """Replace the line."""
        if self._stream:
            width = shutil.get_terminal_size().columns - 1
            shown = safe(text)
            while cells(shown) > width:
                shown = shown[:-1]
            blank = " " * (width - cells(shown))
            self._stream.write(f"\r{shown}{blank}\r")
            self._stream.flush()

    def clear(self) -> None:
        """Leave nothing behind."""
        self.show("")
