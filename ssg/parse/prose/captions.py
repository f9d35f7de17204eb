"""Captions: a WebVTT file → cues with their times, speakers and words (https://www.w3.org/TR/webvtt1/)."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from ssg.model import Source
from ssg.problems import Problem, Span

_TIME = r"(?:(\d{2,4}):)?([0-5]\d):([0-5]\d)[.,](\d{3})"
_TIMING = re.compile(rf"\s*{_TIME}\s+-->\s+{_TIME}(?:\s.*)?")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]{1,80})>")
_TAG = re.compile(r"<[^<>]*>")
_APART = ("NOTE", "STYLE", "REGION")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """What is said from ``start`` to ``end``, in seconds; ``speaker`` may be empty."""

    start: float
    end: float
    speaker: str
    text: str


def read_captions(source: Source, problems: list[Problem]) -> list[Cue]:
    """The cues of a file in order; what cannot be read is reported in that file."""
    lines = source.text.split("\n")
    if not lines[0].startswith("WEBVTT"):
        problems.append(Problem(code="MD524", span=Span(path=source.path, line=1, length=len(lines[0]))))
        return []
    cues: list[Cue] = []
    at = 1
    while at < len(lines):
        last = at
        while last < len(lines) and lines[last].strip():
            last += 1
        if last > at and not lines[at].startswith(_APART):
            _read_cue(lines, at, last, source.path, cues, problems)
        at = last + 1
    if not cues and not problems:
        problems.append(Problem(code="MD526", span=Span(path=source.path, line=1)))
    return cues


def _read_cue(lines: Sequence[str], first: int, last: int, path: str, cues: list[Cue], problems: list[Problem]) -> None:
    """One cue: its times, below an id if it has one, then its words."""
    at = first if "-->" in lines[first] or last - first == 1 else first + 1
    timing = _TIMING.fullmatch(lines[at])
    start, end = (_seconds(timing.groups()[part : part + 4]) for part in (0, 4)) if timing else (0.0, 0.0)
    words = " ".join(line.strip() for line in lines[at + 1 : last])
    voice = _VOICE.search(words)
    text = html.unescape(_TAG.sub("", words)).strip()
    if end > start and text:
        cues.append(Cue(start=start, end=end, speaker=voice[1].strip() if voice else "", text=text))
    elif end <= start:
        span = Span(path=path, line=at + 1, length=len(lines[at]))
        problems.append(Problem(code="MD525", span=span, values={"text": lines[at].strip()[:60]}))


def _seconds(parts: Sequence[str | None]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000


def clock(seconds: float) -> str:
    """The time as players show it: ``1:05``, ``1:02:05``."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
