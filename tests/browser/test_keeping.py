"""An answer shown as saved is kept: through reload, another tab, damage, a full or silent shelf."""

from __future__ import annotations

import pytest
from learner import (
    HOURS,
    SLOW,
    answer,
    await_restored,
    await_saved,
    in_database,
    saved_file,
    stored,
    value_of,
    visit,
    write,
)
from playwright.sync_api import BrowserContext, Page, expect
from shelves import FULL_LOCAL, LOG, NO_DATABASE, NO_LOCAL, answer_in_turns, two_tabs, write_at_once

pytestmark = pytest.mark.browser

SILENT_DATABASE = "IDBFactory.prototype.open = () => ({});"


def test_an_answer_is_there_after_a_reload(page: Page, demo: str) -> None:
    visit(page, demo)
    answer(page, SLOW, (2, 3))
    await_saved(page, SLOW)
    page.reload()
    assert value_of(page, SLOW)["earned"] == [2, 3]


def test_an_answer_is_on_both_shelves_once_it_is_called_saved(page: Page, demo: str) -> None:
    visit(page, demo)
    answer(page)
    await_saved(page, SLOW)
    assert stored(page)[SLOW] == in_database(page)[SLOW]


def test_an_answer_is_there_in_a_new_tab_after_the_old_one_closed_at_once(context: BrowserContext, demo: str) -> None:
    first = context.new_page()
    visit(first, demo)
    answer(first)
    first.close()
    second = context.new_page()
    visit(second, demo)
    assert value_of(second, SLOW)["earned"] == [1, 1]


def test_what_localstorage_lost_comes_back_from_the_database(page: Page, demo: str) -> None:
    visit(page, demo)
    answer(page)
    await_saved(page, SLOW)
    page.evaluate("localStorage.clear()")
    page.reload()
    await_restored(page, SLOW)
    assert stored(page)[SLOW]["v"]["earned"] == [1, 1]


def test_what_the_database_lost_is_written_back(page: Page, demo: str) -> None:
    visit(page, demo)
    answer(page)
    await_saved(page, SLOW)
    kept = stored(page)
    page.evaluate(
        """() => new Promise((resolve) => {
          indexedDB.deleteDatabase("coursewright").onsuccess = resolve;
        })"""
    )
    page.reload()
    await_saved(page, SLOW)
    assert in_database(page)[SLOW] == kept[SLOW]


def test_the_newer_of_two_records_wins_by_its_counter_whatever_the_clock_says(page: Page, demo: str) -> None:
    visit(page, demo)
    answer(page, SLOW, (0, 1))
    await_saved(page, SLOW)
    page.clock.set_fixed_time("1999-01-01")
    answer(page, SLOW, (1, 1), attempt=2)
    page.wait_for_function("() => heard.saved.length >= 4")
    page.reload()
    assert value_of(page, SLOW)["earned"] == [1, 1]


def test_a_damaged_record_is_set_aside_and_nothing_else_is_lost(page: Page, demo: str) -> None:
    visit(page, demo)
    answer(page, SLOW)
    answer(page, HOURS)
    await_saved(page, SLOW, HOURS)
    page.evaluate('(id) => { localStorage.setItem(`cw:demo:${id}`, \'{"n": 3, "v"\'); }', SLOW)
    page.add_init_script(NO_DATABASE)
    page.reload()
    expect(page.get_by_role("status").filter(has_text="已损坏")).to_be_visible()
    assert page.evaluate("(id) => localStorage.getItem(`cw-broken:demo:${id}`)", SLOW) == '{"n": 3, "v"'
    assert value_of(page, HOURS) is not None


def test_a_damaged_record_comes_back_from_the_database(page: Page, demo: str) -> None:
    visit(page, demo)
    answer(page, SLOW)
    await_saved(page, SLOW)
    page.evaluate("(id) => { localStorage.setItem(`cw:demo:${id}`, 'null'); }", SLOW)
    page.reload()
    await_restored(page, SLOW)
    assert value_of(page, SLOW)["earned"] == [1, 1]


def test_two_tabs_see_each_others_answers_at_once(context: BrowserContext, demo: str) -> None:
    answer_in_turns(*two_tabs(context, demo))


def test_a_thousand_writes_from_two_tabs_at_once_lose_none(context: BrowserContext, demo: str) -> None:
    tabs = two_tabs(context, demo)
    shared = f"{LOG}/shared"
    expected = write_at_once(tabs, shared)
    for tab in tabs:
        tab.wait_for_function(
            """(prefix) => {
              const ids = [...heard.saved, ...heard.restored].filter((id) => id.startsWith(prefix));
              return new Set(ids).size === 1001;
            }""",
            arg=f"{LOG}/",
        )
    files = [saved_file(tab)["records"] for tab in tabs]
    for records in [*files, stored(tabs[0]), in_database(tabs[0])]:
        assert expected <= set(records)
    assert files[0][shared] == files[1][shared]


def test_another_course_in_the_same_place_is_left_alone(page: Page, host: str) -> None:
    visit(page, f"{host}/other/index.html")
    answer(page, "answer:only/one/sky")
    await_saved(page, "answer:only/one/sky")
    before = stored(page, "other")
    page.goto(f"{host}/demo/index.html")
    answer(page)
    await_saved(page, SLOW)
    page.locator("#tools-button").click()
    page.locator("#tools [data-action=reset]").click()
    page.locator("#reset-dialog button[value=confirm]").click()
    expect(page.get_by_role("status").filter(has_text="已清空")).to_be_visible()
    assert value_of(page, SLOW) is None
    assert stored(page, "other") == before


def test_a_reset_stays_after_reload_and_reaches_other_tabs(context: BrowserContext, demo: str) -> None:
    first, second = two_tabs(context, demo)
    answer(first)
    await_saved(first, SLOW)
    await_restored(second, SLOW)
    first.locator("#tools-button").click()
    first.locator("#tools [data-action=reset]").click()
    first.locator("#reset-dialog button[value=confirm]").click()
    second.wait_for_function("(id) => heard.restored.filter((other) => other === id).length === 2", arg=SLOW)
    assert value_of(second, SLOW) is None
    first.wait_for_function("(id) => heard.saved.filter((other) => other === id).length === 2", arg=SLOW)
    first.reload()
    assert value_of(first, SLOW) is None


def test_without_localstorage_the_database_alone_keeps_answers(page: Page, demo: str) -> None:
    page.add_init_script(NO_LOCAL)
    visit(page, demo)
    answer(page)
    await_saved(page, SLOW)
    expect(page.locator(".notice")).to_have_count(0)
    page.reload()
    await_restored(page, SLOW)


@pytest.mark.parametrize("trouble", [NO_DATABASE, SILENT_DATABASE], ids=["missing", "silent"])
def test_without_a_database_localstorage_alone_keeps_answers(page: Page, demo: str, trouble: str) -> None:
    page.add_init_script(trouble)
    visit(page, demo)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    answer(page)
    await_saved(page, SLOW)
    expect(page.locator(".notice")).to_have_count(0)
    page.reload()
    assert value_of(page, SLOW) is not None


def test_on_full_shelves_nothing_is_called_saved_and_a_file_is_offered(page: Page, demo: str) -> None:
    page.add_init_script(FULL_LOCAL + NO_DATABASE)
    visit(page, demo)
    answer(page)
    notice = page.get_by_role("status").filter(has_text="存储空间满了")
    expect(notice).to_be_visible()
    assert page.evaluate("heard.saved") == []
    notice.get_by_role("button", name="把进度保存到文件").click()
    assert value_of(page, SLOW) is not None


def test_a_shelf_that_has_room_again_is_used_by_itself(page: Page, demo: str) -> None:
    page.add_init_script("window.setItem = Storage.prototype.setItem;" + FULL_LOCAL + NO_DATABASE)
    page.clock.install()
    visit(page, demo)
    answer(page)
    expect(page.get_by_role("status").filter(has_text="存储空间满了")).to_be_visible()
    page.evaluate("() => void (Storage.prototype.setItem = window.setItem)")
    page.clock.fast_forward(11_000)
    await_saved(page, SLOW)
    expect(page.locator(".notice")).to_have_count(0)
    page.reload()
    assert value_of(page, SLOW) is not None


def test_leaving_asks_only_when_something_would_be_lost(page: Page, engine: str, demo: str) -> None:
    if engine == "webkit":
        pytest.skip("WebDriver answers the browser's question before a test can hear it")
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.add_init_script(NO_LOCAL + NO_DATABASE)
    visit(page, demo)
    page.locator("#resume").click()
    page.reload()
    assert asked == []
    write(page, "respond/log/1", "急")
    page.locator("body").click()
    page.reload()
    assert asked == ["beforeunload"]


def test_leaving_after_saving_to_a_file_asks_nothing(page: Page, demo: str) -> None:
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.add_init_script(NO_LOCAL + NO_DATABASE)
    visit(page, demo)
    write(page, "respond/log/1", "急")
    saved_file(page)
    page.reload()
    assert asked == []


def test_on_http_under_a_host_name_answers_are_kept_too(page: Page, host: str) -> None:
    visit(page, f"{host}/demo/index.html")
    answer(page)
    await_saved(page, SLOW)
    page.reload()
    assert value_of(page, SLOW) is not None
