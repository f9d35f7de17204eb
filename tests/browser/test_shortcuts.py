"""Keys that lead through a course, and the list of chapters on a phone."""

from __future__ import annotations

import pytest
from learner import await_saved, tool, visit
from playwright.sync_api import Page, expect
from wayfarer import PHONE

pytestmark = pytest.mark.browser


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
