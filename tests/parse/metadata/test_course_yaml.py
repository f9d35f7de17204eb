"""What a course says about itself."""

from __future__ import annotations

import pytest

from ssg.model import Settings, Source
from ssg.parse.metadata.course_yaml import CourseFile, read_course_yaml
from ssg.problems import Problem


def read(text: str, folder: str = "listening") -> tuple[CourseFile, list[Problem]]:
    return read_course_yaml(Source(path="content/listening/course.yaml", text=text), folder)


def settings(text: str) -> Settings:
    course, problems = read(text)
    assert problems == []
    return course.settings


def test_one_line_is_enough() -> None:
    found = settings("title: 倾听\n")
    assert (found.id, found.title, found.language, found.version) == ("listening", "倾听", "zh-Hans", "1.0")
    assert (found.pass_mark, found.theme) == (80, "base")


def test_every_key_has_a_chinese_name() -> None:
    first = "标题: 倾听\n编号: l-1\n语言: en\n版本: 1.10\n简介: 一句话\n"
    found = settings(first + "受众: 客服\n作者: 甲\n许可: CC BY\n及格: ６０％\n主题: base\n")
    assert (found.id, found.language, found.version, found.pass_mark) == ("l-1", "en", "1.10", 60)
    assert (found.description, found.audience, found.author, found.licence) == ("一句话", "客服", "甲", "CC BY")


@pytest.mark.parametrize(
    ("typed", "read_as"), [("zh-CN", "zh-Hans"), ("ZH-hans", "zh-Hans"), ("中文", "zh-Hans"), ("EN", "en")]
)
def test_languages_are_known_by_their_other_names(typed: str, read_as: str) -> None:
    assert settings(f"title: A\nlanguage: {typed}\n").language == read_as


def test_chapters_keep_their_order_and_their_places() -> None:
    course, _ = read("title: A\nchapters:\n  - 02-b.md\n  - 01-a.md\n")
    assert [(entry.text, entry.span.line) for entry in course.chapters] == [("02-b.md", 3), ("01-a.md", 4)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("language: en\n", [("CF207", 1)]),
        ("", [("CF207", 1)]),
        ("title:\n", [("CF211", 1)]),
        ("title: A\nlanguage: 法语\n", [("CF209", 2)]),
        ("title: A\nid: assets\n", [("CF208", 2)]),
        ("title: A\nid: a/../b\n", [("CF208", 2)]),
        ("title: A\npass_mark: 101\n", [("CF205", 2)]),
        ("title: A\npass_mark: 八成\n", [("CF205", 2)]),
        ("title: A\nchapters: 01-a.md\n", [("CF206", 2)]),
        ("title: A\nlangauge: en\n", [("CF201", 2)]),
        ("title: [\n", [("CF118", 1)]),
    ],
)
def test_a_fault_is_named_at_its_line(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(problem.code, problem.span.line) for problem in read(text)[1]] == expected


def test_a_folder_whose_name_is_no_id_needs_one() -> None:
    assert [problem.code for problem in read("title: A\n", "my course")[1]] == ["CF208"]
    assert read("title: A\nid: mine\n", "my course")[1] == []
