"""What only a whole course can tell, on real files through the real steps."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

import pytest
from command import Files

from ssg.problems import Problem
from ssg.steps import Work, assemble, check, discover, parse
from ssg.terminal import ProgressLine

SVG = "<svg xmlns='http://www.w3.org/2000/svg'/>"
SECOND = "# 听出情绪\n\n## 先留意，再核实\n\n## 停、名、选\n"


def problems(folder: Path) -> list[Problem]:
    """Everything that is wrong with the courses below the folder."""
    work = Work(start=folder, progress=ProgressLine(io.StringIO()))
    sources = discover([], work)
    check(assemble(sources, parse(sources, work), work), work)
    return work.problems


def course(files: Files, contents: Mapping[str, str]) -> Path:
    """A course of the files, below ``content/c``."""
    return files({f"content/c/{name}": text for name, text in {"course.yaml": "title: 课\n", **contents}.items()})


CASES = {
    "links that lead somewhere": (
        "[a](#甲) [b](02-b.md) [c](02-b.md#停名选) [d](#) [e](附件/表.pdf) ![f](图/a.svg)\n\n## 甲\n",
        [],
    ),
    "a chapter that does not exist": ("[a](02-c.md)\n", [("LK101", "02-b.md")]),
    "a heading that does not exist": ("[a](02-b.md#停名)\n", [("LK102", "停名选")]),
    "a heading as typed instead of its anchor": ("[a](02-b.md#停、名、选)\n", [("LK102", "停名选")]),
    "a heading like no other": ("[a](#zzz)\n", [("LK102", "")]),
    "a file that does not exist": ("![a](图/zzz.png) [b](zzz.pdf)\n", [("LK103", ""), ("LK103", "")]),
    "a file in another folder": ("![a](a.svg)\n", [("LK103", "图/a.svg")]),
    "a file of another case": ("![a](图/A.SVG)\n", [("LK104", "图/a.svg")]),
    "a missing file that only trainers see": ("> [!讲师]\n> ![a](zzz.png)\n", [("LK103", "")]),
}


@pytest.mark.parametrize("name", CASES)
def test_links_and_files_are_followed(name: str, files: Files) -> None:
    text, expected = CASES[name]
    folder = course(files, {"01-a.md": f"# 一\n\n{text}", "02-b.md": SECOND, "图/a.svg": SVG, "附件/表.pdf": "%PDF"})
    assert [(problem.code, problem.values["guess"]) for problem in problems(folder)] == expected


def test_a_link_to_a_trainers_heading_leads_nowhere(files: Files) -> None:
    folder = course(files, {"01-a.md": "# 一\n\n> [!讲师]\n> ## 秘密\n\n[a](#秘密)\n"})
    assert [problem.code for problem in problems(folder)] == ["LK102"]


def test_chapter_ids_that_differ_by_case_alone_are_refused(files: Files) -> None:
    folder = course(files, {"01-a.md": "---\nid: b\n---\n# 一\n", "02-b.md": "---\nid: B\n---\n# 二\n"})
    (problem,) = problems(folder)
    assert (problem.code, problem.span.path) == ("LK201", "content/c/02-b.md")


def test_two_blocks_of_one_id_are_refused_in_a_chapter_and_fine_across_chapters(files: Files) -> None:
    block = "## 工作表：甲\n\n- 编号：a\n\n姓名：____\n\n"
    other = block.replace("甲", "乙")
    folder = course(files, {"01-a.md": f"# 一\n\n{block}{other}", "02-b.md": f"# 二\n\n{block}"})
    (problem,) = problems(folder)
    assert (problem.code, problem.span.path, problem.span.line) == ("LK202", "content/c/01-a.md", 9)


def test_a_chapter_needs_a_title_from_its_heading_or_its_front_matter(files: Files) -> None:
    folder = course(files, {"01-a.md": "字\n", "02-b.md": "# 二\n", "03-c.md": "---\ntitle: 三\n---\n字\n"})
    assert [(problem.code, problem.span.path) for problem in problems(folder)] == [("LK203", "content/c/01-a.md")]
