"""Words that are missing show as such and are reported: a page never goes blank over them."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser


def test_a_missing_word_shows_its_key_and_is_reported(browser: Browser, engine: str, site: Path) -> None:
    if engine == "webkit":
        pytest.skip("WebDriver tells of faults when a page is left, too late for this test")
    page_file = site / "demo" / "index.html"
    incomplete = page_file.with_name("incomplete.html")
    incomplete.write_text(
        page_file.read_text(encoding="utf-8").replace('"state_new":', '"state_old":'), encoding="utf-8"
    )
    errors: list[str] = []
    page = browser.new_page()
    page.on("pageerror", lambda error: errors.append(error.message))
    page.goto(incomplete.as_uri())
    expect(page.locator("#chapters a[data-chapter=close] .state")).to_have_text("⟦state_new⟧")
    assert "no words for state_new" in errors[0]
    page.locator("#resume").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("听出情绪")
    page.close()
