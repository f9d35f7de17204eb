"""Quizzes: what is counted, handing in at the end, the summary, and doing it again without losing the first score."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from trainee import WHOLLY, WRONGLY, check, choose, fill, item, verdict

pytestmark = pytest.mark.browser


@pytest.fixture
def course(site: Path) -> str:
    return (site / "kinds" / "index.html").as_uri()


@pytest.fixture
def quiz(course: str, page: Page) -> Page:
    page.goto(f"{course}#quiz/")
    return page


@pytest.fixture
def exam(course: str, page: Page) -> Page:
    page.goto(f"{course}#end/")
    return page


def test_it_counts_what_is_answered_and_sums_up_exactly_when_all_of_it_is(quiz: Page) -> None:
    for done, kind in enumerate(WHOLLY):
        expect(quiz.get_by_text(f"已答 {done} / 8 题")).to_be_visible()
        (WRONGLY if kind in ("single", "numeric") else WHOLLY)[kind](item(quiz, kind))
        check(item(quiz, kind))
    summary = quiz.get_by_role("region", name="测验小结")
    expect(summary.get_by_role("heading", name="还没有通过")).to_be_visible()
    expect(summary).to_contain_text("6 / 9 分")
    expect(summary).to_contain_text("得分 66%，及格线 80%")
    links = summary.get_by_role("link")
    assert links.all_inner_texts() == [
        "第 1 题：最后一句是“随便你们吧”，此刻最可能的情绪是？",
        "第 6 题：受理后多少小时内回访？",
    ]
    links.last.click()
    expect(quiz.get_by_role("heading", name="受理后多少小时内回访？")).to_be_in_viewport()


def test_only_the_wrong_ones_are_done_again_and_the_first_score_stays(quiz: Page) -> None:
    for kind in WHOLLY:
        (WRONGLY if kind == "single" else WHOLLY)[kind](item(quiz, kind))
        check(item(quiz, kind))
    quiz.get_by_role("button", name="重做错题").click()
    expect(quiz.get_by_text("重做 1 题？")).to_be_visible()
    quiz.get_by_role("button", name="不了").click()
    expect(quiz.get_by_role("button", name="重做错题")).to_be_focused()
    quiz.get_by_role("button", name="重做错题").click()
    quiz.get_by_role("button", name="重做", exact=True).click()
    expect(quiz.get_by_text("已答 7 / 8 题")).to_be_visible()
    assert item(quiz, "single").get_by_role("radio", checked=True).count() == 0
    quiz.reload()
    expect(quiz.get_by_text("已答 7 / 8 题")).to_be_visible()
    WHOLLY["single"](item(quiz, "single"))
    check(item(quiz, "single"))
    summary = quiz.get_by_role("region", name="测验小结")
    expect(summary.get_by_role("heading", name="通过了")).to_be_visible()
    expect(summary).to_contain_text("第一次作答：7 / 9 分")


def test_at_the_end_means_nothing_is_checked_before(exam: Page) -> None:
    expect(item(exam, "first").get_by_role("button", name="检查")).to_have_count(0)
    fill("7")(item(exam, "sum"))
    item(exam, "sum").get_by_role("textbox").press("Enter")
    expect(item(exam, "sum").get_by_role("status")).to_have_count(0)
    expect(exam.get_by_text("已答 1 / 3 题")).to_be_visible()
    exam.reload()
    expect(exam.get_by_text("已答 1 / 3 题")).to_be_visible()


def test_handing_in_names_what_is_open_and_then_shows_every_result(exam: Page) -> None:
    choose("情绪")(item(exam, "first"))
    exam.get_by_role("button", name="交卷", exact=True).click()
    question = exam.get_by_role("group", name="还有 2 题没有答完")
    expect(question.locator("li small").first).not_to_be_empty()
    expect(question).to_be_focused()
    question.get_by_role("link", name="第 2 题：三加四等于几？").click()
    expect(exam.get_by_role("heading", name="三加四等于几？")).to_be_in_viewport()
    fill("8")(item(exam, "sum"))
    exam.get_by_role("button", name="交卷", exact=True).click()
    exam.get_by_role("button", name="仍然交卷").click()
    expect(exam.get_by_role("heading", name="还没有通过")).to_be_focused()
    assert [verdict(item(exam, each)) for each in ("first", "sum", "then")] == ["答对了", "没答对", "没有作答"]
    expect(item(exam, "sum")).to_contain_text("三加四是七。")


def test_attempts_end_the_ways_to_do_it_again(exam: Page) -> None:
    for attempt in (1, 2):
        choose("事情")(item(exam, "first"))
        fill("7")(item(exam, "sum"))
        fill("核实")(item(exam, "then"))
        exam.get_by_role("button", name="交卷", exact=True).click()
        expect(exam.get_by_role("region", name="测验小结")).to_contain_text("2 / 3 分")
        expect(exam.get_by_role("heading", name="通过了")).to_be_visible()
        if attempt == 1:
            exam.get_by_role("button", name="全部重做").click()
            exam.get_by_role("button", name="重做", exact=True).click()
    expect(exam.get_by_role("button", name="全部重做")).to_have_count(0)
    expect(exam.get_by_role("button", name="重做错题")).to_have_count(0)


def test_an_answer_of_another_tab_shows_here(quiz: Page, course: str) -> None:
    other = quiz.context.new_page()
    other.goto(f"{course}#quiz/")
    WHOLLY["short"](item(other, "short"))
    check(item(other, "short"))
    expect(item(quiz, "short").get_by_role("heading", name="答对了")).to_be_visible()
    expect(quiz.get_by_text("已答 1 / 8 题")).to_be_visible()
