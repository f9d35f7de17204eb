"""``check --html``: the figures as one page, each course in its own language, with a map of each role-play."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest
from command import Files, Run
from roleplay_scenes import SAMPLE

BROKEN = SAMPLE.replace("- 最多：2 次 → 结局：勉强收场\n", "")
QUIZ = "# 二\n\n## 测验：听\n\n### 先听对吗？\n\n- 答案：对\n- 解析：先听。\n"


@pytest.fixture
def sample(files: Files) -> Path:
    return files({"content/a/course.yaml": "title: 例子 <1>\n", "content/a/01-a.md": SAMPLE, "content/a/02-b.md": QUIZ})


def page(folder: Path) -> str:
    return (folder / "report.html").read_text(encoding="utf-8")


def test_the_page_has_the_figures_the_map_and_the_items(sample: Path, coursewright: Run) -> None:
    done = coursewright("check", "--html", "report.html")
    assert done.returncode == 0 and "Written to report.html." in done.stdout
    html = page(sample)
    assert "《例子 &lt;1&gt;》的角色扮演" in html and '<html lang="zh-Hans" dir="ltr">' in html
    assert "content/a/01-a.md:3" in html and "<td><bdi>节点 7，状态 273（穷尽所有走法）</bdi></td>" in html
    assert (
        "<td><bdi>重新信任</bdi></td>" not in html
        and '<th scope="row"><bdi>重新信任</bdi></th><td><bdi>优秀</bdi></td><td><bdi>12%</bdi></td>' in html
    )
    assert "<title>《等了两天的空调》的走向图</title>" in html and ">4 一起定方案</text>" in html
    assert "content/a/02-b.md:5" in html and "乱猜" in html


def test_it_needs_nothing_else_and_its_policy_lets_nothing_else_in(sample: Path, coursewright: Run) -> None:
    coursewright("check", "--html", "report.html")
    html = page(sample)
    [style] = re.findall("<style>(.*?)</style>", html, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"default-src &#39;none&#39;; style-src &#39;sha256-{digest}&#39;" in html
    assert not re.search(r' style="| src=|<link|<script|url\(["\']?http', html)


def test_every_course_is_told_in_its_own_language(files: Files, coursewright: Run) -> None:
    folder = files({"content/a/course.yaml": "title: 例子\n", "content/a/01-a.md": SAMPLE})
    files({"content/b/course.yaml": "title: Example\nlanguage: en\n", "content/b/01-a.md": SAMPLE})
    coursewright("check", "--html", "report.html", LANG="en_GB.UTF-8")
    html = page(folder)
    assert "《例子》的角色扮演" in html and "Role-plays of Example" in html
    assert "Map of “等了两天的空调”" in html and '<section class="of-course" lang="en" dir="ltr">' in html
    ids = re.findall(r' id="([^"]*)"', html)
    assert len(ids) == len(set(ids)) == 2


def test_a_scene_with_errors_has_no_figures_and_a_course_without_scenes_says_so(
    files: Files, coursewright: Run
) -> None:
    folder = files({"content/a/course.yaml": "title: 甲\n", "content/a/01-a.md": BROKEN})
    files({"content/b/course.yaml": "title: 乙\n", "content/b/01-a.md": "# 一\n\n说一说。\n"})
    assert coursewright("check", "--html", "report.html").returncode == 1
    html = page(folder)
    assert "有错误，请先改正。" in html and "《乙》没有角色扮演。" in html and "<svg" not in html


@pytest.mark.parametrize("file", ["", "no/such/folder.html"])
def test_a_page_that_cannot_be_written_is_wrong_usage_and_no_traceback(
    sample: Path, coursewright: Run, file: str
) -> None:
    done = coursewright("check", "--report", "--html", file)
    assert done.returncode == 2
    assert "cannot be written" in done.stderr and "Traceback" not in done.stderr


def test_the_table_is_written_though_the_page_cannot_be(sample: Path, coursewright: Run) -> None:
    assert coursewright("check", "--html", "no/such.html", "--csv", "table.csv").returncode == 2
    assert (sample / "table.csv").is_file()


def test_the_page_is_the_same_every_time(sample: Path, coursewright: Run) -> None:
    pages = []
    for seed in ("1", "2"):
        coursewright("check", "--html", "report.html", PYTHONHASHSEED=seed)
        pages.append(page(sample))
    assert pages[0] == pages[1]
