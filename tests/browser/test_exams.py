"""Exams: the rules first, a clock that the learner may leave off or extend, attempts, and nothing lost on the way."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from learner import announce
from playwright.sync_api import BrowserContext, Page, expect
from sitting import MINUTE, block, start
from trainee import choose, fill, item, verdict

pytestmark = pytest.mark.browser


@pytest.fixture
def course(site: Path) -> str:
    return (site / "modes" / "index.html").as_uri()


def test_an_exam_says_its_rules_before_it_shows_an_item(course: str, page: Page) -> None:
    page.goto(f"{course}#exam/")
    exam = block(page, "final")
    expect(exam.get_by_role("group", name="开始以前")).to_contain_text("可以做 2 次，这是第 1 次")
    expect(exam.get_by_role("radio", name="不限时")).to_be_checked()
    expect(exam.locator(".questions")).to_be_hidden()
    expect(exam.get_by_role("button", name="交卷")).to_be_hidden()
    start(page)
    expect(item(page, "first")).to_be_visible()
    expect(exam.get_by_role("timer")).to_have_count(0)
    page.reload()
    expect(item(page, "first")).to_be_visible()


def test_an_exam_is_done_as_often_as_it_says_and_again_as_a_whole(course: str, page: Page) -> None:
    page.goto(f"{course}#exam/")
    for attempt, (answer, points) in enumerate([("6", "2 / 3 分"), ("7", "3 / 3 分")], start=1):
        exam = start(page)
        assert exam.get_by_role("radio", checked=True).count() == 0
        choose("情绪")(item(page, "first"))
        fill(answer)(item(page, "sum"))
        fill("复述")(item(page, "name"))
        expect(item(page, "first").get_by_role("button", name="检查")).to_have_count(0)
        exam.get_by_role("button", name="交卷", exact=True).click()
        expect(exam.get_by_role("region", name="测验小结")).to_contain_text(points)
        if attempt == 1:
            exam.get_by_role("button", name="全部重做").click()
            exam.get_by_role("button", name="重做", exact=True).click()
            expect(exam.get_by_role("group", name="开始以前")).to_be_focused()
            expect(exam).to_contain_text("这是第 2 次")
    assert verdict(item(page, "sum")) == "答对了"
    expect(exam.get_by_role("button")).to_have_count(0)
    expect(exam.get_by_role("region", name="测验小结")).to_contain_text("第一次作答：2 / 3 分")


def test_a_whole_exam_by_keyboard(course: str, page: Page) -> None:
    page.goto(f"{course}#exam/")
    block(page, "final").get_by_role("radio", name="不限时").focus()
    page.keyboard.press("ArrowRight")
    expect(block(page, "final").get_by_role("radio", name="30 分钟")).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(item(page, "first").get_by_role("radio").first).to_be_focused()
    options = item(page, "first").get_by_role("radio")
    page.keyboard.press("Space")
    if not item(page, "first").get_by_role("radio", name="情绪").is_checked():
        page.keyboard.press("ArrowDown")
    expect(options.and_(page.get_by_label("情绪"))).to_be_checked()
    for text in ("7", "复述"):
        page.keyboard.press("Tab")
        page.keyboard.type(text)
        page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(block(page, "final").get_by_role("heading", name="通过了")).to_be_focused()
    expect(block(page, "final")).to_contain_text("3 / 3 分")


@pytest.fixture
def timed(course: str, page: Page) -> Page:
    """An exam against a clock that the test turns."""
    page.clock.install()
    page.goto(f"{course}#exam/")
    start(page, "30 分钟")
    return page


def test_the_clock_warns_in_time_and_gives_more(timed: Page) -> None:
    said = block(timed, "final").get_by_role("status").filter(has_text="还剩")
    expect(block(timed, "final").get_by_role("timer")).to_have_text(re.compile("还剩 (30:00|29:5.)"))
    for minutes, words in [(15, "时间过半，还剩 15 分钟。"), (10, "还剩 5 分钟。"), (4, "还剩 1 分钟。")]:
        timed.clock.run_for(minutes * MINUTE)
        expect(said).to_contain_text(words)
    timed.clock.run_for(40_000)
    expect(said).to_contain_text("还剩 20 秒。需要的话，点按钮加时间。")
    block(timed, "final").get_by_role("button", name="再加 5 分钟").click()
    # The page's clock goes on by itself meanwhile, and a busy machine takes its time.
    expect(block(timed, "final").get_by_role("timer")).to_have_text(re.compile("还剩 5:(20|[01].)"))
    expect(item(timed, "first").get_by_role("radio").first).to_be_enabled()


def test_when_time_is_up_everything_is_handed_in_and_counts(timed: Page) -> None:
    choose("情绪")(item(timed, "first"))
    timed.clock.run_for(30 * MINUTE - 1000)
    item(timed, "name").get_by_role("textbox").press_sequentially("复述")
    timed.clock.run_for(1000)
    exam = block(timed, "final")
    expect(exam.get_by_role("region", name="测验小结")).to_contain_text("时间到了，已经替你交卷")
    expect(exam).to_contain_text("2 / 3 分")
    assert verdict(item(timed, "name")) == "答对了"
    expect(exam.get_by_role("timer")).to_have_count(0)
    timed.reload()
    expect(exam.get_by_role("region", name="测验小结")).to_contain_text("时间到了")
    announce(timed, "forget", {"ids": ["answer:exam/final/name"]})  # as when its item is worded anew
    timed.clock.run_for(1000)
    timed.reload()
    timed.clock.run_for(5000)
    expect(item(timed, "name").get_by_role("textbox")).to_be_enabled()
    expect(exam.get_by_role("timer")).to_have_count(0)


def test_a_reload_goes_on_with_the_answers_and_the_time(timed: Page) -> None:
    fill("7")(item(timed, "sum"))
    timed.clock.run_for(10 * MINUTE)
    timed.clock.set_system_time("2031-01-01T00:00:00Z")  # a wrong clock
    timed.reload()
    left = block(timed, "final").get_by_role("timer")
    expect(left).to_have_text(re.compile(r"还剩 (20:00|19:5\d)"))
    expect(item(timed, "sum").get_by_role("textbox")).to_have_value("7")
    timed.clock.run_for(MINUTE)
    expect(left).to_have_text(re.compile(r"还剩 (19:00|18:5\d)"))


def test_a_second_tab_goes_on_with_the_same_attempt_and_sees_it_handed_in(
    course: str, page: Page, context: BrowserContext
) -> None:
    page.goto(f"{course}#exam/")
    start(page, "60 分钟")
    fill("7")(item(page, "sum"))
    expect(block(page, "final").get_by_text("已答 1 / 3 题")).to_be_visible()
    other = context.new_page()
    other.goto(f"{course}#exam/")
    expect(item(other, "sum").get_by_role("textbox")).to_have_value("7")
    expect(block(other, "final").get_by_role("timer")).to_be_visible()
    block(page, "final").get_by_role("button", name="交卷", exact=True).click()
    block(page, "final").get_by_role("button", name="仍然交卷").click()
    expect(block(other, "final").get_by_role("region", name="测验小结")).to_contain_text("1 / 3 分")
    expect(block(other, "final").get_by_role("timer")).to_have_count(0)
