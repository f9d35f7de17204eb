"""What a screen reader is told of an event, it is told once: what is added to live regions, collected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from everything import opened, turn_to
from playwright.sync_api import Browser, Page
from trainee import check, choose, item

pytestmark = pytest.mark.browser

LISTEN = """
const LIVE = "[role=status], [role=alert], [role=log], [aria-live]:not([aria-live=off])";
window.said = [];
new MutationObserver((changes) => {
  for (const { target, addedNodes } of changes) for (const node of addedNodes) {
    const at = target.nodeType === Node.TEXT_NODE ? target.parentElement : target;
    const live = node.matches?.(LIVE) ? node : at.closest?.(LIVE);
    const words = node.textContent.trim().replace(/\\s+/g, " ");
    if (live && words && live.checkVisibility()) said.push(words);
  }
}).observe(document, { childList: true, subtree: true });
"""


@pytest.fixture
def course(browser: Browser, everything: str) -> Iterator[Page]:
    with opened(browser, everything, LISTEN) as page:
        yield page


def heard(page: Page, since: float = 0.6) -> list[str]:
    """What was said since this was last asked."""
    page.wait_for_timeout(int(since * 1000))
    words: list[str] = page.evaluate("said.splice(0)")
    return words


def assert_once(words: list[str], *expected: str) -> None:
    """Each expected message is in what was said, and nothing is in it twice."""
    assert [each for each, times in Counter(words).items() if times > 1] == []
    for part in expected:
        assert sum(part in each for each in words) == 1, (part, words)


def test_a_question_says_its_verdict_once(course: Page) -> None:
    turn_to(course, "quiz/")
    single = item(course, "single")
    heard(course)
    check(single)
    assert_once(heard(course), "请选一项")
    choose("焦虑")(single)
    assert heard(course) == []
    check(single)
    assert_once(heard(course), "没答对")
    single.get_by_role("button", name="看答案").click()
    assert_once(heard(course), "没答对")


def test_a_step_that_moves_says_its_new_place_once(course: Page) -> None:
    turn_to(course, "quiz/")
    steps = item(course, "order").locator(".step")
    heard(course)
    steps.nth(1).locator("button").first.click()
    assert_once(heard(course), "第 1 项")
    steps.nth(0).locator("button").last.click()
    assert_once(heard(course), "第 2 项")


def test_a_turn_of_a_conversation_is_said_once(course: Page) -> None:
    turn_to(course, "talk/")
    scene = course.locator("cw-roleplay")
    scene.locator(".begin").click()
    heard(course)
    scene.get_by_role("button", name="三遍了还没有定下来").click()
    words = heard(course)
    assert_once(words, "就是合计那一栏", "三遍了还没有定下来")
    assert sum("着急 60 → 40" in each for each in words) == 1, words


def test_practice_and_forms_say_nothing_twice(course: Page) -> None:
    turn_to(course, "practice/")
    heard(course)
    course.locator("cw-cards").get_by_role("button", name="翻面").click()
    assert heard(course) == []
    course.locator("cw-cards").get_by_role("button", name="想起来了").last.click()
    assert_once(heard(course), "今天要练 2 张")
    sheet = course.locator("cw-worksheet")
    sheet.get_by_role("textbox").first.type("周一")
    assert_once(heard(course, 1.5))
    course.locator("cw-selfcheck").get_by_role("radio", name="2").first.check()
    assert_once(heard(course), "已答 1 / 6 句")
    course.locator("cw-observation").get_by_role("button", name="把这份存成文件").click()
    assert_once(heard(course), "扮演客服的学员")


def test_opening_and_turning_pages_says_nothing(course: Page) -> None:
    for section in ("", "quiz/", "practice/", "talk/", "results/"):
        turn_to(course, section)
    assert_once(heard(course))
