"""A course in Arabic is the mirror of one in Chinese: the same page from the right, and the same score by keyboard."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from accessible import sideways, violations
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser

SECTIONS = ("", "listen/", "answer/", "results/")
WIDTHS = (320, 390, 1280)
LOCALES = {"ar": "ar-EG", "zh-Hans": "zh-CN"}
ANSWERS: dict[str, dict[str, Any]] = {
    "ar": {
        "single": "خيبة أمل",
        "several": ["إعادة ما قاله بكلماتك", "سؤال مفتوح"],
        "false": "خطأ",
        "gaps": ["المشاعر", "«الموضوع»"],
        "number": "٦",
        "order": ["أصغِ إلى النهاية", "سمِّ الشعور", "اتفق على الحل"],
        "match": ["خيبة أمل", "قلق"],
        "say": ["ثلاث مرات ولم ينتهِ بعد", "لنسأل كيف يُحسب المجموع"],
    },
    "zh-Hans": {
        "single": "失望",
        "several": ["用自己的话复述", "开放的问题"],
        "false": "错",
        "gaps": ["情绪", "事情"],
        "number": "６",
        "order": ["听到最后", "说出感受", "商量办法"],
        "match": ["失望", "焦虑"],
        "say": ["三遍了还没完", "我们去问合计怎么算"],
    },
}


@pytest.fixture
def arabic(site: Path, browser: Browser) -> Any:
    """The page of a learner who reads Arabic."""
    context = browser.new_context(locale="ar-EG", viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(address(site))
    yield page
    context.close()


def address(site: Path) -> str:
    return (site / "right-to-left" / "index.html").as_uri()


def show(page: Page, section: str) -> None:
    page.goto(f"{page.url.partition('#')[0]}#{section}")
    page.wait_for_timeout(150)


def left(locator: Locator) -> float:
    box = locator.bounding_box()
    assert box
    return box["x"]


def mirrored(icon: Locator) -> bool:
    return bool(icon.evaluate("(icon) => getComputedStyle(icon).scale === '-1 1'"))


def test_the_page_is_laid_out_from_the_right(arabic: Page) -> None:
    expect(arabic.locator("html")).to_have_attribute("dir", "rtl")
    assert left(arabic.locator("#chapters")) > left(arabic.locator("main"))
    assert left(arabic.locator("#menu-button")) > left(arabic.locator("#tools-button"))
    show(arabic, "listen/")
    chapter = arabic.locator("section.chapter:visible")
    assert left(chapter.locator(".chapter-number")) > left(chapter.locator("h1"))
    code = chapter.locator("pre").first
    assert code.evaluate("(code) => getComputedStyle(code).direction") == "ltr"


def test_the_way_back_points_to_the_right(arabic: Page) -> None:
    show(arabic, "answer/")
    previous, following = (arabic.locator(f"section.chapter:visible .turn.{which}") for which in ("previous", "next"))
    assert left(previous) > left(following)
    assert mirrored(previous.locator(".icon"))
    assert mirrored(following.locator(".icon"))
    assert not mirrored(arabic.locator("#tools-button .icon"))


def test_numbers_and_plurals_are_those_of_arabic(arabic: Page) -> None:
    facts = arabic.locator(".cover-head .facts span")
    expect(facts.nth(0)).to_have_text("فصلان")
    expect(facts.nth(1)).to_have_text("نحو 3 دقائق")
    expect(arabic.locator(".contents .minutes").first).to_have_text("دقيقتان")
    show(arabic, "answer/")
    expect(arabic.locator("cw-cards").get_by_text("للتدرب اليوم: بطاقتان")).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_reaches_over_the_edge_and_axe_finds_nothing(arabic: Page, width: int) -> None:
    arabic.set_viewport_size({"width": width, "height": 800})
    for section in SECTIONS:
        show(arabic, section)
        assert sideways(arabic) <= 0, section
        assert arabic.evaluate("document.body.getBoundingClientRect().left") >= 0, section
        assert violations(arabic) == [], section


def test_the_translation_goes_from_the_left_again(arabic: Page) -> None:
    arabic.get_by_role("button", name="简体中文", exact=True).click()
    expect(arabic.locator("html")).to_have_attribute("lang", "zh-Hans")
    expect(arabic.locator("html")).to_have_attribute("dir", "ltr")
    assert left(arabic.locator("#chapters")) < left(arabic.locator("main"))


def test_a_whole_course_by_keyboard_scores_the_same_in_both_languages(site: Path, browser: Browser) -> None:
    arabic, chinese = (finished(site, browser, language) for language in LOCALES)
    assert arabic == chinese
    assert len([record for record in arabic if record.startswith("answer:")]) == 7
    assert all(earned == [1, 1] for record, earned in arabic.items() if record.startswith("answer:"))


def finished(site: Path, browser: Browser, language: str) -> dict[str, Any]:
    """What the page keeps of a learner who went through the course without a mouse."""
    context = browser.new_context(locale=LOCALES[language], viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(address(site))
    expect(page.locator("html")).to_have_attribute("lang", language)
    show(page, "listen/")
    answer_quiz(page, ANSWERS[language])
    show(page, "answer/")
    play(page, ANSWERS[language]["say"])
    page.wait_for_timeout(500)
    kept = page.evaluate("Object.entries(localStorage)")
    context.close()
    return dict(result(key, json.loads(value)["v"]) for key, value in kept if ":answer:" in key or ":play:" in key)


def result(key: str, value: Any) -> tuple[str, Any]:
    record = key.partition("right-to-left:")[2]
    return record, value["earned"] if record.startswith("answer:") else value.get("skills")


def answer_quiz(page: Page, wanted: dict[str, Any]) -> None:
    items = page.locator("#main cw-quiz .item")
    choose(page, items.nth(0), wanted["single"])
    for words in wanted["several"]:
        tab_to(page, items.nth(1).get_by_role("checkbox", name=words))
        page.keyboard.press("Space")
    check(page, items.nth(1))
    choose(page, items.nth(2), wanted["false"])
    for field, words in zip(items.nth(3).get_by_role("textbox").all(), wanted["gaps"], strict=True):
        tab_to(page, field)
        page.keyboard.type(words)
    check(page, items.nth(3))
    tab_to(page, items.nth(4).get_by_role("textbox"))
    page.keyboard.type(wanted["number"])
    check(page, items.nth(4))
    put_in_order(page, items.nth(5), wanted["order"])
    for select, words in zip(items.nth(6).get_by_role("combobox").all(), wanted["match"], strict=True):
        tab_to(page, select)
        pick(page, select, words)
    check(page, items.nth(6))


def choose(page: Page, item: Locator, words: str) -> None:
    """Go to the group, then by the arrow keys to the option."""
    option = item.get_by_role("radio", name=words, exact=True)
    tab_to(page, item.get_by_role("radio").first)
    page.keyboard.press("Space")
    for _ in range(4):
        if option.is_checked():
            break
        page.keyboard.press("ArrowDown")
    check(page, item)


def put_in_order(page: Page, item: Locator, wanted: list[str]) -> None:
    for place, words in enumerate(wanted):
        row = item.locator(".step", has_text=words)
        while row.evaluate("(row) => [...row.parentElement.children].indexOf(row)") > place:
            tab_to(page, row.locator("button").first)
            page.keyboard.press("Enter")
    check(page, item)


def pick(page: Page, select: Locator, words: str) -> None:
    for _ in range(4):
        if words in select.evaluate("(select) => select.selectedOptions[0].textContent"):
            return
        page.keyboard.press("ArrowDown")


def check(page: Page, item: Locator) -> None:
    tab_to(page, item.locator(".check"))
    page.keyboard.press("Enter")
    expect(item).to_have_attribute("data-grade", "right")


def play(page: Page, replies: list[str]) -> None:
    scene = page.locator("#main cw-roleplay")
    tab_to(page, scene.locator(".begin"))
    page.keyboard.press("Enter")
    for words in replies:
        tab_to(page, scene.locator(".choices-now").get_by_role("button", name=words))
        page.keyboard.press("Enter")


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until the element has the focus; with Shift where it lies before the one that has it."""
    expect(target).to_be_visible()
    behind = target.evaluate(
        "(element) => !!(element.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING)"
    )
    for _ in range(120):
        if target.evaluate("(element) => element === document.activeElement"):
            return
        page.keyboard.press("Shift+Tab" if behind else "Tab")
    raise AssertionError(f"no way by Tab to {target}")
