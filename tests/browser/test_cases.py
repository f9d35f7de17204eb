"""Cases: the analysis comes after one's own answer, which is kept as it was; nothing of it is in sight before."""

from __future__ import annotations

from pathlib import Path

import pytest
from learner import WATCH, last_file
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser

OWN = "她要的是一个准话，前两次都没有人回她。"


@pytest.fixture
def case(site: Path, page: Page) -> Page:
    page.add_init_script(WATCH)
    page.goto(f"{(site / 'practice' / 'index.html').as_uri()}#case/")
    return page


def question(page: Page, name: str = "care") -> Locator:
    return page.locator(f"[data-question={name}]")


def field(page: Page, name: str = "care") -> Locator:
    return question(page, name).get_by_role("textbox")


def reveal(page: Page, name: str = "care") -> None:
    question(page, name).get_by_role("button", name="看参考分析").click()


def test_the_analysis_waits_until_enough_is_written(case: Page) -> None:
    expect(case.get_by_text("没有人当真")).to_have_count(0)
    field(case).fill("没有准话")
    expect(question(case).get_by_text("已写 4 字，写满 10 字可看")).to_be_visible()
    reveal(case)
    expect(question(case).get_by_role("alert")).to_have_text("先写下你自己的分析：至少 10 字，现在 4 字。")
    expect(field(case)).to_be_focused()
    expect(field(case)).to_have_accessible_description("先写下你自己的分析：至少 10 字，现在 4 字。")
    expect(case.get_by_text("没有人当真")).to_have_count(0)
    field(case).fill(OWN)
    expect(question(case).get_by_role("alert")).to_have_count(0)
    reveal(case)
    expect(question(case).get_by_role("heading", name="参考分析")).to_be_focused()
    expect(question(case).get_by_text("没有人当真")).to_be_visible()
    expect(question(case, "say").get_by_text("先接住，再办事")).to_have_count(0)


def test_spaces_and_line_breaks_do_not_make_an_answer_longer(case: Page) -> None:
    field(case).fill("没有 准话 \n \n \n ")
    reveal(case)
    expect(question(case).get_by_role("alert")).to_contain_text("现在 4 字")


def test_what_was_written_before_is_kept_beside_what_is_changed_after(case: Page) -> None:
    field(case).fill(OWN)
    reveal(case)
    expect(question(case).locator(".before")).to_be_hidden()
    field(case).fill("她要的是有人当真。")
    case.get_by_text("看参考分析之前写的").click()
    expect(question(case).get_by_text(OWN)).to_be_visible()
    expect(case.get_by_text("已保存")).to_be_visible()
    case.reload()
    expect(field(case)).to_have_value("她要的是有人当真。")
    expect(question(case).get_by_text("没有人当真")).to_be_visible()
    expect(question(case).locator(".before .written")).to_have_text(OWN)


def test_the_own_rating_is_kept(case: Page) -> None:
    field(case).fill(OWN)
    reveal(case)
    box = question(case).get_by_role("checkbox", name="我说了她在意什么")
    box.check()
    expect(case.get_by_text("已保存")).to_be_visible()
    case.reload()
    expect(box).to_be_checked()
    expect(question(case).get_by_role("checkbox", name="我写出了她的原话")).not_to_be_checked()


def test_a_question_without_an_analysis_is_rated_by_the_criteria_alone(case: Page) -> None:
    field(case, "ask").fill("前两次是谁接的？答应了什么？")
    question(case, "ask").get_by_role("button", name="对照标准").click()
    expect(question(case, "ask").get_by_role("heading", name="对照标准")).to_be_focused()
    expect(question(case, "ask").get_by_role("checkbox")).to_have_count(2)
    expect(question(case, "ask").get_by_text("参考分析", exact=True)).to_have_count(0)


def test_a_whole_case_goes_by_keyboard(case: Page) -> None:
    field(case, "say").focus()
    case.keyboard.type("您等了三次，我现在就查。")
    case.keyboard.press("Tab")
    case.keyboard.press("Enter")
    expect(question(case, "say").get_by_role("heading", name="参考分析")).to_be_focused()
    case.keyboard.press("Tab")
    case.keyboard.press("Space")
    expect(question(case, "say").get_by_role("checkbox", name="我写出了她的原话")).to_be_checked()


def test_what_is_revealed_in_one_tab_is_so_in_the_other(case: Page) -> None:
    other = case.context.new_page()
    other.goto(case.url)
    field(case).fill(OWN)
    reveal(case)
    expect(question(other).get_by_text("没有人当真")).to_be_visible()
    expect(field(other)).to_have_value(OWN)
    other.get_by_role("checkbox", name="我写出了她的原话").first.check()
    expect(question(case).get_by_role("checkbox", name="我写出了她的原话")).to_be_checked()


def test_a_results_file_holds_the_first_answer_and_the_last(case: Page) -> None:
    field(case).fill(OWN)
    reveal(case)
    field(case).fill("她要的是有人当真。")
    expect(case.get_by_text("已保存")).to_be_visible()
    case.goto(case.url.partition("#")[0] + "#results/")
    case.get_by_role("button", name="下载学习结果").click()
    fields = {each["field"]: each["value"] for each in last_file(case)["fields"]}
    assert fields == {"care": "她要的是有人当真。", "care/first": OWN}
