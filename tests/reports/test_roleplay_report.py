"""``check --report``: the figures of role-plays as a trainer reads them in a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from command import Files, Run
from roleplay_scenes import SAMPLE

from ssg.terminal import cells


@pytest.fixture
def sample(files: Files) -> Path:
    """A course that is one chapter with one role-play."""
    return files({"content/a/course.yaml": "title: 例子\n", "content/a/01-a.md": SAMPLE})


def test_a_scene_is_told_in_figures(sample: Path, coursewright: Run) -> None:
    done = coursewright("check", "--report", LANG="en_GB.UTF-8")
    assert done.returncode == 0
    lines = done.stdout[done.stdout.index("《例子》的角色扮演") :].splitlines()
    rows = [line.split() for line in lines]
    assert "等了两天的空调  content/a/01-a.md:3" in lines
    assert "  规模  节点 7，状态 273（穷尽所有走法）" in lines
    assert "  轮数  最少 2，中位 3，最多 7" in lines
    assert ["用时", "1–2", "分钟（每分钟读", "300–400", "字，想和写的时间另算）"] in rows
    assert ["共情", "3", "-1", "0.65"] in rows and ["合计", "9", "-2", "1.22"] in rows
    assert ["重新信任", "优秀", "12%"] in rows and ["升级投诉", "待改进", "32%"] in rows
    assert ["最长的", "勉强收场", "合格", "4"] in rows
    assert ["你来说一句", "+1", "+1", "+1", "·", "·"] in rows
    assert ["处数", "2", "2", "1", "1", "0"] in rows


def test_columns_line_up_by_what_a_terminal_shows(sample: Path, coursewright: Run) -> None:
    lines = coursewright("check", "--report").stdout.splitlines()
    [head] = [line for line in lines if "乱选占比" in line]
    ends = [line for line in lines if line.rstrip().endswith("%")]
    assert len(ends) == 3
    assert {cells(line[: line.rindex("  ")]) for line in ends} == {cells(head[: head.rindex("  ")])}


def test_an_english_course_is_told_in_english(files: Files, coursewright: Run) -> None:
    files({"content/a/course.yaml": "title: Example\nlanguage: en\n", "content/a/01-a.md": SAMPLE})
    out = coursewright("check", "--report", LANG="zh_CN.UTF-8").stdout
    assert "Role-plays of Example" in out and "7 nodes, 273 states (every play counted)" in out


def test_a_scene_with_errors_and_a_course_without_scenes_have_no_figures(files: Files, coursewright: Run) -> None:
    broken = SAMPLE.replace("- 最多：2 次 → 结局：勉强收场\n", "")
    files({"content/a/course.yaml": "title: 甲\n", "content/a/01-a.md": broken})
    files({"content/b/course.yaml": "title: 乙\n", "content/b/01-a.md": "# 一\n\n说一说。\n"})
    out = coursewright("check", "--report").stdout
    assert "RP410" in out and "  有错误，请先改正。" in out and "《乙》没有角色扮演。" in out


def test_the_report_is_the_same_every_time(sample: Path, coursewright: Run) -> None:
    outputs = {coursewright("check", "--report", PYTHONHASHSEED=seed).stdout for seed in ("1", "2")}
    assert len(outputs) == 1
