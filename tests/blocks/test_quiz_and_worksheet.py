"""Quizzes and worksheets from Markdown to values and to the page's HTML."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from ssg.blocks.quiz import Quiz
from ssg.blocks.worksheet import Field, Worksheet
from ssg.model import Course
from ssg.render import render
from ssg.steps import Work, assemble, discover, parse
from ssg.terminal import ProgressLine

QUIZ = """
## 测验：听出情绪

{settings}
### 他此刻最可能的情绪是？

- [ ] 满意
- [x] 失望
{item}
"""


def course_of(chapter: str, folder: Path) -> tuple[Course, list[str]]:
    """The course that holds this one chapter, and the codes of what is wrong with it."""
    (folder / "one").mkdir(exist_ok=True)
    (folder / "one" / "course.yaml").write_text("title: 一\n", encoding="utf-8")
    (folder / "one" / "01-a.md").write_text(chapter, encoding="utf-8")
    work = Work(start=folder, progress=ProgressLine(sys.stdout))
    sources = discover(["one"], work)
    (course,) = assemble(sources, parse(sources, work), work)
    return course, [problem.code for problem in work.problems]


def quiz_of(folder: Path, settings: str = "", item: str = "") -> tuple[Quiz, list[str], str]:
    """The quiz, what is wrong with it, and the page."""
    course, codes = course_of(QUIZ.format(settings=settings, item=item), folder)
    (quiz,) = course.blocks()
    assert isinstance(quiz, Quiz)
    page = next(
        text.decode() for path, text in render([course]).files.items() if path.name == "index.html" and path.parent.name
    )
    return quiz, codes, page


def fields_of(chapter: str, folder: Path) -> list[Field]:
    """The blanks of the chapter's worksheet."""
    course, codes = course_of(chapter, folder)
    assert codes == []
    (worksheet,) = course.blocks()
    assert isinstance(worksheet, Worksheet)
    return list(worksheet.fields())


def test_a_quiz_takes_the_pass_mark_of_its_course_unless_it_names_one(tmp_path: Path) -> None:
    assert quiz_of(tmp_path)[0].pass_mark is None
    assert quiz_of(tmp_path, settings="- 及格：６０％\n")[0].pass_mark == 60


def test_feedback_comes_at_once_unless_the_quiz_says_at_the_end(tmp_path: Path) -> None:
    assert quiz_of(tmp_path)[0].feedback == "at_once"
    assert quiz_of(tmp_path, settings="- 反馈：最后\n")[0].feedback == "at_end"


@pytest.mark.parametrize(
    ("settings", "item", "fixed"),
    [
        ("", "", False),
        ("- 打乱选项：否\n", "", True),
        ("", "- 打乱选项：否", True),
        ("- 打乱选项：否\n", "- 打乱选项：是", False),
    ],
)
def test_an_item_has_the_last_word_on_shuffling(settings: str, item: str, fixed: bool, tmp_path: Path) -> None:
    _, codes, page = quiz_of(tmp_path, settings, item)
    assert codes == []
    assert ("data-fixed" in page) is fixed


def test_the_right_option_is_not_marked_in_the_page(tmp_path: Path) -> None:
    _, _, page = quiz_of(tmp_path, item="- 解析：失望的人不再争。")
    assert "失望的人不再争" not in page
    assert "checked" not in page.partition("<cw-quiz")[2].partition("</cw-quiz>")[0]


def test_a_quiz_that_is_broken_in_one_item_says_so_and_keeps_the_others(tmp_path: Path) -> None:
    course, codes = course_of(QUIZ.format(settings="", item="") + "\n### 没有答案\n\n正文\n", tmp_path)
    assert codes == ["ST021"]
    assert [len(block.items()) for block in course.blocks()] == [1]


def test_blanks_of_a_table_are_named_by_row_and_column(tmp_path: Path) -> None:
    fields = fields_of(
        "## 工作表：日志\n\n| 时间 | 感受 | 强度（1–10） |\n|---|---|---|\n| 上午 | ____ | ____ |\n| | | |\n", tmp_path
    )
    assert [field.id for field in fields] == ["上午.感受", "上午.强度-1-10", "r2.时间", "r2.感受", "r2.强度-1-10"]
    assert [(field.type, field.low, field.high) for field in fields[:2]] == [("text", None, None), ("number", 1, 10)]


def test_blanks_of_lines_are_named_by_the_words_before_them(tmp_path: Path) -> None:
    fields = fields_of("## 工作表：记录\n\n姓名：____ 工号：＿＿＿＿\n\n用时（分钟）：____\n\n姓名：____\n", tmp_path)
    assert [field.id for field in fields] == ["姓名", "工号", "用时-分钟", "姓名-2"]
    assert [(field.type, field.unit) for field in fields[1:3]] == [("text", ""), ("number", "分钟")]


def test_a_blank_keeps_its_id_when_a_row_is_put_above_it(tmp_path: Path) -> None:
    row = "| 下午 | ____ |\n"
    before = fields_of(f"## 工作表：日志\n\n| 时间 | 感受 |\n|---|---|\n{row}", tmp_path)
    after = fields_of(f"## 工作表：日志\n\n| 时间 | 感受 |\n|---|---|\n| 上午 | ____ |\n{row}", tmp_path)
    assert before[0].id == after[1].id
