"""The address decides which page of the course is shown; back, focus and titles follow it."""

from __future__ import annotations

import pytest
from learner import answer, await_saved, visit
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = pytest.mark.browser


def active(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id || document.activeElement.tagName"))


def test_a_course_opens_on_its_cover_and_leaves_the_focus_alone(page: Page, demo: str) -> None:
    visit(page, demo)
    expect(page.get_by_role("heading", level=1)).to_have_text("听懂客户")
    expect(page).to_have_title("听懂客户")
    assert active(page) == "BODY"


def test_only_the_page_in_the_address_is_shown(page: Page, demo: str) -> None:
    visit(page, f"{demo}#respond/")
    shown = page.locator("main > section:visible")
    expect(shown).to_have_count(1)
    expect(shown).to_have_id("respond/")
    expect(page).to_have_title("回应客户 · 听懂客户")


def test_turning_to_a_chapter_moves_the_focus_to_its_heading_and_the_view_to_its_top(page: Page, demo: str) -> None:
    visit(page, f"{demo}#recognise/")
    page.locator(".chapter:visible .chapter-end a.next").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("回应客户")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    assert page.evaluate("scrollY") == 0


def test_an_anchor_shows_its_chapter_and_scrolls_to_the_place(page: Page, demo: str) -> None:
    page.set_viewport_size({"width": 800, "height": 300})
    visit(page, f"{demo}#recognise/")
    anchor = page.locator(".chapter:visible h2").last.get_attribute("id")
    page.goto(f"{demo}#respond/")
    page.evaluate("(anchor) => void (location.hash = encodeURIComponent(anchor).replace('%2F', '/'))", anchor)
    heading = page.locator(f"[id='{anchor}']")
    expect(heading).to_be_in_viewport()
    expect(heading).to_be_focused()


def test_opening_a_link_to_an_anchor_scrolls_there_without_taking_the_focus(page: Page, demo: str) -> None:
    page.set_viewport_size({"width": 800, "height": 300})
    visit(page, f"{demo}#recognise/")
    anchor = page.locator(".chapter:visible h2").last.get_attribute("id")
    page.goto("about:blank")
    page.goto(f"{demo}#{anchor}")
    expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()
    assert active(page) == "BODY"


def test_back_and_forward_return_to_the_same_place_on_the_page(page: Page, demo: str, engine: str) -> None:
    if engine == "webkit":
        pytest.skip("WebKit's way back passes over pages that a script has turned to without a click")
    page.set_viewport_size({"width": 800, "height": 300})
    visit(page, f"{demo}#recognise/")
    page.evaluate("scrollTo(0, 240)")
    page.wait_for_function("() => history.state?.y === 240")
    page.evaluate("location.hash = '#respond/'")
    expect(page.get_by_role("heading", level=1)).to_have_text("回应客户")
    page.evaluate("scrollTo(0, 60)")
    page.wait_for_function("() => history.state?.y === 60")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("听出情绪")
    page.wait_for_function("() => scrollY === 240")
    page.go_forward()
    expect(page.get_by_role("heading", level=1)).to_have_text("回应客户")
    page.wait_for_function("() => scrollY === 60")


def test_a_reload_stays_where_it_was(page: Page, demo: str) -> None:
    page.set_viewport_size({"width": 800, "height": 300})
    visit(page, f"{demo}#recognise/")
    page.evaluate("scrollTo(0, 240)")
    page.wait_for_function("() => history.state?.y === 240")
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("听出情绪")
    page.wait_for_function("() => scrollY === 240")


def test_an_unknown_address_shows_the_cover_and_says_so(page: Page, demo: str) -> None:
    visit(page, f"{demo}#nowhere/at-all")
    expect(page.get_by_role("heading", level=1)).to_have_text("听懂客户")
    expect(page.get_by_role("status").filter(has_text="没有找到")).to_be_visible()
    page.locator("#resume").click()
    expect(page.locator(".notice")).to_have_count(0)


def test_an_unknown_anchor_of_a_chapter_shows_that_chapter(page: Page, demo: str) -> None:
    visit(page, f"{demo}#respond/an-old-heading")
    expect(page.get_by_role("heading", level=1)).to_have_text("回应客户")
    expect(page.get_by_role("status").filter(has_text="没有找到")).to_be_visible()


@pytest.mark.parametrize("address", ["#%", "#__proto__", "#strings", "#constructor/x", "#%E4%B8%8D"])
def test_odd_addresses_break_nothing(page: Page, demo: str, address: str) -> None:
    visit(page, demo + address)
    expect(page.get_by_role("heading", level=1)).to_have_text("听懂客户")


def test_the_chapter_list_marks_the_page_shown_and_how_far_each_chapter_is(page: Page, demo: str) -> None:
    visit(page, f"{demo}#close/")
    links = page.locator("#chapters a[data-chapter=close]")
    expect(links).to_have_attribute("aria-current", "page")
    expect(links).to_have_attribute("data-state", "going")
    expect(page.locator("#chapters a[aria-current]")).to_have_count(1)
    answer(page, "answer:close/promise/call-back")
    answer(page, "answer:close/promise/steps")
    page.locator(".chapter:visible .chapter-end").scroll_into_view_if_needed()
    expect(links).to_have_attribute("data-state", "passed")
    expect(links.locator(".state")).to_have_text("已通过")


def test_the_skip_link_moves_the_focus_and_stays_on_the_page(page: Page, demo: str) -> None:
    visit(page, demo)
    page.keyboard.press("Tab")
    expect(page.locator(".skip-link")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    expect(page.locator("#cover")).to_be_visible()
    assert page.url == demo


def test_the_cover_offers_to_go_on_where_the_learner_stopped(page: Page, demo: str) -> None:
    page.set_viewport_size({"width": 800, "height": 300})
    visit(page, f"{demo}#respond/")
    anchor = page.locator(".chapter:visible h2").last.get_attribute("id")
    page.locator(f"[id='{anchor}']").evaluate("(heading) => heading.scrollIntoView()")
    await_saved(page, "place")
    page.goto("about:blank")
    page.goto(demo)
    expect(page.locator("#resume-where")).to_contain_text("第 2 章 · 情绪日志")
    page.get_by_role("link", name="继续上次的学习").click()
    expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()


def test_the_bars_previous_and_next_follow_the_page(page: Page, demo: str) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    visit(page, demo)
    expect(page.locator("#bar-previous")).to_be_hidden()
    page.locator("#bar-next").click()
    page.locator("#bar-next").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("回应客户")
    page.locator("#bar-previous").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("听出情绪")


def test_on_a_phone_the_chapter_list_closes_with_escape_and_gives_the_focus_back(page: Page, demo: str) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    visit(page, demo)
    opener = page.locator(".bottom-bar button")
    expect(page.locator("#chapters")).to_be_hidden()
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#chapters")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(page.locator("#chapters")).to_be_hidden()
    expect(opener).to_be_focused()


def test_on_a_phone_a_chosen_chapter_closes_the_list(page: Page, demo: str) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    visit(page, demo)
    page.locator(".bottom-bar button").click()
    page.locator("#chapters a[data-chapter=close]").click()
    expect(page.locator("#chapters")).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_have_text("收尾")


def test_on_a_wide_screen_the_chapter_list_folds(page: Page, demo: str) -> None:
    visit(page, demo)
    button = page.locator("#menu-button")
    expect(button).to_have_attribute("aria-expanded", "true")
    button.click()
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(page.locator("#chapters")).to_be_hidden()
    button.click()
    expect(page.locator("#chapters")).to_be_visible()


def test_the_chosen_appearance_is_there_before_the_first_paint_next_time(context: BrowserContext, demo: str) -> None:
    page = context.new_page()
    visit(page, demo)
    page.locator("#tools-button").click()
    page.get_by_role("radio", name="深色").check()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    later = context.new_page()
    later.add_init_script(
        "addEventListener('readystatechange', () => (window.early ??= document.documentElement.dataset.theme), true);"
    )
    later.goto(demo)
    assert later.evaluate("early") == "dark"
    later.locator("#tools-button").click()
    later.get_by_role("radio", name="自动").check()
    expect(page.locator("html")).not_to_have_attribute("data-theme", "dark")


@pytest.mark.parametrize("part", ["chapter", "course"])
def test_print_buttons_print_that_part_and_restore_the_page(page: Page, demo: str, part: str) -> None:
    page.add_init_script(
        """window.print = () => {
          window.printed = document.documentElement.dataset.print;
          dispatchEvent(new Event("afterprint"));
        };"""
    )
    visit(page, f"{demo}#respond/")
    page.locator("#tools-button").click()
    page.locator(f"#tools [data-action=print-{part}]").click()
    assert page.evaluate("printed") == part
    assert page.evaluate("document.documentElement.dataset.print") is None
