"""A text file as its author saved it → Source: UTF-8 with or without a mark, any line ends."""

from __future__ import annotations

import re
from pathlib import Path

from ssg.model import Source
from ssg.problems import Problem, Span

LARGEST = 4_000_000
MARKS = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))
# The commonest 3,755 characters of GB 2312 and its punctuation lie at these first bytes.
COMMON_GB = (*range(0xA1, 0xA4), *range(0xB0, 0xD8))
COMMON_BIG5 = (*range(0xA1, 0xA4), *range(0xA4, 0xC7))


def read_text(file: Path, shown: str, problems: list[Problem]) -> Source | None:
    """The file's text with plain line ends; None, and a problem, where it cannot be read as text."""
    try:
        data = file.read_bytes() if file.stat().st_size <= LARGEST else None
    except OSError as error:
        values: dict[str, str | int] = {"name": file.name, "reason": error.strerror or str(error)}
        problems.append(Problem(code="CF005", span=Span(path=shown, line=1), values=values))
        return None
    if data is None:
        span = Span(path=shown, line=1)
        problems.append(Problem(code="CF020", span=span, values={"name": file.name, "limit": LARGEST // 1_000_000}))
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problems.append(_wrong_encoding(data, error.start, shown))
        return None
    if "\0" in text:
        problems.append(_wrong_encoding(data, data.index(b"\0"), shown))
        return None
    return Source(path=shown, text=text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text)


def _wrong_encoding(data: bytes, at: int, shown: str) -> Problem:
    encoding = likely_encoding(data)
    before = data[:at].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    column = 1 if encoding == "UTF-16" else len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
    span = Span(path=shown, line=before.count(b"\n") + 1, column=column)
    code = "CF006" if encoding else "CF007"
    return Problem(code=code, span=span, values={"encoding": encoding})


def likely_encoding(data: bytes) -> str:
    """The encoding that bytes which are not UTF-8 most likely have; empty where they are no text at all."""
    for mark, name in MARKS:
        if data.startswith(mark):
            return name
    if b"\0" in data:
        return "UTF-16" if any(_reads_well(data, encoding) for encoding in ("utf-16-le", "utf-16-be")) else ""
    gb, big5 = _share(data, "gb18030", COMMON_GB, 0xA1), _share(data, "big5", COMMON_BIG5, 0x40)
    if max(gb, big5) > 0.3:
        return "GB18030 / GBK" if gb >= big5 - 0.15 else "Big5"
    control = sum(byte < 32 and byte not in b"\t\n\r\f" for byte in data)
    return "" if control > len(data) // 20 else "Windows-1252"


def _reads_well(data: bytes, encoding: str) -> bool:
    """Whether nearly all characters are those of Chinese or English text."""
    text = data.decode(encoding, "replace")
    usual = re.findall("[\\t\\n\\r\x20-\x7e\u2010-\u2027\u3000-\u303f\u4e00-\u9fff\uff01-\uff60]", text)
    return len(usual) > 0.9 * len(text)


def _share(data: bytes, encoding: str, common: tuple[int, ...], lowest: int) -> float:
    """How many of the text's characters beyond ASCII are common ones; 0 where the bytes are not of this encoding."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    beyond = [character.encode(encoding) for character in text if ord(character) > 127]
    usual = sum(len(pair) == 2 and pair[0] in common and pair[1] >= lowest for pair in beyond)
    return usual / len(beyond) if beyond else 0.0
