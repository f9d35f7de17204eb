"""Settings and arrows: keywords as we print them, a colon of the course's script, ``→`` with a space on both sides."""

from __future__ import annotations

import re

from ssg.format.reading import MARKER, Reading
from ssg.parse import words
from ssg.parse.marks import split_arrow, split_setting
from ssg.parse.traces import Jump, Keyword
from ssg.problems import Language

COLON: dict[Language, str] = {"zh": "：", "en": ": "}
_MARKUP = re.compile(r"[\[\]\\*_`<>!&]")


def write_settings(lines: list[str], reading: Reading) -> None:
    """Write every setting that was read with its keyword and colon."""
    for keyword in reading.traces.keywords:
        _write_setting(keyword, lines, reading)


def _write_setting(keyword: Keyword, lines: list[str], reading: Reading) -> None:
    at = keyword.line - 1
    found = MARKER.fullmatch(lines[at]) if at < len(lines) and at not in reading.kept else None
    parts = split_setting(found["words"]) if found else None
    if not found or not parts or words.match(keyword.scope, parts[0]) != words.Match(keyword.id, keyword.number):
        return
    name = words.name(keyword.scope, keyword.id, reading.language).replace("{n}", str(keyword.number))
    if reading.page.tongue == "zh-Hant":  # 測驗 is as good as 测验, and 複選 as 多选
        name = parts[0]
    colon = COLON[reading.language]
    written = f"{name}{colon}{found['words'][parts[2] :]}" if parts[1] else f"{name}{colon.strip()}"
    lines[at] = lines[at][: found.start("words")] + written


def write_arrows(lines: list[str], reading: Reading, *, links: bool) -> None:
    """Write every arrow that was followed; its target as a link where that is asked for."""
    for jump in reading.traces.jumps:
        at = jump.line - 1
        if at not in reading.kept:
            lines[at] = _arrow_line(lines[at], jump, reading.language, links=links)


def _arrow_line(line: str, jump: Jump, language: Language, *, links: bool) -> str:
    parts = split_arrow(line)
    if parts is None or (parts[1] != jump.target and not jump.linked):
        return line
    before, target, start = parts
    indent = line[: len(line) - len(line.lstrip())]
    if links and not jump.linked and not _MARKUP.search(target):
        target = f"[{target}](#{jump.anchor})"
    typed = line[line.index(before) + len(before) : start].strip()
    arrow = "->" if typed == "->" and language == "en" else "→"
    return f"{indent}{before} {arrow} {target}" if before else f"{indent}{arrow} {target}"
