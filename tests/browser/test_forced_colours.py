"""In forced colours what is chosen, full, current or focused stays distinct; with reduced motion nothing moves."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from everything import SECTIONS, try_all, turn_to
from playwright.sync_api import Browser, Locator, Page
from trainee import item

pytestmark = pytest.mark.browser

LOOK = """(element) => {
  const { backgroundColor, borderTopColor, borderTopWidth, outlineStyle, outlineColor } = getComputedStyle(element);
  return [backgroundColor, borderTopColor, borderTopWidth, outlineStyle, outlineColor].join();
}"""
MOVING = """() => [...document.querySelectorAll("*")].flatMap((each) => ["", "::before", "::after"].map((part) => {
  const { transitionDuration, animationDuration } = getComputedStyle(each, part || null);
  return [each.outerHTML.slice(0, 80) + part, `${transitionDuration}, ${animationDuration}`];
})).filter(([, durations]) => durations.split(", ").some((each) => parseFloat(each) > 0)).map(([element]) => element)"""


@pytest.fixture
def course(browser: Browser, everything: str, engine: str) -> Iterator[Page]:
    if engine == "firefox":
        pytest.skip("Firefox emulates neither forced colours nor motion settings for automation")
    context = browser.new_context(locale="zh-CN", forced_colors="active", reduced_motion="reduce", color_scheme="dark")
    page = context.new_page()
    page.goto(everything)
    yield page
    context.close()


def look(element: Locator) -> str:
    return str(element.evaluate(LOOK))


@pytest.mark.parametrize("id", ["single", "multiple", "sort", "rating", "judgement", "emotion"])
def test_what_is_chosen_looks_otherwise(course: Page, id: str) -> None:
    turn_to(course, "quiz/")
    chosen, other = (item(course, id).locator("label:has(input)").nth(at) for at in (0, 1))
    before = look(chosen)
    chosen.click()
    assert look(chosen) not in (before, look(other))


def test_the_focus_is_seen(course: Page) -> None:
    for section in SECTIONS[:4]:
        turn_to(course, section)
        for _ in range(12):
            course.keyboard.press("Tab")
            if course.evaluate("document.activeElement === document.body"):
                break  # the last control of a short section lies behind
            ringed = course.evaluate(
                "[document.activeElement, document.activeElement.closest('label')]"
                ".some((each) => each && getComputedStyle(each).outlineStyle !== 'none')"
            )
            assert ringed, course.evaluate("document.activeElement.outerHTML.slice(0, 120)")


def test_bars_are_not_of_the_colour_of_the_page(course: Page) -> None:
    turn_to(course, "talk/")
    course.locator("cw-roleplay .begin").click()
    ground = course.evaluate("getComputedStyle(document.body).backgroundColor")
    for bar in ("#course-progress", "cw-roleplay meter"):
        assert course.locator(bar).first.evaluate("(bar) => getComputedStyle(bar).forcedColorAdjust") == "none", bar
    assert look(course.locator("cw-roleplay meter").first).split(",")[3] != ground


def test_nothing_moves_with_reduced_motion(course: Page) -> None:
    for section in SECTIONS:
        turn_to(course, section)
        try_all(course)
        assert course.evaluate(MOVING) == [], section
