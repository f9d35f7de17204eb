"""Several observers of one play: each saves who they are, in what role, and whom they watched, as a report reads it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from browsers import REPOSITORY
from jsonschema import Draft202012Validator
from learner import last_file, visit
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

SCHEMA = json.loads((REPOSITORY / "ssg" / "schemas" / "results-1.schema.json").read_text(encoding="utf-8"))


def test_each_observer_leaves_a_file_with_role_name_and_subject(site: Path, page: Page) -> None:
    visit(page, f"{(site / 'observers' / 'index.html').as_uri()}#%E7%9C%8B/")
    sheet = page.locator(".block[data-id=three]")
    for role, name, level in (("同事", "小林", "0"), ("组长", "老周", "1")):
        sheet.get_by_role("radio", name=role, exact=True).check()
        sheet.get_by_role("textbox", name="观察人").fill(name)
        sheet.get_by_role("textbox", name="演客服的人").fill("A07")
        sheet.get_by_role("radiogroup", name="复述").locator(f"input[value='{level}']").check()
        sheet.get_by_role("button", name="换下一位填写").click()
        saved = last_file(page)
        Draft202012Validator(SCHEMA).validate(saved)
        assert saved["form"]["kind"] == "observation"
        assert saved["form"]["rater"] == {"role": role, "name": name} and saved["form"]["subject"] == "A07"
        assert {each["field"]: each["value"] for each in saved["fields"]} == {"复述": level}
        sheet.get_by_role("button", name="清空").click()
        expect(sheet.locator("input:checked")).to_have_count(0)


def test_a_sheet_without_role_or_subject_is_not_saved(site: Path, page: Page) -> None:
    visit(page, f"{(site / 'observers' / 'index.html').as_uri()}#%E7%9C%8B/")
    sheet = page.locator(".block[data-id=three]")
    sheet.get_by_role("textbox", name="观察人").fill("小林")
    sheet.get_by_role("button", name="把这份存成文件").click()
    expect(sheet.get_by_role("alert")).to_contain_text("演客服的人")
    expect(sheet.get_by_role("radio", name="同事")).to_be_focused()
