"""To lose an answer, a tester tries: damage, poison, full shelves, other builds, tabs that cannot speak."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from learner import (
    HOURS,
    SLOW,
    WATCH,
    answer,
    await_restored,
    await_saved,
    saved_file,
    stored,
    tool,
    value_of,
    visit,
    write,
)
from playwright.sync_api import BrowserContext, Page, expect
from shelves import FULL_LOCAL, NO_CHANNEL, NO_DATABASE, NO_LOCAL, answer_in_turns, two_tabs, write_at_once

pytestmark = pytest.mark.browser

FULL_DATABASE = """IDBObjectStore.prototype.put = function () {
  this.transaction.abort();
  throw new DOMException("", "QuotaExceededError");
};"""

GARBAGE = [
    "",
    "[]",
    "7",
    '"x"',
    "null",
    "{}",
    '{"n": 1}',
    '{"n": "1", "v": 1}',
    '{"n": 1e308, "v": 1}',
    '{"n": -1, "v": 1}',
    '{"n": 1.5, "v": 1}',
    '{"n": 3, "v": 5}',
    '{"n": 3, "v": []}',
    '{"n": 3, "v": {"earned": null, "possible": 1}}',
    '{"n": 3, "v": {"earned": [1, 0], "possible": 1}}',
    '{"n": 3, "v": {"earned": ["1", 2], "possible": 1}}',
    '{"n": 3, "v": {"__proto__": {"earned": [1, 1]}}}',
    "\x00",
]


def put_aside(page: Page, key: str, text: str) -> None:
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [f"cw:demo:{key}", text])


def test_no_garbage_on_the_shelf_stops_the_page_or_costs_another_answer(page: Page, demo: str) -> None:
    page.add_init_script(NO_DATABASE)
    visit(page, demo)
    answer(page, HOURS, (1, 1), possible=2)
    await_saved(page, HOURS)
    for text in GARBAGE:
        put_aside(page, SLOW, text)
        put_aside(page, "history:recognise/listen/slow", text)
        put_aside(page, "__proto__", text)
        put_aside(page, "learner:name", text)
        page.goto(f"{demo}#results/")
        page.reload()
        expect(page.get_by_role("row", name="听一听"), text).to_contain_text("2 / 3")
    answer(page, SLOW)
    await_saved(page, SLOW)
    page.reload()
    expect(page.get_by_role("row", name="听一听")).to_contain_text("3 / 3")


@pytest.mark.parametrize("counter", [2**53 - 1, 2**53, 1e308, 2**50], ids=str)
def test_a_poisoned_counter_does_not_stop_the_writing(page: Page, demo: str, counter: float) -> None:
    page.add_init_script(NO_DATABASE)
    visit(page, demo)
    put_aside(page, "place", json.dumps({"n": counter, "v": "recognise"}))
    page.reload()
    answer(page, SLOW)
    await_saved(page, SLOW)
    page.reload()
    assert value_of(page, SLOW)["earned"] == [1, 1]


def test_a_file_with_a_poisoned_counter_is_refused(page: Page, demo: str) -> None:
    visit(page, demo)
    answer(page, SLOW)
    file = saved_file(page)
    file["records"][SLOW]["n"] = 2**45
    tool(page, "load-progress")
    buffer = json.dumps(file).encode()
    page.locator("#load-file").set_input_files({"name": "p.json", "mimeType": "application/json", "buffer": buffer})
    page.locator("#load-dialog button[value=confirm]").click()
    expect(page.get_by_role("alert").filter(has_text="读不出来")).to_be_visible()


def test_with_the_first_shelf_full_the_second_keeps_answers_without_a_notice(page: Page, demo: str) -> None:
    page.add_init_script(FULL_LOCAL)
    visit(page, demo)
    answer(page)
    await_saved(page, SLOW)
    expect(page.locator(".notice")).to_have_count(0)
    page.reload()
    await_restored(page, SLOW)


def test_with_the_second_shelf_full_the_first_keeps_answers_without_a_notice(page: Page, demo: str) -> None:
    page.add_init_script(FULL_DATABASE + "window.addEventListener('error', (event) => event.preventDefault());")
    page.add_init_script(WATCH)
    page.goto(demo)
    page.wait_for_timeout(100)
    answer(page)
    await_saved(page, SLOW)
    expect(page.locator(".notice")).to_have_count(0)


def test_shelves_that_fill_up_in_the_middle_keep_what_they_have_and_say_so(page: Page, demo: str) -> None:
    visit(page, demo)
    answer(page, SLOW)
    await_saved(page, SLOW)
    page.evaluate(f"() => {{ {FULL_LOCAL} IDBFactory.prototype.open = () => {{ throw new Error(); }}; }}")
    page.evaluate(
        "() => { IDBDatabase.prototype.transaction = () => { throw new DOMException('', 'QuotaExceededError'); }; }"
    )
    answer(page, HOURS, possible=2)
    expect(page.get_by_role("status").filter(has_text="存储空间满了")).to_be_visible()
    assert HOURS not in page.evaluate("heard.saved")
    assert HOURS in saved_file(page)["records"]
    page.reload()
    assert value_of(page, SLOW) is not None


def test_tabs_without_a_channel_see_each_others_answers(context: BrowserContext, demo: str) -> None:
    context.add_init_script(NO_CHANNEL)
    answer_in_turns(*two_tabs(context, demo))


def test_a_thousand_writes_from_two_tabs_without_a_channel_lose_none(context: BrowserContext, demo: str) -> None:
    context.add_init_script(NO_CHANNEL)
    tabs = two_tabs(context, demo)
    expected = write_at_once(tabs)
    tabs[0].wait_for_function("() => Object.keys(localStorage).filter((key) => key.includes('/log/')).length === 1000")
    for tab in tabs:
        tab.reload()
        assert expected <= set(saved_file(tab)["records"])


def test_a_tab_that_slept_reads_the_second_shelf_when_it_wakes(context: BrowserContext, demo: str) -> None:
    context.add_init_script(NO_CHANNEL + NO_LOCAL)
    sleeper, other = two_tabs(context, demo)
    answer(other)
    await_saved(other, SLOW)
    assert value_of(sleeper, SLOW) is None
    sleeper.evaluate("() => void dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    await_restored(sleeper, SLOW)


NEWER = """() => new Promise((resolve) => {
  indexedDB.deleteDatabase("coursewright").onsuccess = () => {
    const opening = indexedDB.open("coursewright", 7);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore("records");
      opening.result.createObjectStore("later");
    };
    opening.onsuccess = () => (opening.result.close(), resolve());
  };
})"""


def test_a_build_older_than_the_database_still_uses_it(context: BrowserContext, host: str) -> None:
    page = context.new_page()
    page.add_init_script(NO_LOCAL)
    page.goto(f"{host}/index.html")
    page.evaluate(NEWER)
    visit(page, f"{host}/demo/index.html")
    answer(page)
    await_saved(page, SLOW)
    expect(page.locator(".notice")).to_have_count(0)
    page.reload()
    await_restored(page, SLOW)


def test_records_of_a_later_build_are_kept_through_an_older_one(page: Page, demo: str) -> None:
    visit(page, demo)
    later = {"n": 5, "v": {"anything": ["at", "all"]}}
    put_aside(page, "later:recognise/listen/slow", json.dumps(later))
    page.reload()
    answer(page)
    await_saved(page, SLOW)
    assert stored(page)["later:recognise/listen/slow"] == later
    assert saved_file(page)["records"]["later:recognise/listen/slow"] == later


def test_a_value_that_is_none_is_kept_as_none(page: Page, demo: str) -> None:
    visit(page, demo)
    page.evaluate(
        "(id) => void document.dispatchEvent(new CustomEvent('course:field', { detail: { id, value: undefined } }))",
        "field:respond/log/1",
    )
    await_saved(page, "field:respond/log/1")
    page.reload()
    expect(page.locator(".notice")).to_have_count(0)
    assert stored(page)["field:respond/log/1"]["v"] is None


# In a frame that may save no file


def in_frame(page: Page, address: str) -> Any:
    page.add_init_script(WATCH)
    page.goto(address)
    frame = page.frames[1]
    expect(frame.get_by_role("heading", level=1)).to_be_visible()
    return frame


def test_where_files_are_forbidden_their_text_can_be_copied(page: Page, sandbox: Callable[[str], str]) -> None:
    frame = in_frame(page, sandbox("allow-scripts"))
    answer(frame)
    frame.get_by_role("button", name="把进度保存到文件").click()
    expect(frame.get_by_role("dialog", name="文件存下来了吗？")).to_be_visible()
    expect(frame.get_by_label("文件的内容")).to_be_focused()
    records = json.loads(frame.get_by_label("文件的内容").input_value())["records"]
    assert SLOW in records
    frame.get_by_role("button", name="复制文字").click()
    expect(frame.locator("#copy-dialog").get_by_role("status")).to_contain_text("复制")
    frame.get_by_role("button", name="已经存好").click()
    expect(frame.locator("#copy-dialog")).to_be_hidden()


@pytest.mark.parametrize(("button", "leaves"), [("还没有", False), ("已经存好", True)])
def test_in_a_frame_a_file_counts_only_once_the_learner_has_it(
    page: Page, sandbox: Callable[[str], str], button: str, leaves: bool
) -> None:
    frame = in_frame(page, sandbox("allow-scripts"))
    write(frame, "respond/log/1", "急")
    frame.get_by_role("button", name="把进度保存到文件").click()
    frame.get_by_role("button", name=button).click()
    assert frame.evaluate("dispatchEvent(new Event('beforeunload', { cancelable: true }))") is leaves
