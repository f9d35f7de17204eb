"""The schemas say what the readers accept: the same keys, the same values, nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from command import REPOSITORY, Files, Run

from ssg.model import Source
from ssg.parse.keywords import WORDS
from ssg.parse.metadata.course_yaml import read_course_yaml
from ssg.parse.metadata.frontmatter import read_front_matters
from ssg.problems import Problem, severity
from ssg.schema import FILES, forms, keys, schema

COURSES = sorted(REPOSITORY.glob("content/*/course.yaml")) + sorted(REPOSITORY.glob("ssg/starter/*/course.yaml"))
CHAPTERS = [chapter for course in COURSES for chapter in sorted(course.parent.glob("[0-9]*.md"))]


def errors_of_schema(scope: str, text: str) -> list[str]:
    """What the schema of a scope refuses in a document."""
    validator = jsonschema.Draft202012Validator(json.loads(json.dumps(schema(scope))))
    document: Any = yaml.safe_load(text)
    return [error.message for error in validator.iter_errors(document)]


def errors_of_reader(scope: str, text: str) -> list[Problem]:
    """What the reader of a scope refuses in a document."""
    if scope == "course":
        problems = read_course_yaml(Source(path="course.yaml", text=text), "folder")[1]
    else:
        problems = read_front_matters([Source(path="01-a.md", text=f"---\n{text}---\n")])[1]
    return [problem for problem in problems if severity(problem) == "error"]


@pytest.mark.parametrize("scope", FILES)
def test_every_key_of_the_keyword_table_is_described_and_no_other(scope: str) -> None:
    assert set(keys()[scope]) == set(WORDS[scope])
    for row in keys()[scope].values():
        assert row["form"] in forms() and row["zh"] and row["en"]


@pytest.mark.parametrize("scope", FILES)
def test_every_name_of_a_key_is_a_property_described_in_its_language(scope: str) -> None:
    found: Any = schema(scope)
    jsonschema.Draft202012Validator.check_schema(found)
    for id, (chinese, english) in WORDS[scope].items():
        for name, language in [(chinese.split("|")[0], "zh"), (english.split("|")[-1], "en")]:
            assert found["properties"][name]["description"] == keys()[scope][id][language]
            assert found["properties"][name]["$ref"] == f"#/$defs/{id}"


@pytest.mark.parametrize("course", COURSES, ids=lambda path: path.parent.name)
def test_the_settings_of_real_courses_are_valid(course: Path) -> None:
    assert errors_of_schema("course", course.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda path: path.name)
def test_the_front_matter_of_real_chapters_is_valid(chapter: Path) -> None:
    _, yaml_text, _ = chapter.read_text(encoding="utf-8").split("---\n", 2)
    assert errors_of_schema("front_matter", yaml_text) == []


@pytest.mark.parametrize(
    ("scope", "text"),
    [
        ("course", "title: 倾听\n"),
        ("course", "标题: 倾听\n语言: 中文\n及格: 60%\n"),
        ("course", "title: 2024\nPass Mark: 60\nlicense: CC BY 4.0\n"),
        ("course", "title: A\nid: 投诉-2.1\nversion: 1.0\nlanguages: [en]\nskills:\n  - 倾听\n"),
        ("course", "title: A\nobjectives:\n  EI-01: 听出情绪\n"),
        ("course", "title: A\nchecks:\n  RP302: 关，旁白里说了理由\n  RP406: off\n"),
        ("course", "title: A\nchapters:\n  - 01-a.md\n"),
        ("front_matter", "title: A\nminutes: 30\nobjectives:\n  - EI-01\n"),
        ("front_matter", "时长: 30 分钟\n定稿: 讲师甲、讲师乙\n"),
        ("front_matter", "reviewed_by: [A, B]\nid: anger\n"),
    ],
)
def test_what_the_reader_takes_the_schema_takes(scope: str, text: str) -> None:
    assert errors_of_reader(scope, text) == []
    assert errors_of_schema(scope, text) == []


@pytest.mark.parametrize(
    ("scope", "text"),
    [
        ("course", "language: en\n"),
        ("course", "title: A\nlangauge: en\n"),
        ("course", "title: A\n天气: 晴\n"),
        ("course", "title: A\n标题: B\n"),
        ("course", "title:\n"),
        ("course", "title:\n  - A\n"),
        ("course", "title: A\nid: a/b\n"),
        ("course", "title: A\nlanguage: 法语\n"),
        ("course", "title: A\npass_mark: 120\n"),
        ("course", "title: A\npass_mark: 八成\n"),
        ("course", "title: A\nobjectives:\n  - 听出情绪\n"),
        ("course", "title: A\nchecks:\n  RP302: 忽视\n"),
        ("course", "title: A\nchecks:\n  RP105: 关\n"),
        ("course", "title: A\nchecks:\n  RP9999: 关\n"),
        ("course", "title: A\nchapters: 01-a.md\n"),
        ("course", "title: A\nminutes: 30\n"),
        ("front_matter", "titel: A\n"),
        ("front_matter", "minutes: 半小时\n"),
        ("front_matter", "minutes: 0\n"),
        ("front_matter", "objectives: 能复述\n"),
        ("front_matter", "theme: base\n"),
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(scope: str, text: str) -> None:
    assert errors_of_reader(scope, text)
    assert errors_of_schema(scope, text)


def test_the_command_writes_them_for_editors(coursewright: Run, tmp_path: Path) -> None:
    done = coursewright("schema", "--vscode")
    assert done.returncode == 0
    names = sorted(file.name for file in (tmp_path / ".vscode").iterdir())
    assert names == sorted([*FILES.values(), "coursewright.code-snippets", "settings.json"])
    settings = json.loads((tmp_path / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.schemas"]["./.vscode/course.schema.json"] == ["course.yaml"]
    for file in settings["yaml.schemas"]:
        assert (tmp_path / file).is_file()


def test_settings_of_ones_own_are_kept(coursewright: Run, files: Files) -> None:
    folder = files({".vscode/settings.json": "{}\n"}) / ".vscode"
    assert coursewright("schema", "--vscode").returncode == 0
    assert (folder / "settings.json").read_text(encoding="utf-8") == "{}\n"
    assert (folder / "coursewright-settings.json").is_file()


def test_a_folder_that_cannot_be_made_is_said_in_one_line(coursewright: Run, files: Files) -> None:
    files({"taken": "a file"})
    done = coursewright("schema", "-o", "taken")
    assert done.returncode == 2 and "taken cannot be written" in done.stderr
