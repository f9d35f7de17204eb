"""The results page says what was reached, in every state accessible."""

from __future__ import annotations

import pytest
from accessible import violations
from learner import HOURS, SLOW, announce, answer, tool, visit, write
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

ENDED = {"ending": "约好时间", "grade": "优秀", "skills": {"共情": [2, 3], "方案": [-1, 1], "边界": [0, 0]}}


def test_before_anything_is_done_the_page_says_what_there_is_to_do(page: Page, demo: str) -> None:
    visit(page, f"{demo}#results/")
    expect(page.get_by_role("heading", level=1)).to_have_text("学习结果")
    expect(page.get_by_role("row", name="听一听")).to_contain_text("0 / 2")
    expect(page.get_by_role("row", name="听一听")).to_contain_text("及格线 60%")
    expect(page.get_by_text("还没有走到结局")).to_be_visible()


def test_points_pass_marks_and_skills_are_shown_in_words(page: Page, demo: str) -> None:
    visit(page, demo)
    answer(page, SLOW, (1, 1))
    answer(page, HOURS, (2, 3), possible=2)
    answer(page, "answer:close/promise/call-back", (0, 1))
    answer(page, "answer:close/promise/steps", (1, 3))
    announce(page, "play", {"id": "play:respond/call", "value": {"ended": [ENDED]}})
    write(page, "respond/log/1", "急")
    page.goto(f"{demo}#results/")
    expect(page.get_by_role("row", name="听一听")).to_contain_text("2.33 / 3")
    expect(page.get_by_role("row", name="听一听")).to_contain_text("通过，77%")
    expect(page.get_by_role("row", name="说好的事")).to_contain_text("未通过，16%")
    expect(page.get_by_role("row", name="合计")).to_contain_text("2.67 / 5")
    expect(page.get_by_text("评级：优秀")).to_be_visible()
    expect(page.locator("ul.skills > li")).to_have_count(2)
    expect(page.get_by_text("已填 1 处")).to_be_visible()


def test_a_row_leads_to_its_quiz(page: Page, demo: str) -> None:
    visit(page, f"{demo}#results/")
    page.get_by_role("row", name="说好的事").get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("收尾")


def test_the_page_follows_what_another_tab_does(page: Page, demo: str) -> None:
    visit(page, f"{demo}#results/")
    other = page.context.new_page()
    visit(other, demo)
    answer(other, SLOW)
    expect(page.get_by_role("row", name="听一听")).to_contain_text("1 / 2")


def test_a_name_being_typed_is_kept_and_not_disturbed(page: Page, demo: str) -> None:
    visit(page, f"{demo}#results/")
    page.get_by_label("姓名").press_sequentially("陈晨")
    answer(page, SLOW)
    expect(page.get_by_label("姓名")).to_be_focused()
    page.reload()
    expect(page.get_by_label("姓名")).to_have_value("陈晨")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_results_notices_and_dialogs_have_no_accessibility_violations(
    page: Page, demo: str, width: int, theme: str
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    visit(page, f"{demo}#nowhere/")
    assert violations(page) == []
    answer(page, SLOW)
    answer(page, HOURS, (0, 1), possible=2)
    announce(page, "play", {"id": "play:respond/call", "value": {"ended": [ENDED]}})
    page.goto(f"{demo}#results/")
    assert violations(page) == []
    for action in ("reset", "load-progress"):
        tool(page, action)
        assert violations(page) == []
        page.keyboard.press("Escape")


def test_nothing_on_the_results_page_is_wider_than_a_phone(page: Page, demo: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    visit(page, f"{demo}#results/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
