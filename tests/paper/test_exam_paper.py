"""Test papers and keys as PDF: what a trainee finds on which page, and that no question is torn apart."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from conftest import Printed
from exam_pages import papers, press, questions, read_course, words
from looking import places, size
from pypdf import PdfReader

from ssg.paper.booklets import booklets

pytestmark = pytest.mark.browser

A4 = ("--pack", "test", "key", "--versions", "2", "--paper", "A4")
LETTER = (*A4[:-1], "Letter", "--ink", "saving")
LEFT, RIGHT, EDGE = 20, 18, 5
"""Margins in millimetres; running heads stand between the margin and the edge."""


def texts(reader: PdfReader) -> list[str]:
    """What stands on each page, without white space, which a PDF does not have."""
    return ["".join(page.extract_text().split()) for page in reader.pages]


def bare(text: str) -> str:
    return "".join(text.split())


def test_each_version_is_a_paper_and_a_key_that_trainees_do_not_get(printed: Printed) -> None:
    names = {"test-paper-a", "test-paper-b", "trainer/answer-key-a", "trainer/answer-key-b"}
    assert names <= set(printed("exam", *A4))


@pytest.mark.parametrize("version", ["a", "b"])
def test_a_paper_says_whose_it_is_what_counts_and_how_long_it_takes(version: str, printed: Printed) -> None:
    first = texts(printed("exam", *A4)[f"test-paper-{version}"])[0]
    letter = version.upper()
    for expected in (
        "每种都考",
        f"{letter}卷",
        "姓名",
        "工号/部门",
        "日期",
        "得分/26",
        "19题·26分·40分钟",
        "闭卷",
    ):
        assert expected in first, expected
    assert f"每种都考·{letter}卷" in first, "the running head"


def test_each_test_begins_on_a_page_of_its_own_and_so_does_its_answer_sheet(printed: Printed) -> None:
    pages = texts(printed("exam", *A4)["test-paper-a"])
    heads = [page for page in pages if "姓名" in page]
    assert ["答题纸" in page and "答题前请看" not in page for page in heads] == [False, True, False, True]
    assert ["抽两道·A卷" in page for page in heads] == [False, False, True, True]
    sheet = heads[1]
    assert all(stem not in sheet for stem in ("客户越说越慢", "听完并复述", "随便你们吧"))
    assert all(f"/{points}" in sheet for points in (1, 2, 3))


@pytest.mark.parametrize(
    ("course", "folder", "how"),
    [
        ("exam", "tests/paper/courses/exam", A4),
        ("exam", "tests/paper/courses/exam", LETTER),
        ("content/emotional-intelligence", "content/emotional-intelligence", A4),
    ],
)
def test_no_question_is_torn_over_two_pages(course: str, folder: str, how: Sequence[str], printed: Printed) -> None:
    printer = press(read_course(folder), 2)
    for booklet, sheet in zip(booklets(printer, "pack_test"), papers(printer), strict=True):
        pages = texts(printed(course, *how)[sheet.name])
        for paper, asked in zip(booklet.papers, questions(sheet), strict=True):
            for one, shown in zip(paper.questions, asked, strict=True):
                parts = [*(text for each in shown.lists for text in each.values()), *shown.rows, *shown.columns]
                needed = [bare(words(one.item.stem.split("<span")[0])), *map(bare, parts)]
                assert any(all(part in page for part in needed) for page in pages), (one.number, needed)


@pytest.mark.parametrize(("how", "width", "height"), [(A4, 210, 297), (LETTER, 216, 279)])
def test_all_text_lies_inside_the_page(how: Sequence[str], width: int, height: int, printed: Printed) -> None:
    for name, reader in printed("exam", *how).items():
        for number, page in enumerate(reader.pages, 1):
            assert tuple(map(round, size(page))) == (width, height)
            for piece in places(page):
                assert LEFT - 1 <= piece.left <= width - RIGHT, (name, number, piece)
                assert EDGE <= piece.top <= height - EDGE, (name, number, piece)


def test_a_key_begins_with_what_passes_and_all_answers_at_a_glance(printed: Printed) -> None:
    first = texts(printed("exam", *A4)["trainer/answer-key-b"])[0]
    assert "及格：19.5分起（75%，满分26分）" in first
    assert "B卷" in first
    assert first.index("速查表") < first.index("24±2小时")


def test_papers_and_keys_name_their_language_and_title(printed: Printed) -> None:
    readers = printed("exam", *A4)
    assert readers["test-paper-b"].metadata.title == "考一考 · 试卷 · B 卷"
    assert readers["trainer/answer-key-b"].metadata.title == "考一考 · 答案 · B 卷"
    assert all(reader.trailer["/Root"]["/Lang"] == "zh-Hans" for reader in readers.values())
