"""The workbook of a small course: what is filled in by hand, with room for it and nothing that answers it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from command import Files, Run
from looking import MM, body, height_of, lines, pages_with, rules, text_of
from pypdf import PdfReader

pytestmark = pytest.mark.browser

HEAD = 8 * MM
"""Above the first words of a block stands its rule."""


@pytest.fixture(scope="module")
def workbook(printed: Callable[..., dict[str, PdfReader]]) -> PdfReader:
    return printed("reading", "--pack", "handout", "workbook")["workbook"]


def test_the_cover_has_fields_for_whose_it_is(workbook: PdfReader) -> None:
    cover = lines(body(workbook.pages[0]))
    assert cover[:2] == ["练习册", "先听再说"]
    assert {"姓名", "单位、班组", "日期"} <= set(cover)
    assert len([width for _, _, width in rules(workbook.pages[0]) if 150 < width < 300]) == 3


def test_the_contents_have_each_form_with_its_page(workbook: PdfReader) -> None:
    assert lines(body(workbook.pages[1])) == [
        "目录",
        *("1听3", "两人一组3", "我的记录4"),
        *("2说5", "第四天5", "我的一句话5", "每天一句6", "我的底气6"),
    ]


def test_what_is_read_or_tested_is_not_in_it(workbook: PdfReader) -> None:
    text = text_of(workbook)
    for words in ("先听三句话", "一段录音", "听一听", "窗口", "两句", "课后", "用自己的话"):
        assert words not in text, words


def test_it_answers_nothing(workbook: PdfReader) -> None:
    text = "".join(page.extract_text() for page in workbook.pages)
    for words in ("不上纸", "只给讲师看"):
        assert words not in text, words


@pytest.mark.parametrize(
    ("page", "question", "below", "count"),
    [
        (3, "哪一句最难听出来？", "下次怎么问？", 4),
        (4, "今天最难接的一句话，当时是怎么接的：", "强度（1–10）：", 2),
        (5, "这通电话哪里转了向？", "反思", 6),
        (6, "今天听到了什么", "自评", 9),
    ],
)
def test_the_room_to_write_follows_the_kind(
    page: int, question: str, below: str, count: int, workbook: PdfReader
) -> None:
    sheet = workbook.pages[page - 1]
    top, foot = (height_of(sheet, words) for words in (question, below))
    assert len([y for _, y, width in rules(sheet) if width > 450 and foot + HEAD < y < top]) == count


def test_a_journal_has_room_for_the_day(workbook: PdfReader) -> None:
    found = lines(body(workbook.pages[5]))
    assert found[:4] == ["日志", "每天一句", "日期", "今天听到了什么"]


def test_a_self_check_is_summed_up_by_hand(workbook: PdfReader) -> None:
    found = lines(body(workbook.pages[5]))
    assert "维度第几句合计平均分" in found
    assert "共情1÷1=" in found
    assert "我说得出客户的损失。123" in "".join(found)


def test_a_form_is_whole_on_its_page(workbook: PdfReader) -> None:
    assert pages_with(workbook, "原话线索我的猜测") == [4]
    assert pages_with(workbook, "今天最难接的一句话") == [4]


def test_a_course_that_asks_for_nothing_in_writing_has_no_workbook(files: Files, coursewright: Run) -> None:
    folder = files(
        {"content/read/course.yaml": "title: 只读\nid: read\n", "content/read/01-a.md": "# 读\n\n一段话。\n"}
    )
    printed = coursewright("print", "--pack", "workbook", "handout")
    assert printed.returncode == 0, printed.stdout + printed.stderr
    assert [file.name for file in (folder / "print").rglob("*.pdf")] == ["handout.pdf"]
