"""One course in two languages: one page, one progress, and a switch that keeps the place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from accessible import violations
from playwright.sync_api import Browser, BrowserContext, Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture
def bilingual(site: Path) -> str:
    """The address of a course in Chinese and English whose last chapter is not translated."""
    return (site / "bilingual" / "index.html").as_uri()


@pytest.fixture
def english(browser: Browser) -> Iterator[BrowserContext]:
    """The browser of a learner who reads English."""
    context = browser.new_context(locale="en-GB")
    yield context
    context.close()


def switch(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()
    page.wait_for_load_state()


def test_the_switch_keeps_the_place(bilingual: str, page: Page) -> None:
    page.goto(f"{bilingual}#listen/为什么先听")
    switch(page, "English")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page).to_have_title("Listen first · Listen First")
    expect(page.get_by_role("heading", name="Why listening comes first")).to_be_visible()
    switch(page, "简体中文")
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")
    expect(page.get_by_role("heading", name="为什么先听")).to_be_visible()


def test_the_place_is_a_heading_that_shows(bilingual: str, page: Page) -> None:
    """The nodes of a conversation below are headings too, but hidden while it is played."""
    page.set_viewport_size({"width": 390, "height": 480})
    page.goto(f"{bilingual}#speak/一个问题")
    page.wait_for_function("scrollY > 0")
    page.locator(".language").dispatch_event("click")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert page.evaluate("location.hash") == "#speak/a-question"


def test_an_answer_in_one_language_is_an_answer_in_the_other(bilingual: str, page: Page) -> None:
    page.goto(f"{bilingual}#listen/")
    first, several, truth, gaps = page.locator("cw-quiz .item").all()
    first.get_by_role("radio", name="失望").check()
    several.get_by_role("checkbox", name="复述").check()
    truth.get_by_role("radio", name="错").check()
    for item in (first, several, truth):
        item.get_by_role("button", name="检查").click()
    gaps.get_by_role("textbox").first.fill("情绪")
    page.locator("cw-worksheet").get_by_role("textbox").first.fill("周一早上那通")
    switch(page, "English")
    quiz = page.locator("#main cw-quiz")
    expect(quiz.get_by_role("radio", name="Disappointed")).to_be_checked()
    expect(quiz.get_by_text("They have stopped fighting for it.")).to_be_visible()
    expect(quiz.locator(".item").nth(0)).to_have_attribute("data-grade", "right")
    expect(quiz.locator(".item").nth(1)).to_have_attribute("data-grade", "partly")
    expect(quiz.get_by_role("checkbox", name="Repeating back")).to_be_checked()
    expect(quiz.locator(".item").nth(2)).to_have_attribute("data-grade", "right")
    expect(quiz.locator(".item").nth(3).get_by_role("textbox").first).to_have_value("情绪")
    expect(page.locator("cw-worksheet").get_by_role("textbox").first).to_have_value("周一早上那通")
    assert page.locator(".changed:visible").count() == 0, "the translation must not count as another wording"


def test_a_role_play_goes_on_in_the_other_language(bilingual: str, page: Page) -> None:
    page.goto(f"{bilingual}#speak/")
    scene = page.locator("cw-roleplay")
    scene.get_by_role("button", name="开始").click()
    scene.get_by_role("button", name="让您久等了").click()
    expect(scene.get_by_role("log").get_by_text("那什么时候来")).to_be_visible()
    page.wait_for_timeout(300)  # the turn is saved soon after it is shown
    switch(page, "English")
    scene = page.locator("#main cw-roleplay")
    expect(scene.get_by_role("log").get_by_text("So when will they come?")).to_be_visible()
    expect(scene.get_by_role("button", name="Tomorrow at nine")).to_be_visible()


def test_a_reader_of_english_gets_english_first_and_the_choice_is_remembered(
    bilingual: str, english: BrowserContext
) -> None:
    page = english.new_page()
    page.goto(bilingual)
    expect(page.get_by_role("heading", name="Listen First")).to_be_visible()
    expect(page.locator(".outcomes li")).to_have_text(["Hear the feeling"])
    switch(page, "简体中文")
    expect(page.get_by_role("heading", name="先听后说")).to_be_visible()
    page.goto("about:blank")
    page.goto(bilingual)
    expect(page.get_by_role("heading", name="先听后说")).to_be_visible()


def test_an_address_of_the_other_language_leads_to_the_same_heading(bilingual: str, page: Page) -> None:
    page.goto(f"{bilingual}#listen/why-listening-comes-first")
    expect(page.get_by_role("heading", name="为什么先听")).to_be_in_viewport()
    assert page.locator("#notices").inner_text() == ""


def test_a_chapter_without_translation_is_shown_in_its_own_language(bilingual: str, english: BrowserContext) -> None:
    page = english.new_page()
    page.goto(f"{bilingual}#appendix/")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_text("这一章还没有译文。")).to_be_visible()
    expect(page.locator("section.chapter:visible")).to_have_attribute("lang", "zh-Hans")


def test_nothing_is_lost_where_nothing_can_be_stored(bilingual: str, page: Page) -> None:
    """Private frames refuse every storage; the switch then carries the answers itself."""
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
        "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError'); } });"
    )
    page.goto(f"{bilingual}#listen/")
    item = page.locator("cw-quiz .item").first
    item.get_by_role("radio", name="失望").check()
    item.get_by_role("button", name="检查").click()
    switch(page, "English")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("#main cw-quiz .item").first).to_have_attribute("data-grade", "right")


def test_axe_finds_nothing_in_either_language(bilingual: str, page: Page) -> None:
    page.goto(f"{bilingual}#listen/")
    assert violations(page) == []
    switch(page, "English")
    assert violations(page) == []
