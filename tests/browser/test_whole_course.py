"""A learner goes through a whole small course with what is on the screen, and hands in what came of it."""

from __future__ import annotations

import pytest
from learner import await_saved, last_file, visit
from player import begin, say
from playwright.sync_api import Page, expect
from test_files import validate
from trainee import arrange, check, choose, fill, item

pytestmark = pytest.mark.browser


def test_a_course_worked_through_is_done_passed_and_handed_in(page: Page, demo: str) -> None:
    visit(page, demo)
    page.locator("#resume").click()
    choose("失望")(item(page, "slow"))
    check(item(page, "slow"))
    fill("24")(item(page, "hours"))
    check(item(page, "hours"))
    page.locator(".chapter:visible .chapter-end a.next").click()

    scene = page.locator("cw-roleplay")
    begin(scene)
    say(scene, "两天白等")
    expect(scene).to_contain_text("优秀")
    page.locator("cw-worksheet").get_by_role("textbox").first.fill("周一早上")
    page.locator(".chapter:visible .chapter-end a.next").click()

    choose("对")(item(page, "call-back"))
    check(item(page, "call-back"))
    arrange("复述约定", "确认时间", "道谢", "记录")(item(page, "steps"))
    check(item(page, "steps"))
    await_saved(page, "answer:close/promise/steps")
    page.locator(".chapter:visible .chapter-end a.next").click()

    expect(page.get_by_role("row", name="听一听")).to_contain_text("通过，100%")
    expect(page.get_by_role("row", name="说好的事")).to_contain_text("通过，100%")
    expect(page.get_by_text("评级：优秀")).to_be_visible()
    expect(page.get_by_text("已填 1 处")).to_be_visible()
    expect(page.locator("#course-progress")).to_have_js_property("value", 100)
    page.get_by_label("姓名").fill("陈晨")
    page.get_by_role("button", name="下载学习结果").click()
    file = last_file(page)
    validate(file, "results-1")
    assert (file["totals"]["earned"], file["totals"]["possible"]) == ("5", 5)
    assert file["plays"][0]["grade"] == "优秀"
    assert [field["value"] for field in file["fields"]] == ["周一早上"]

    page.reload()
    expect(page.get_by_role("row", name="合计")).to_contain_text("5 / 5")
    page.get_by_role("row", name="听一听").get_by_role("link").click()
    expect(item(page, "slow")).to_have_attribute("data-state", "closed")
