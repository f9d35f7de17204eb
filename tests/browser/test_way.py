"""The way through a course: how far one is, how long is left, and going on from there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from accessible import sideways, violations
from learner import answer, await_saved, last_file, stored, visit
from playwright.sync_api import Browser, BrowserContext, Page, expect
from wayfarer import SMALL, address, answer_check, read_to_the_end, scroll_to, state

pytestmark = pytest.mark.browser


# How far


def test_a_chapter_is_passed_when_it_is_done_and_its_quizzes_are_passed(page: Page, way: str) -> None:
    visit(page, way)
    assert state(page, "listen") == "未开始"
    read_to_the_end(page, way, "listen")
    answer_check(page, right=1)
    assert state(page, "listen") == "进行中", "the pre-test is still open"
    answer(page, "answer:listen/before/silence", (0, 1))
    assert state(page, "listen") == "已完成，未通过"
    answer(page, "answer:listen/check/first", (1, 1), attempt=2)
    assert state(page, "listen") == "已通过"


def test_a_chapter_without_a_quiz_is_done(page: Page, way: str) -> None:
    visit(page, way)
    read_to_the_end(page, way, "answer")
    page.get_by_role("button", name="开始对话").click()
    page.get_by_role("button", name="两天白等").click()
    page.locator("cw-worksheet").get_by_role("textbox").first.fill("周一")
    expect(page.locator("#chapters a[data-chapter=answer] > .state")).to_have_text("已完成")


def test_the_list_says_which_blocks_of_a_chapter_are_done(page: Page, way: str) -> None:
    visit(page, f"{way}#listen/")
    before, check = page.locator("#chapters .chapter-blocks:visible a").all()
    expect(before.locator(".state")).to_have_text("未开始")
    answer(page, "answer:listen/before/silence", (1, 1))
    answer_check(page, right=1)
    expect(before.locator(".state")).to_have_text("已完成")
    expect(check.locator(".state")).to_have_text("已完成，未通过")


def test_a_results_file_says_what_is_passed(page: Page, way: str) -> None:
    visit(page, way)
    read_to_the_end(page, way, "listen")
    answer_check(page, right=2)
    answer(page, "answer:listen/before/silence", (0, 1))
    page.goto(f"{way}#results/")
    page.locator("[data-action=download-results]:visible").click()
    chapters = last_file(page)["totals"]["chapters"]
    assert [chapter["state"] for chapter in chapters] == ["passed", "new", "new"]


def test_what_is_left_is_told_in_minutes(page: Page, way: str) -> None:
    visit(page, way)
    left = page.locator("#minutes-left")
    expect(left).to_have_text("还剩约 30 分钟")
    answer_check(page, right=2)
    expect(left).to_have_text("还剩约 25 分钟")  # two of four steps in the chapter of ten minutes
    answer(page, "answer:listen/before/silence")
    read_to_the_end(page, way, "listen")
    expect(left).to_have_text("还剩约 20 分钟")
    page.get_by_role("button", name="English").click()
    expect(left).to_have_text("about 20 minutes left")


def test_nothing_is_said_of_minutes_where_no_chapter_has_any(page: Page, site: Path) -> None:
    visit(page, (site / "modes" / "index.html").as_uri())
    expect(page.locator("#chapters a[data-chapter=before] > .state")).to_have_text("未开始")
    expect(page.locator("#minutes-left")).to_have_text("")


# Going on


def test_the_cover_says_where_the_learner_was_and_how_long_is_left(page: Page, way: str) -> None:
    page.set_viewport_size(SMALL)
    visit(page, way)
    resume = page.locator("#resume")
    expect(resume).to_have_text("开始学习")
    page.goto(f"{way}#answer/")
    scroll_to(page, "通话记录")
    page.wait_for_url("**#answer/*")
    page.goto("about:blank")
    page.goto(way)
    name = re.compile(r"继续上次的学习 第 2 章 · 通话记录 · 还剩约 \d+ 分钟")
    expect(page.get_by_role("link", name=name)).to_be_visible()
    resume.click()
    expect(page.get_by_role("heading", name="通话记录")).to_be_in_viewport()
    expect(page.get_by_role("heading", name="通话记录")).to_be_focused()


def test_a_place_that_an_update_took_away_leaves_its_chapter(page: Page, way: str) -> None:
    visit(page, f"{way}#listen/")
    await_saved(page, "place")
    page.evaluate("localStorage.setItem('cw:way:place', JSON.stringify({ n: 999, v: 'answer/gone' }))")
    page.goto("about:blank")
    page.goto(way)
    expect(page.locator("#resume")).to_contain_text("第 2 章 · 回应")
    page.locator("#resume").click()
    expect(page.locator(".chapter:visible")).to_have_id("answer/")


def test_an_updated_course_says_so_once_and_goes_on(page: Page, way: str) -> None:
    visit(page, f"{way}#listen/")
    await_saved(page, "setting:build")
    page.evaluate("localStorage.setItem('cw:way:setting:build', JSON.stringify({ n: 999, v: 'older' }))")
    page.goto("about:blank")
    page.goto(way)
    notice = page.get_by_role("status").filter(has_text="这门课更新过了")
    expect(notice).to_be_visible()
    expect(page.locator("#resume")).to_contain_text("第 1 章 · 接听")
    await_saved(page, "setting:build")
    page.reload()
    expect(page.locator("#resume")).to_contain_text("第 1 章 · 接听")
    expect(notice).to_have_count(0)


def test_who_only_looks_at_the_cover_leaves_no_record(page: Page, way: str) -> None:
    visit(page, way)
    page.wait_for_timeout(400)
    assert stored(page, "way") == {}


def test_of_two_tabs_the_place_read_last_counts(context: BrowserContext, way: str) -> None:
    first, second = context.new_page(), context.new_page()
    visit(first, f"{way}#listen/")
    visit(second, f"{way}#close/")
    await_saved(second, "place")
    first.evaluate("location.hash = '#'")
    expect(first.locator("#resume")).to_contain_text("第 3 章")
    first.evaluate("location.hash = '#answer/'")
    await_saved(first, "place")
    assert address(second) == "close/"
    second.evaluate("location.hash = '#'")
    expect(second.locator("#resume")).to_contain_text("第 2 章")


# For everybody


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_no_state_breaks_a_rule_of_accessibility(way: str, browser: Browser, scheme: str, width: int) -> None:
    look = browser.new_context(locale="zh-CN", color_scheme=scheme, viewport={"width": width, "height": 800})
    page = look.new_page()
    visit(page, f"{way}#listen/")
    answer_check(page, right=1)
    answer(page, "answer:listen/before/silence")
    read_to_the_end(page, way, "listen")
    assert violations(page) == []
    if width == 320:
        page.locator(".bottom-bar button").click()
        assert violations(page) == []
        page.keyboard.press("Escape")
    page.evaluate("location.hash = '#'")
    expect(page.locator("#resume")).to_contain_text("继续上次的学习")
    assert violations(page) == []
    page.keyboard.press("?")
    assert violations(page) == []
    assert sideways(page) <= 0
    look.close()
