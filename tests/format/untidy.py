"""Chapters as busy people type them: full-width marks, odd indents, stray spaces, other arrows."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

Spoiler = Callable[[str, Random], str]
_SETTING = re.compile(r"(?P<head>- [^：:\[\]→]{1,10})(?:：|: )(?P<value>\S.*)")
_ITEM = re.compile(r"(?P<indent> *)(?P<mark>[-*]|\d\.) (?P<words>\S.*)")
_ARROWS = ("→", "⇒", "➜", "->", "=>", "—>", "＝＞", "－＞")


def untidy(text: str, random: Random) -> str:
    """The text with a random choice of untidiness on every line; front matter, code and tables are left."""
    lines, fenced = [], False
    start = _behind_front_matter(text)
    for at, line in enumerate(text.split("\n")):
        fenced ^= line.lstrip().startswith("```")
        safe = at < start or fenced or line.lstrip().startswith(("```", "|"))
        lines.append(line if safe else _spoil(line, random))
        if not safe and not line and random.random() < 0.2:
            lines.append(" " * random.randrange(3))
    return "\n".join(lines) + "\n" * random.randrange(3)


def _behind_front_matter(text: str) -> int:
    return text.split("\n").index("---", 1) + 1 if text.startswith("---\n") else 0


def _spoil(line: str, random: Random) -> str:
    for spoiler in (_colon, _arrow, _box, _heading, _quote, _mark, _indent, _end):
        if random.random() < 0.3:
            line = spoiler(line, random)
    return line


def _colon(line: str, random: Random) -> str:
    found = _SETTING.fullmatch(line)
    if found is None:
        return line
    colon = random.choice(("：", ":", "： ", " ：", ": ", " : "))
    return f"{found['head']}{colon}{found['value']}"


def _arrow(line: str, random: Random) -> str:
    before, arrow, target = line.rpartition("→")
    space = random.choice(("", " ", "  "))
    return f"{before.rstrip()}{space}{random.choice(_ARROWS)}{space}{target.lstrip()}" if arrow and before else line


def _box(line: str, random: Random) -> str:
    line = line.replace("- [x] ", random.choice(("- [X] ", "- [x]  ", "- ［ｘ］ ", "- ［Ｘ］")))
    return line.replace("- [ ] ", random.choice(("- [ ]  ", "- ［　］ ", "- ［ ］")))


def _heading(line: str, random: Random) -> str:
    found = re.fullmatch(r"(#+) (.*[^#])", line)
    return f"{' ' * random.randrange(2)}{found[1]}   {found[2]}{random.choice(('', ' ##', '  '))}" if found else line


def _quote(line: str, random: Random) -> str:
    return f"{' ' * random.randrange(2)}>{line[2:]}" if re.match(r"> [^ >\[]", line) else line


def _mark(line: str, random: Random) -> str:
    found = _ITEM.fullmatch(line)
    return f"{found['indent']}{found['mark']}{' ' * random.randrange(1, 3)}{found['words']}" if found else line


def _indent(line: str, random: Random) -> str:
    """A tab is as far as four spaces; two or three would not reach below ``1. ``."""
    found = _ITEM.fullmatch(line)
    if found is None or len(found["indent"]) != 4:
        return line
    return "\t" + line[4:]


def _end(line: str, random: Random) -> str:
    """One space at most within a paragraph, where two would break the line."""
    return line if line.endswith("\\") else line + " "
