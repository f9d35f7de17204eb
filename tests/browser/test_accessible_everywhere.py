"""Every page, dialog and state of a course with every kind: for axe, narrow screens, spaced text, thumbs."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from accessible import clipped, sideways, small_targets, violations
from browsers import skip_long_walk
from everything import SECTIONS, pass_all, try_all, turn_to
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

LOOKS = {"zh-CN": (("light", 320), ("dark", 1280)), "en-GB": (("dark", 320), ("light", 1280))}
"""Language → colour schemes and widths in pixels: each pair of the three once."""

ADOPT = """(style) => {
  const sheet = new CSSStyleSheet(); // a style element is forbidden, and Firefox waits for it for ever
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet];
}"""
SPACED = """*, *::before, *::after {
  line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
} p { margin-block-end: 2em !important; }"""
"""What readers may set, WCAG 1.4.12."""

Check = Callable[[str], None]


@pytest.fixture(params=LOOKS)
def course(request: pytest.FixtureRequest, browser: Browser, everything: str) -> Iterator[Page]:
    """The page of a reader of Chinese or English."""
    context = browser.new_context(locale=request.param, reduced_motion="reduce", bypass_csp=True)
    page = context.new_page()
    page.goto(everything)
    yield page
    context.close()


def go_through(page: Page, check: Check) -> None:
    """Brings every part of the course into each of its states and has them checked."""
    turn_to(page, "")
    check("cover")
    turn_to(page, "quiz/")
    check("questions")
    page.locator(".chapter:visible .check:visible").evaluate_all("(all) => all.forEach((each) => each.click())")
    check("questions with something missing")
    try_all(page)
    check("questions that were answered")
    shows = page.locator(".chapter:visible .item:not([data-finished]) .actions button:last-child")
    shows.evaluate_all("(all) => all.forEach((each) => each.click())")
    check("questions with the answer shown")
    turn_to(page, "practice/")
    check("practice")
    for part in (".reveal", ".save-form", ".add-row", ".card-buttons button", ".list-button"):
        page.locator(f".chapter:visible {part}:visible").evaluate_all("(all) => all.forEach((each) => each.click())")
    try_all(page)
    check("practice that was done")
    turn_to(page, "talk/")
    check("conversation and exams")
    page.locator("cw-roleplay .begin").click()
    page.locator("cw-roleplay .reply").first.click()
    check("a turn")
    while page.locator("cw-roleplay .ending-page").count() == 0:
        page.locator("cw-roleplay :is(.reply, .go-on)").first.click()
    page.locator(".quiz .actions button:visible").evaluate_all("(all) => all.forEach((each) => each.click())")
    check("an ending, exams that go on or lack something")
    for section in SECTIONS[4:7]:
        turn_to(page, section)
        check(section)
    pass_all(page)
    turn_to(page, "certificate/")
    check("certificate without a name")
    page.locator("#certificate-name").fill("陈晨")
    check("certificate")


def go_through_dialogs(page: Page, check: Check) -> None:
    turn_to(page, "quiz/")
    page.locator("[data-action=search]").first.click()
    check("search")
    page.locator("#search-dialog input").fill("情绪" if page.locator("html[lang=zh-Hans]").count() else "feeling")
    page.locator("#search-dialog a").first.wait_for()
    check("search with results")
    page.locator("#search-dialog button[value]").click()
    page.locator("#tools-button").click()
    check("tools")
    for action in ("reset", "load-progress", "shortcuts"):
        if page.locator("#tools:popover-open").count() == 0:
            page.locator("#tools-button").click()
        page.locator(f"#tools [data-action={action}]").click()
        if action == "load-progress":
            page.locator("dialog[open] [value=confirm]").click()
        check(action)
        page.keyboard.press("Escape")


AT_REST = """async () => {
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  const changes = document.getAnimations().filter((each) => each instanceof CSSTransition);
  await Promise.allSettled(changes.map((each) => each.finished));
}"""


def looks_of(page: Page) -> tuple[tuple[str, int], ...]:
    return LOOKS["zh-CN" if page.locator("html[lang=zh-Hans]").count() else "en-GB"]


def in_each_look(page: Page, check: Check) -> Check:
    def each(state: str) -> None:
        for scheme, width in looks_of(page):
            page.set_viewport_size({"width": width, "height": 800})
            page.evaluate("(scheme) => void (document.documentElement.dataset.theme = scheme)", scheme)
            page.evaluate(AT_REST)  # half-way between two themes a colour is neither
            check(f"{state}, {scheme}, {width}")

    return each


def test_axe_finds_nothing(course: Page) -> None:
    def check(state: str) -> None:
        assert violations(course) == [], state
        assert small_targets(course) == [], state
        assert sideways(course) <= 0, state

    go_through(course, in_each_look(course, check))


def test_axe_finds_nothing_in_dialogs(course: Page) -> None:
    def check(state: str) -> None:
        assert violations(course) == [], state
        assert small_targets(course) == [], state
        assert sideways(course) <= 0, state

    go_through_dialogs(course, in_each_look(course, check))


def test_spaced_text_is_neither_clipped_nor_wider_than_a_phone(course: Page, engine: str) -> None:
    """320 px is also what is left of 1280 px at 400 %."""
    skip_long_walk(engine)
    course.set_viewport_size({"width": 320, "height": 256})
    course.evaluate(ADOPT, SPACED)
    found: list[tuple[str, object]] = []

    def check(state: str) -> None:
        if (wider := sideways(course)) > 0:
            found.append((state, wider))
        found.extend((state, each) for each in clipped(course))

    go_through(course, check)
    go_through_dialogs(course, check)
    assert found == []
