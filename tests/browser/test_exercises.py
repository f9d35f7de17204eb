"""Exercises: a sheet to work from; steps are ticked off and notes kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture
def sheet(site: Path, page: Page) -> Page:
    page.goto(f"{(site / 'practice' / 'index.html').as_uri()}#exercise/")
    return page


def test_the_sheet_says_what_is_needed(sheet: Page) -> None:
    expect(sheet.get_by_text("约 20 分钟")).to_be_visible()
    for name in ("目的", "分组", "材料"):
        expect(sheet.get_by_role("term").filter(has_text=name)).to_be_visible()
    expect(sheet.get_by_text("抢话的组先暂停")).to_have_count(0)


def test_steps_are_ticked_and_notes_kept(sheet: Page) -> None:
    steps = sheet.get_by_role("list", name="步骤")
    expect(steps.get_by_role("checkbox")).to_have_count(3)
    steps.get_by_role("checkbox", name="另一人只听，不打断，听完复述一遍。").check()
    sheet.get_by_role("textbox", name="你什么时候最想打断？").fill("他说到第二遍的时候。")
    expect(sheet.get_by_text("已保存")).to_be_visible()
    sheet.reload()
    expect(steps.get_by_role("checkbox", checked=True)).to_have_count(1)
    expect(sheet.get_by_role("textbox", name="你什么时候最想打断？")).to_have_value("他说到第二遍的时候。")


def test_it_goes_by_keyboard(sheet: Page) -> None:
    first = sheet.get_by_role("checkbox").first
    first.focus()
    sheet.keyboard.press("Space")
    expect(first).to_be_checked()
    for _ in range(3):
        sheet.keyboard.press("Tab")
    sheet.keyboard.type("“换我也急”。")
    expect(sheet.get_by_role("textbox", name="对方哪一句话让你觉得被听见了？")).to_have_value("“换我也急”。")


def test_a_tick_in_one_tab_is_one_in_the_other(sheet: Page) -> None:
    other = sheet.context.new_page()
    other.goto(sheet.url)
    sheet.get_by_role("checkbox").nth(2).check()
    expect(other.get_by_role("checkbox").nth(2)).to_be_checked()
