"""Objectives × (taught, practised, tested), and what a course lets its warnings weigh."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from command import Files, Run

SETTINGS = """title: 例子
objectives:
  EI-01: 听出客户话里的情绪
  EI-02: =先复述，再回应
  EI-03: 说出自己的感受
"""
CHAPTER = """---
objectives: [EI-01, 学会倾听]
---
# 听

## 工作表：情绪日志

- 目标：EI-01、EI-02

今天最难的一通电话：____

## 测验：听

- 目标：EI-01

### 慢下来就是放弃了。

- 答案：错
- 目标：EI-02
"""


@pytest.fixture
def two_objectives(files: Files) -> Path:
    """A course that takes one objective all the way, practises and tests another, and forgets the third."""
    return files({"content/a/course.yaml": SETTINGS, "content/a/01-a.md": CHAPTER})


def test_each_objective_is_shown_with_the_places_that_carry_it(two_objectives: Path, coursewright: Run) -> None:
    done = coursewright("check", "--coverage", LANG="zh_CN.UTF-8")
    assert done.returncode == 0
    table = [line.split() for line in done.stdout.splitlines()]
    assert ["EI-01", "1", "1", "1", "听出客户话里的情绪"] in table
    assert ["EI-02", "–", "1", "1", "=先复述，再回应"] in table
    assert ["EI-03", "–", "–", "–", "说出自己的感受"] in table
    assert ["EI-02", "考", "content/a/01-a.md:16"] in table
    assert "3 个目标中，1 个有讲、有练、有考。" in done.stdout


def test_an_objective_that_nothing_carries_is_warned_of_at_its_line(two_objectives: Path, coursewright: Run) -> None:
    done = coursewright("check", LANG="zh_CN.UTF-8")
    assert "content/a/course.yaml:5:3 警告 OB004" in done.stdout
    assert done.stdout.count("OB00") == 1


def test_the_table_opens_in_a_spreadsheet_and_no_cell_of_it_is_a_formula(
    two_objectives: Path, coursewright: Run
) -> None:
    assert coursewright("check", "--csv", "coverage.csv").returncode == 0
    content = (two_objectives / "coverage.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf"), "Excel would not know the encoding"
    rows = list(csv.DictReader(content.decode("utf-8-sig").splitlines()))
    assert [(row["objective"], row["taught"], row["practised"], row["tested"]) for row in rows] == [
        ("EI-01", "1", "1", "1"),
        ("EI-02", "0", "1", "1"),
        ("EI-03", "0", "0", "0"),
    ]
    assert rows[1]["text"] == "'=先复述，再回应"
    assert rows[0]["practised_at"] == "content/a/01-a.md:6"


@pytest.mark.parametrize("format", ["json", "sarif"])
def test_what_programs_read_is_one_document_and_tables_go_beside_it(
    two_objectives: Path, coursewright: Run, format: str
) -> None:
    done = coursewright("check", "--format", format, "--coverage", "--report", "--csv", "coverage.csv")
    assert json.loads(done.stdout)
    assert "EI-01" in done.stderr and "coverage.csv" in done.stderr


def test_a_table_without_a_name_is_wrong_usage(two_objectives: Path, coursewright: Run) -> None:
    assert coursewright("check", "--csv", "").returncode == 2


def test_a_table_that_cannot_be_written_is_wrong_usage_and_no_traceback(
    two_objectives: Path, coursewright: Run
) -> None:
    done = coursewright("check", "--csv", "no/such/folder.csv")
    assert done.returncode == 2
    assert "cannot be written" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("level", "shown"), [("off, not yet", ""), ("提示：以后再写", "提示 OB004"), ("warning", "警告 OB004")]
)
def test_a_course_weighs_its_warnings(files: Files, coursewright: Run, level: str, shown: str) -> None:
    files({"content/a/course.yaml": f"{SETTINGS}checks:\n  ob004: {level}\n", "content/a/01-a.md": CHAPTER})
    printed = coursewright("check").stdout
    assert shown in printed if shown else "OB004" not in printed
