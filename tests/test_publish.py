"""``publish``: which ids trainees were given is noted beside the course, and every later check compares with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command import Files, Run

QUIZ = """# 听

## 测验：听一听

### 客户越说越慢，他此刻多半是失望。

- 答案：对

### 复述时要保留哪一种词？

- 答案：关键词
"""
LOCK = "content/a/course.lock"


@pytest.fixture
def published(coursewright: Run, files: Files) -> Path:
    """A course in ``content/a`` that was published."""
    root = files({"content/a/course.yaml": "title: 课\nlanguage: zh-Hans\n", "content/a/01-听.md": QUIZ})
    assert coursewright("publish").returncode == 0
    return root


def codes(run: Run, *arguments: str) -> list[tuple[str, str, int]]:
    """The identity problems that a check finds, with file and line."""
    found = json.loads(run("check", "--format", "json", *arguments).stdout)["problems"]
    return [
        (each["code"], each["path"].rpartition("/")[2], each["line"]) for each in found if each["code"].startswith("ID")
    ]


def change(root: Path, old: str, new: str, name: str = "content/a/01-听.md") -> None:
    file = root / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_lock_has_a_line_for_every_name_in_the_order_of_their_paths(published: Path) -> None:
    lines = [json.loads(line) for line in (published / LOCK).read_text(encoding="utf-8").splitlines()]
    assert (lines[0]["lock"], lines[0]["course"]) == (1, "a")
    assert [next(iter(line.items())) for line in lines[1:]] == [
        ("chapter", "听"),
        ("block", "听/测验听一听"),
        ("item", "听/测验听一听/复述时要保留哪一种词"),
        ("item", "听/测验听一听/客户越说越慢他此刻多半是失望"),
    ]


def test_publishing_says_where_the_lock_belongs_and_builds_the_site(coursewright: Run, published: Path) -> None:
    out = coursewright("publish", LANG="zh_CN.UTF-8").stdout
    assert "content/a/course.lock：4 个编号" in out and "版本库" in out
    assert (published / "site" / "a" / "index.html").is_file()


def test_publishing_again_writes_the_same_bytes(coursewright: Run, published: Path) -> None:
    before = (published / LOCK).read_bytes()
    coursewright("publish", TZ="Asia/Tokyo", PYTHONHASHSEED="7")
    assert (published / LOCK).read_bytes() == before


@pytest.mark.parametrize("command", ["build", "check"])
def test_only_publishing_writes_the_lock(command: str, coursewright: Run, published: Path) -> None:
    before = (published / LOCK).read_bytes()
    change(published, "# 听\n", "# 听见\n")
    assert coursewright(command).returncode == 0
    assert (published / LOCK).read_bytes() == before
    (published / LOCK).unlink()
    assert coursewright(command).returncode == 0
    assert not (published / LOCK).exists()


def test_the_lock_is_no_part_of_the_site(published: Path) -> None:
    assert not list((published / "site").rglob("*.lock"))


def test_a_slip_put_right_asks_for_one_line_and_that_line_keeps_the_answers(coursewright: Run, published: Path) -> None:
    change(published, "越说越慢", "越说越缓")
    assert codes(coursewright) == [("ID004", "01-听.md", 5)]
    assert coursewright("publish").returncode == 1
    change(published, "失望。\n", "失望。\n\n- 编号：客户越说越慢他此刻多半是失望\n")
    assert codes(coursewright) == []


def test_a_renamed_file_asks_for_one_line_and_not_for_one_in_every_block(coursewright: Run, published: Path) -> None:
    (published / "content/a/01-听.md").rename(published / "content/a/01-倾听.md")
    assert codes(coursewright) == [("ID002", "01-倾听.md", 1)]
    change(published, "# 听\n", "---\nid: 听\n---\n# 听\n", "content/a/01-倾听.md")
    assert codes(coursewright) == []


def test_a_quiz_in_another_chapter_says_where_it_was(coursewright: Run, published: Path) -> None:
    (published / "content/a/01-听.md").write_text("# 听\n", encoding="utf-8")
    (published / "content/a/02-说.md").write_text(QUIZ.replace("# 听", "# 说", 1), encoding="utf-8")
    assert codes(coursewright) == [("ID003", "02-说.md", 3)]
    change(published, "听一听\n", "听一听\n\n- 编号：听/测验听一听\n", "content/a/02-说.md")
    assert codes(coursewright) == []


def test_what_meets_what_was_moved_is_refused(coursewright: Run, published: Path) -> None:
    (published / "content/a/02-说.md").write_text(
        QUIZ.replace("# 听", "# 说", 1).replace("听一听\n", "听一听\n\n- 编号：听/测验听一听\n"), encoding="utf-8"
    )
    out = coursewright("check").stdout
    assert "LK202" in out and "content/a/01-听.md" in out


def test_a_slip_and_a_new_title_ask_for_ids_as_they_are_below_the_title_to_come(
    coursewright: Run, published: Path
) -> None:
    change(published, "听一听", "听两听")
    change(published, "越说越慢", "越说越缓")
    out = coursewright("check").stdout
    assert "「- 编号：测验听一听」" in out and "「- 编号：客户越说越慢他此刻多半是失望」" in out


def test_a_deleted_question_is_told_until_the_next_publishing(coursewright: Run, published: Path) -> None:
    change(published, "### 复述时要保留哪一种词？\n\n- 答案：关键词\n", "")
    assert codes(coursewright) == [("ID006", "course.lock", 4)]
    assert coursewright("publish").returncode == 0
    assert codes(coursewright) == []


def test_a_new_question_with_an_id_of_its_own_takes_nobodys_place(coursewright: Run, published: Path) -> None:
    change(published, "失望。\n", "绝望。\n\n- 编号：despair\n")
    assert codes(coursewright) == [("ID005", "01-听.md", 5)]
    assert coursewright("build").returncode == 0


def test_another_question_under_an_old_id_is_refused(coursewright: Run, published: Path) -> None:
    change(
        published, "客户越说越慢，他此刻多半是失望。\n", "回访要约好时间。\n\n- 编号：客户越说越慢他此刻多半是失望\n"
    )
    assert codes(coursewright) == [("ID011", "01-听.md", 5)]


def test_another_id_of_the_course_is_refused_and_a_copy_can_be_told_so(coursewright: Run, published: Path) -> None:
    change(published, "title: 课\n", "title: 课\nid: b\n", "content/a/course.yaml")
    assert codes(coursewright) == [("ID001", "course.yaml", 1)]
    (published / LOCK).unlink()
    assert codes(coursewright) == []


@pytest.mark.parametrize(
    ("damage", "code", "line"),
    [
        ("<<<<<<< HEAD\n", "ID101", 6),
        ("{" * 3000, "ID102", 6),
        ('{"item": "听/测验听一听"}\n', "ID102", 6),
        ('{"chapter": "听", "text": "别的"}\n', "ID103", 6),
        ("[]", "ID102", 6),
    ],
)
def test_a_damaged_lock_is_an_error_with_its_line(
    damage: str, code: str, line: int, coursewright: Run, published: Path
) -> None:
    with (published / LOCK).open("a", encoding="utf-8") as file:
        file.write(damage)
    assert codes(coursewright) == [(code, "course.lock", line)]
    done = coursewright("publish")
    assert done.returncode == 1 and "Traceback" not in done.stderr


def test_a_lock_that_both_sides_of_a_merge_added_to_is_read(coursewright: Run, published: Path) -> None:
    lines = (published / LOCK).read_text(encoding="utf-8").splitlines(keepends=True)
    (published / LOCK).write_text("".join([*lines, *lines[1:]]).replace("\n", "\r\n"), encoding="utf-8", newline="")
    assert codes(coursewright) == []


def test_a_folder_that_cannot_be_written_leaves_the_old_lock_and_says_so(coursewright: Run, published: Path) -> None:
    (published / LOCK).unlink()
    (published / LOCK).mkdir()
    done = coursewright("publish")
    assert done.returncode == 2 and "course.lock cannot be written" in done.stderr and "Traceback" not in done.stderr


def test_a_conversations_nodes_and_choices_keep_their_ids_too(coursewright: Run, published: Path) -> None:
    scene = (
        "# 说\n\n## 角色扮演：来电\n\n- 学员：小周\n- 人物：王女士\n\n### 接通\n\n> 王女士：喂？\n\n"
        "1. 您好，我是小周。 → 结局：说完了\n2. 哪位？ → 结局：说完了\n\n### 结局：说完了\n\n挂了。\n"
    )
    (published / "content/a/02-说.md").write_text(scene, encoding="utf-8")
    assert coursewright("publish").returncode == 0
    change(published, "### 接通", "### 接通了", "content/a/02-说.md")
    change(published, "您好，我是小周。", "你好，我是小周。", "content/a/02-说.md")
    assert codes(coursewright) == [("ID008", "02-说.md", 8), ("ID008", "02-说.md", 12)]
    id = next(
        json.loads(line)["part"].rpartition("/")[2]
        for line in (published / LOCK).read_text(encoding="utf-8").splitlines()
        if "我是小周" in line
    )
    change(published, "### 接通了\n", "### 接通了\n\n- 编号：接通\n", "content/a/02-说.md")
    change(published, "说完了\n2.", f"说完了\n    - 编号：{id}\n2.", "content/a/02-说.md")
    assert codes(coursewright) == []
    assert coursewright("build").returncode == 0
