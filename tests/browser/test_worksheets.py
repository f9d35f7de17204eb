"""Worksheets: fields with names, kept as they are typed, rows to add and remove, and what the paper shows."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture
def sheets(site: Path, page: Page) -> Page:
    page.goto(f"{(site / 'kinds' / 'index.html').as_uri()}#sheets/")
    return page


def test_every_field_is_named_by_its_row_and_its_column(sheets: Page) -> None:
    names = [
        "怎么称呼我",
        "强度（1–10）",
        "第 1 行，我的感受",
        "第 2 行，强度（1–10）",
        "用词，我听到的",
        "语速，我的猜测",
    ]
    for name in names:
        expect(sheets.get_by_role("textbox", name=name, exact=True)).to_have_count(1)


def test_words_are_kept_as_typed_and_said_to_be_saved_when_they_are(sheets: Page) -> None:
    expect(sheets.get_by_text("已保存")).to_have_count(0)
    sheets.get_by_role("textbox", name="怎么称呼我").fill("小周\n也叫老周")
    expect(sheets.get_by_text("已保存")).to_be_visible()
    sheets.get_by_role("textbox", name="第 1 行，我的感受").fill("着急")
    sheets.reload()
    expect(sheets.get_by_role("textbox", name="怎么称呼我")).to_have_value("小周\n也叫老周")
    expect(sheets.get_by_role("textbox", name="第 1 行，我的感受")).to_have_value("着急")


def test_without_storage_nothing_is_called_saved(site: Path, page: Page) -> None:
    page.add_init_script("""
      const refuse = () => { throw new DOMException("no", "SecurityError"); };
      Object.defineProperty(window, "localStorage", { get: refuse });
      Object.defineProperty(window, "indexedDB", { value: { open: refuse } });
    """)
    page.goto(f"{(site / 'kinds' / 'index.html').as_uri()}#sheets/")
    page.get_by_role("textbox", name="怎么称呼我").fill("小周")
    expect(page.get_by_text("还没有保存到这台设备上")).to_be_visible(timeout=10_000)
    expect(page.get_by_text("已保存", exact=True)).to_have_count(0)


def test_a_field_grows_with_its_words(sheets: Page) -> None:
    field = sheets.get_by_role("textbox", name="第 1 行，我的感受")
    before = field.bounding_box()
    field.fill("很长的一段话，" * 20)
    after = field.bounding_box()
    assert before and after and after["height"] > 2 * before["height"]
    assert field.evaluate("(field) => field.scrollHeight <= field.clientHeight + 2"), "all of it is visible"


@pytest.mark.parametrize(
    ("typed", "note"), [("11", "请填 1 到 10 之间的数"), ("很强", "请填 1 到 10 之间的数"), ("７", None)]
)
def test_a_number_out_of_its_range_is_kept_and_noted(sheets: Page, typed: str, note: str | None) -> None:
    field = sheets.get_by_role("textbox", name="第 1 行，强度（1–10）")
    field.fill(typed)
    if note:
        expect(field).to_have_accessible_description(note)
    else:
        assert field.get_attribute("aria-invalid") is None
    sheets.reload()
    expect(field).to_have_value(typed)


def test_rows_are_added_removed_and_brought_back(sheets: Page) -> None:
    sheets.get_by_role("button", name="加一行").click()
    expect(sheets.get_by_role("textbox", name="第 3 行，时间")).to_be_focused()
    sheets.get_by_role("textbox", name="第 3 行，我的感受").fill("松了一口气")
    sheets.get_by_role("button", name="加一行").click()
    sheets.get_by_role("textbox", name="第 4 行，我的感受").fill("踏实")
    sheets.reload()
    expect(sheets.get_by_role("textbox", name="第 4 行，我的感受")).to_have_value("踏实")
    sheets.get_by_role("button", name="删除第 3 行").click()
    expect(sheets.get_by_role("textbox", name="第 3 行，我的感受")).to_have_value("踏实")
    sheets.get_by_role("button", name="撤销").click()
    expect(sheets.get_by_role("textbox", name="第 3 行，我的感受")).to_have_value("松了一口气")
    sheets.get_by_role("button", name="删除第 4 行").click()
    sheets.reload()
    expect(sheets.get_by_role("textbox", name="第 3 行，我的感受")).to_have_value("松了一口气")
    expect(sheets.get_by_role("textbox", name="第 4 行，我的感受")).to_have_count(0)
