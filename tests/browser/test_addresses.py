"""Addresses of a course: they follow the reader, last, and lead to every place."""

from __future__ import annotations

from itertools import pairwise
from urllib.parse import quote

import pytest
from learner import visit
from playwright.sync_api import Browser, Page, expect
from trainee import show_as
from wayfarer import SMALL, address, scroll_to

pytestmark = pytest.mark.browser

COUNT_CHANGES = """
window.changes = [];
const replaceState = history.replaceState;
history.replaceState = function (state, unused, url) {
  changes.push([performance.now(), url]);
  return replaceState.apply(this, arguments);
};
"""


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
