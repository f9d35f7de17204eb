"""The guide's chapters of codes, written from the catalogue: ``python -m ssg.code_pages content/guide``.

Each code has a heading of its own, so that ``#codes-quiz/qz101`` leads to it. Long examples are cut down to the lines
that matter; ``check --explain`` prints them whole.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from ssg.explain import CHAPTER, bad_files, good_files, opened
from ssg.problems import Language, catalogue, rows
from ssg.say import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """A chapter: the ``families`` are the letters that its codes begin with."""

    id: str
    file: str
    families: Sequence[str]
    title: Mapping[Language, str]


CHAPTERS = (
    Pages(
        id="codes-files",
        file="12-代码-文件和课程设置",
        families=("CF", "OB", "TR", "TH"),
        title={"zh": "代码：文件和课程设置", "en": "Codes: files and settings of a course"},
    ),
    Pages(
        id="codes-text",
        file="13-代码-正文和结构",
        families=("ST", "MD", "LK"),
        title={"zh": "代码：正文和结构", "en": "Codes: text and structure"},
    ),
    Pages(
        id="codes-quiz",
        file="14-代码-测验",
        families=("QZ", "QM", "IT"),
        title={"zh": "代码：测验和题目", "en": "Codes: quizzes and items"},
    ),
    Pages(
        id="codes-roleplay",
        file="15-代码-角色扮演",
        families=("RP",),
        title={"zh": "代码：角色扮演", "en": "Codes: role-plays"},
    ),
    Pages(
        id="codes-kinds",
        file="16-代码-其他块",
        families=("WS", "SL", "SF", "SV", "OS", "CS", "RF", "CD", "EX"),
        title={"zh": "代码：其他的块", "en": "Codes: other kinds of blocks"},
    ),
    Pages(
        id="codes-published",
        file="17-代码-发布",
        families=("ID",),
        title={"zh": "代码：编号和发布", "en": "Codes: ids and publishing"},
    ),
)

ENDINGS: Mapping[Language, str] = {"zh": ".md", "en": ".en.md"}

ABOUT: Mapping[Language, str] = {
    "zh": "检查出的每个问题都带一个代码。这里写着它是什么意思、怎么改；▶ 指着出问题的那一行，⋮ 是省略的部分。"
    "在命令行里输入 `check --explain {code}`，看到的是同一页的全文。",
    "en": "Every problem that the check finds has a code. Here is what each means and what to do; ▶ points to the line "
    "in question, ⋮ stands for lines left out. `check --explain {code}` prints the same page in full.",
}

SHORT = 14
"""Examples of so many lines are shown whole."""

AROUND = 3
"""Lines shown before and after one that matters, in longer examples."""

_MARKS = re.compile(r"[\\`*_\[\]<>$~|#!^]")


def write(folder: Path) -> Iterator[Path]:
    """Write the chapters of both languages; the files written."""
    for language, ending in ENDINGS.items():
        for pages in CHAPTERS:
            file = folder / f"{pages.file}{ending}"
            file.write_text(chapter(pages, language), encoding="utf-8", newline="\n")
            yield file


def chapter(pages: Pages, language: Language) -> str:
    """The chapter as Markdown: a list of its codes, then a section for each."""
    codes = [code for family in pages.families for code in catalogue() if code.startswith(family)]
    about = ABOUT[language].format(code=codes[0])
    index = "\n".join(f"* [{code}](#{code.lower()}) {_summary(code, language)}" for code in codes)
    front = f'---\nid: {pages.id}\ntitle: "{pages.title[language]}"\n---'
    sections = ["\n\n".join(_section(code, language)) for code in codes]
    return "\n\n".join((front, f"# {pages.title[language]}", about, index, *sections)) + "\n"


def _summary(code: str, language: Language) -> str:
    return _escape(opened(catalogue()[code].message[language]).split("\n")[0])


def _section(code: str, language: Language) -> Iterator[str]:
    entry, row = catalogue()[code], rows()[code]
    yield f"## {code}"
    yield from _paragraphs(entry.message[language])
    yield say(f"explain_{entry.severity}", language)
    for fix in dict.fromkeys((entry.fix[language], entry.fix_plain[language])):
        yield from _paragraphs(fix)
    bad, place = bad_files(row), row.get("path", CHAPTER)
    if bad:
        yield say("explain_bad_files", language)
        yield from _bad(bad, good_files(row), place, row["line"])
        yield say("explain_good", language)
        yield from _good(bad, good_files(row))


def _paragraphs(text: str) -> Iterator[str]:
    """Words as they are, Markdown's marks among them; what is indented is to be typed and stays code."""
    for part in opened(text).split("\n\n"):
        yield part if part.startswith("    ") else _escape(part)


def _escape(text: str) -> str:
    return _MARKS.sub(r"\\\g<0>", text)


def _bad(bad: Mapping[str, str], good: Mapping[str, str], place: str, line: int) -> Iterator[str]:
    """The lines in question, and those that are to be changed."""
    for name, text in bad.items():
        lines = text.rstrip("\n").split("\n")
        marked = [f"{at:>3} {'▶' if name == place and at == line else '│'} {each}" for at, each in enumerate(lines, 1)]
        changed = _changed(good.get(name, text), text)
        yield from _fenced(name, len(bad), marked, [*changed, line - 1] if name == place else changed or [0])


def _good(bad: Mapping[str, str], good: Mapping[str, str]) -> Iterator[str]:
    """The files that differ from the bad ones, cut down to the lines that do."""
    for name, text in good.items():
        if text != bad.get(name):
            yield from _fenced(name, len(good), text.rstrip("\n").split("\n"), _changed(bad.get(name, ""), text))


def _changed(before: str, after: str) -> Sequence[int]:
    """The lines of the second text, from 0, that are not in the first, and those before which something went."""
    lines = after.rstrip("\n").split("\n")
    blocks = SequenceMatcher(None, before.rstrip("\n").split("\n"), lines, autojunk=False).get_opcodes()
    return [at for kind, _, _, first, last in blocks if kind != "equal" for at in range(first, max(last, first + 1))]


def _fenced(name: str, files: int, lines: Sequence[str], matter: Sequence[int]) -> Iterator[str]:
    if files > 1:
        yield f"`{name}`"
    shown = list(_cut(lines, matter))
    if any(line.strip() for line in shown):
        longest = max((len(run) for run in re.findall("`{3,}", "\n".join(shown))), default=2)
        fence = "`" * (longest + 1)
        yield "\n".join((fence, *(_visible(line.rstrip()) for line in shown), fence))


def _visible(line: str) -> str:
    """The line with signs for the characters in it that nobody can see."""
    return "".join(f"⟨U+{ord(char):04X}⟩" if unicodedata.category(char) in ("Cc", "Cf") else char for char in line)


def _cut(lines: Sequence[str], matter: Sequence[int]) -> Iterator[str]:
    """The lines around those that matter, a sign where others are left out."""
    kept = {at + by for at in matter for by in range(-AROUND, AROUND + 1)}
    skipping = False
    for at, line in enumerate(lines):
        if len(lines) <= SHORT or at in kept:
            yield line
            skipping = False
        elif not skipping:
            yield "⋮"
            skipping = True


if __name__ == "__main__":
    print("\n".join(map(str, write(Path(sys.argv[1])))))
