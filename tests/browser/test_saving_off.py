"""Where the browser keeps nothing, the page says so in plain words, works on in memory, and saves to a file."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from browsers import launch_options
from learner import WATCH, answer, last_file, value_of, visit
from playwright.sync_api import Browser, BrowserContext, Frame, Page, Playwright, expect

pytestmark = pytest.mark.browser

NOTICE = "不保存作答"


def course_frame(page: Page, address: str) -> Frame:
    page.add_init_script(WATCH)
    page.goto(address)
    frame = page.frames[1]
    expect(frame.get_by_role("heading", level=1)).to_be_visible()
    return frame


def test_a_sandboxed_frame_says_that_nothing_is_kept(page: Page, sandbox: Callable[[str], str]) -> None:
    frame = course_frame(page, sandbox("allow-scripts"))
    expect(frame.get_by_role("status").filter(has_text=NOTICE)).to_be_visible()


def test_in_a_sandboxed_frame_answers_count_but_are_never_called_saved(
    page: Page, sandbox: Callable[[str], str]
) -> None:
    frame = course_frame(page, sandbox("allow-scripts"))
    answer(frame)
    frame.wait_for_function("() => heard.unsaved.length > 0")
    assert frame.evaluate("heard.saved") == []
    expect(frame.locator("#course-progress")).not_to_have_js_property("value", 0)


def test_in_a_sandboxed_frame_pages_turn_and_the_reset_dialog_closes(page: Page, sandbox: Callable[[str], str]) -> None:
    frame = course_frame(page, sandbox("allow-scripts"))
    frame.locator("#resume").click()
    expect(frame.get_by_role("heading", level=1)).to_have_text("听出情绪")
    answer(frame)
    frame.locator("#tools-button").click()
    frame.locator("#tools [data-action=reset]").click()
    frame.locator("#reset-dialog button[value=confirm]").click()
    expect(frame.locator("#reset-dialog")).to_be_hidden()
    expect(frame.locator("#course-progress")).to_have_js_property("value", 0)


def test_the_notice_saves_progress_to_a_file(page: Page, sandbox: Callable[[str], str]) -> None:
    frame = course_frame(page, sandbox("allow-scripts allow-downloads"))
    answer(frame)
    frame.get_by_role("button", name="把进度保存到文件").click()
    records = frame.evaluate("async () => JSON.parse(await lastFile.text()).records")
    assert "answer:recognise/listen/slow" in records


def test_a_sandbox_with_its_origin_keeps_answers_without_a_notice(page: Page, sandbox: Callable[[str], str]) -> None:
    frame = course_frame(page, sandbox("allow-scripts allow-same-origin"))
    answer(frame)
    frame.wait_for_function("() => heard.saved.length > 0")
    expect(frame.locator(".notice")).to_have_count(0)


@pytest.fixture
def blocked(playwright: Playwright, engine: str) -> Browser:
    """A browser whose owner blocked cookies and site data altogether."""
    options = launch_options(engine)
    if engine == "chromium":
        pytest.skip("Chromium's setting is out of automation's reach; the sandboxed frame takes the same road")
    options["firefox_user_prefs"] = {**options["firefox_user_prefs"], "network.cookie.cookieBehavior": 2}
    return getattr(playwright, engine).launch(**options)


def test_with_cookies_blocked_the_course_says_so_and_works(blocked: Browser, host: str) -> None:
    page = blocked.new_page()
    visit(page, f"{host}/demo/index.html")
    expect(page.get_by_role("status").filter(has_text=NOTICE)).to_be_visible()
    answer(page)
    assert value_of(page, "answer:recognise/listen/slow") is not None
    blocked.close()


def test_private_browsing_makes_no_false_promise(context: BrowserContext, demo: str) -> None:
    """Automation's contexts are private windows, in which browsers keep things until the window is closed."""
    page = context.new_page()
    visit(page, demo)
    answer(page)
    page.wait_for_function("() => heard.saved.length > 0")
    page.locator("#tools-button").click()
    page.locator("#tools [data-action=save-progress]").click()
    assert last_file(page)["format"] == "coursewright-progress"
