"""The way through a course: states, minutes, addresses that follow the reader, going on, keys, the list on a phone."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from accessible import sideways, violations
from learner import answer, await_saved, last_file, stored, tool, visit
from playwright.sync_api import Browser, BrowserContext, Page, expect
from trainee import show_as

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 700}
SMALL = {"width": 1000, "height": 400}
COUNT_CHANGES = """
window.changes = [];
const replaceState = history.replaceState;
history.replaceState = function (state, unused, url) {
  changes.push([performance.now(), url]);
  return replaceState.apply(this, arguments);
};
"""


@pytest.fixture
def way(site: Path) -> str:
    """The address of a course of three chapters, of which the last has no minutes and is translated."""
    return (site / "way" / "index.html").as_uri()


def state(page: Page, chapter: str) -> str:
    """The word for how far a chapter is, as the list has it for screen readers."""
    return page.locator(f"#chapters a[data-chapter={chapter}] > .state").inner_text()


def read_to_the_end(page: Page, way: str, chapter: str) -> None:
    page.goto(f"{way}#{chapter}/")
    page.locator(".chapter:visible .chapter-end").scroll_into_view_if_needed()
    page.wait_for_function("(id) => localStorage.getItem(`cw:way:read:${id}`)?.includes('done')", arg=chapter)


def answer_check(page: Page, *, right: int) -> None:
    """Answers both items of the quiz, so many of them rightly."""
    for place, item in enumerate(("whatever", "first")):
        answer(page, f"answer:listen/check/{item}", (int(place < right), 1))


def address(page: Page) -> str:
    return unquote(page.url.partition("#")[2])


def scroll_to(page: Page, words: str) -> None:
    page.get_by_role("heading", name=words, exact=True).evaluate("(heading) => heading.scrollIntoView()")


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


# Addresses


def test_the_address_follows_the_reader_without_a_stop_of_its_own(page: Page, way: str) -> None:
    page.set_viewport_size(SMALL)
    visit(page, f"{way}#listen/")
    stops = page.evaluate("history.length")
    scroll_to(page, "复述一遍")
    page.wait_for_url("**#listen/" + quote("复述一遍"))
    scroll_to(page, "听一听")
    page.wait_for_url("**#listen/" + quote("测验听一听"))
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_url("**#listen/")
    assert page.evaluate("history.length") == stops


def test_an_address_copied_while_reading_leads_there_and_stays_as_it_is(page: Page, way: str, browser: Browser) -> None:
    page.set_viewport_size(SMALL)
    visit(page, f"{way}#listen/")
    scroll_to(page, "复述一遍")
    page.wait_for_url("**#listen/" + quote("复述一遍"))
    elsewhere = browser.new_context(viewport=SMALL)
    other = elsewhere.new_page()
    other.goto(page.url)
    expect(other.get_by_role("heading", name="复述一遍")).to_be_in_viewport()
    other.wait_for_function("() => history.state?.y > 0")
    assert other.url == page.url
    elsewhere.close()


def test_the_address_changes_at_most_once_a_second_and_only_when_it_is_another(page: Page, way: str) -> None:
    page.add_init_script(COUNT_CHANGES)
    page.set_viewport_size(SMALL)
    visit(page, f"{way}#listen/")
    for step in range(1, 61):
        page.evaluate("(y) => scrollTo(0, y)", step * 20)
        page.wait_for_timeout(30)
    page.wait_for_timeout(1200)
    times = [time for time, _ in page.evaluate("changes")]
    assert len(times) >= 2
    assert all(later - before > 950 for before, later in pairwise(times))
    addresses = [url for _, url in page.evaluate("changes") if url]
    assert addresses == list(dict.fromkeys(addresses))


def test_a_reload_in_the_middle_of_scrolling_comes_back_to_the_same_line(page: Page, way: str) -> None:
    page.set_viewport_size(SMALL)
    visit(page, f"{way}#listen/")
    page.evaluate("scrollTo(0, 300)")
    page.reload()
    page.wait_for_function("() => scrollY === 300")


def test_back_returns_even_to_a_place_with_the_same_address(page: Page, way: str) -> None:
    """The reader went to a heading by a link, scrolled back to where the link was, and goes back."""
    page.set_viewport_size(SMALL)
    visit(page, f"{way}#listen/{quote('听三样东西')}")
    page.evaluate("scrollBy(0, 60)")
    page.wait_for_function("() => history.state?.y === scrollY")
    left, here = page.evaluate("scrollY"), page.url
    page.evaluate("(hash) => void (location.hash = hash)", "#listen/测验听一听")
    page.wait_for_function("(y) => scrollY > y", arg=left)
    scroll_to(page, "听三样东西")
    page.wait_for_url(here)
    page.evaluate("history.back()")
    page.wait_for_function("(y) => scrollY === y", arg=left)


def test_going_back_and_forth_quickly_ends_at_the_right_page(page: Page, way: str) -> None:
    visit(page, f"{way}#listen/")
    for chapter in ("answer", "close"):
        page.evaluate("(id) => void (location.hash = `#${id}/`)", chapter)
        expect(page.locator(".chapter:visible")).to_have_id(f"{chapter}/")
    page.evaluate("history.back(); history.back(); setTimeout(() => history.forward(), 5);")
    expect(page.locator(".chapter:visible")).to_have_id("answer/")
    assert address(page) == "answer/"


@pytest.mark.parametrize(
    ("hash", "heading"),
    [
        ("listen/check", "听一听"),
        ("listen/check/first", "接电话先听的是什么？"),
        ("listen/before/silence", "客户沉默就是同意。"),
        ("listen/first", "接电话先听的是什么？"),
        ("answer/call", "第二通电话"),
        ("answer/log", "通话记录"),
        ("close/exam", "说好的事"),
        ("close/What-was-agreed", "收尾"),
        ("close/exam-what-was-agreed", "说好的事"),
        ("listen/接电话先听的是什么", "接电话先听的是什么？"),
        (quote("listen/复述一遍"), "复述一遍"),
        (quote(quote("listen/复述一遍")), "复述一遍"),
        ("/listen//复述一遍", "复述一遍"),
        ("answer", "回应"),
    ],
)
def test_every_address_of_a_place_leads_there_from_outside_and_from_inside(
    page: Page, way: str, hash: str, heading: str
) -> None:
    page.set_viewport_size(SMALL)
    place = page.locator(".chapter:visible").get_by_role("heading", name=heading, exact=True)
    visit(page, f"{way}#{hash}")
    expect(place).to_be_in_viewport()
    page.evaluate("location.hash = '#results/'")
    expect(page.locator("#results\\/")).to_be_visible()
    page.evaluate("(hash) => void (location.hash = hash)", hash)
    expect(place).to_be_in_viewport()
    expect(place).to_be_focused()


def test_an_address_of_one_language_leads_to_the_place_in_the_other(way: str, browser: Browser) -> None:
    english = browser.new_context(locale="en-GB", viewport=SMALL)
    page = english.new_page()
    for hash, heading in [("close/最后一句", "A last sentence"), ("close/exam", "What was agreed")]:
        page.goto("about:blank")
        page.goto(f"{way}#{hash}")
        expect(page.get_by_role("heading", name=heading)).to_be_in_viewport()
        expect(page.locator(".notice")).to_have_count(0)
    english.close()


def test_what_is_not_on_the_screen_yet_gives_way_to_its_block(page: Page, way: str) -> None:
    visit(page, f"{way}#answer/结局约好时间")
    expect(page.get_by_role("button", name="开始对话")).to_be_in_viewport()
    expect(page.get_by_role("heading", name="结局：约好时间")).to_have_count(0)
    page.goto("about:blank")
    page.goto(f"{way}#close/exam/time")
    expect(page.get_by_role("button", name="开始")).to_be_in_viewport()


def test_what_is_folded_around_the_target_opens(page: Page, way: str) -> None:
    visit(page, way)
    page.evaluate(
        """() => {
          const heading = document.getElementById("close/最后一句");
          const fold = document.createElement("details");
          heading.before(fold);
          fold.append(heading);
        }"""
    )
    page.evaluate("location.hash = '#close/最后一句'")
    expect(page.get_by_role("heading", name="最后一句")).to_be_in_viewport()


def test_every_block_has_a_quiet_link_to_itself(page: Page, way: str) -> None:
    visit(page, f"{way}#listen/")
    link = page.get_by_role("link", name="链接到“听一听”")
    by_finger = page.evaluate("matchMedia('(hover: none)').matches")  # as Firefox says without a screen
    expect(link).to_have_css("opacity", "1" if by_finger else "0")
    page.get_by_role("heading", name="听一听").hover()
    expect(link).to_have_css("opacity", "1")
    page.mouse.move(0, 0)
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(link).to_have_css("opacity", "1")
    page.keyboard.press("Enter")
    assert address(page) == "listen/测验听一听"
    page.keyboard.press("Enter")
    assert page.get_by_role("heading", name="听一听").evaluate("(heading) => heading.getBoundingClientRect().top") > 0


def test_links_to_blocks_are_not_printed(page: Page, host: str) -> None:
    visit(page, f"{host}/way/index.html#listen/")
    expect(page.locator(".chapter:visible .here").first).to_be_visible()
    show_as(page, "print")
    expect(page.locator(".here:visible")).to_have_count(0)


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


# Keys


def test_keys_turn_pages_open_the_list_and_go_on(page: Page, way: str) -> None:
    visit(page, way)
    page.keyboard.press("n")
    expect(page.get_by_role("heading", level=1)).to_have_text("接听")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    page.keyboard.press("n")
    expect(page.get_by_role("heading", level=1)).to_have_text("回应")
    await_saved(page, "place")
    page.keyboard.press("p")
    page.keyboard.press("p")
    expect(page.locator("#cover")).to_be_visible()
    page.keyboard.press("p")
    expect(page.locator("#cover")).to_be_visible()
    page.keyboard.press("m")
    expect(page.locator("#chapters a[aria-current]")).to_be_focused()
    page.keyboard.press("c")
    expect(page.locator(".chapter:visible")).to_have_count(1)


def test_the_list_of_keys_opens_with_a_key_and_closes_with_escape(page: Page, way: str) -> None:
    visit(page, f"{way}#listen/")
    link = page.get_by_role("link", name="链接到“听一听”")
    link.focus()
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="键盘快捷键")
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text("对话里：选一句回应")
    expect(dialog).not_to_contain_text("话术卡")
    page.keyboard.press("n")
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(link).to_be_focused()
    expect(page.get_by_role("heading", level=1)).to_have_text("接听")


def test_single_keys_can_be_switched_off_for_good(page: Page, way: str) -> None:
    visit(page, f"{way}#listen/")
    tool(page, "shortcuts")
    page.get_by_role("checkbox", name="使用单个按键的快捷键").uncheck()
    page.get_by_role("button", name="关闭").click()
    expect(page.locator("#tools-button")).to_be_focused()
    await_saved(page, "setting:shortcuts")
    for key in ("n", "?", "m"):
        page.keyboard.press(key)
    page.reload()
    page.keyboard.press("n")
    expect(page.get_by_role("heading", level=1)).to_have_text("接听")
    expect(page.get_by_role("dialog")).to_have_count(0)
    tool(page, "shortcuts")
    page.get_by_role("checkbox").check()
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    expect(page.get_by_role("heading", level=1)).to_have_text("回应")


def test_keys_do_nothing_while_one_types_composes_or_holds_another_key(page: Page, way: str) -> None:
    visit(page, f"{way}#answer/")
    field = page.locator("cw-worksheet").get_by_role("textbox").first
    field.click()
    page.keyboard.type("np?/")
    expect(field).to_have_value("np?/")
    page.get_by_role("heading", level=1).click()
    for key in ("Control+m", "Alt+n", "Shift+N"):
        page.keyboard.press(key)
    for detail in ("isComposing: true", "keyCode: 229", "repeat: true"):
        page.evaluate(
            f"document.body.dispatchEvent(new KeyboardEvent('keydown', {{ key: 'n', bubbles: true, {detail} }}))"
        )
    page.evaluate("document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true }))")
    page.wait_for_timeout(100)
    expect(page.locator(".chapter:visible")).to_have_id("answer/")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_key_that_chooses_a_reply_is_no_shortcut(page: Page, way: str) -> None:
    visit(page, f"{way}#answer/")
    page.get_by_role("button", name="开始对话").click()
    page.keyboard.press("1")
    expect(page.locator("#chapters .chapter-blocks:visible .state").first).to_have_text("已完成")


# The list on a phone


def test_back_closes_the_list_and_stays_on_the_page(page: Page, way: str) -> None:
    page.set_viewport_size(PHONE)
    visit(page, f"{way}#listen/")
    page.evaluate("scrollTo(0, 200)")
    page.wait_for_function("() => history.state?.y === 200")
    opener = page.locator(".bottom-bar button")
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#chapters")).to_be_visible()
    page.evaluate("history.back()")
    expect(page.locator("#chapters")).to_be_hidden()
    expect(opener).to_be_focused()
    assert page.evaluate("scrollY") == 200
    expect(page.locator(".chapter:visible")).to_have_id("listen/")


@pytest.mark.parametrize("how", ["Escape", "opener"])
def test_a_list_closed_otherwise_leaves_no_stop_behind(page: Page, way: str, how: str) -> None:
    page.set_viewport_size(PHONE)
    visit(page, way)
    page.evaluate("location.hash = '#listen/'")
    expect(page.locator(".chapter:visible")).to_have_id("listen/")
    opener = page.locator(".bottom-bar button")
    opener.click()
    page.wait_for_function("() => history.state?.list")
    if how == "Escape":
        page.keyboard.press("Escape")
    else:
        opener.dispatch_event("click")
    expect(page.locator("#chapters")).to_be_hidden()
    page.wait_for_function("() => !history.state?.list")
    page.evaluate("history.back()")
    expect(page.locator("#cover")).to_be_visible()


def test_a_chapter_chosen_in_the_list_is_one_step_away(page: Page, way: str) -> None:
    page.set_viewport_size(PHONE)
    visit(page, f"{way}#listen/")
    page.locator(".bottom-bar button").click()
    page.wait_for_function("() => history.state?.list")
    page.locator("#chapters a[data-chapter=close]").click()
    expect(page.locator("#chapters")).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_have_text("收尾")
    page.evaluate("history.back()")
    expect(page.get_by_role("heading", level=1)).to_have_text("接听")
    page.evaluate("history.forward()")
    expect(page.get_by_role("heading", level=1)).to_have_text("收尾")


def test_the_bar_at_the_bottom_is_within_reach(page: Page, way: str) -> None:
    page.set_viewport_size(PHONE)
    visit(page, f"{way}#listen/")
    for control in page.locator(".bottom-bar > :visible").all():
        box = control.bounding_box()
        assert box and box["height"] >= 44 and box["y"] + box["height"] <= PHONE["height"]


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
