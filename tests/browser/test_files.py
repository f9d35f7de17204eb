"""Files the learner keeps or hands in: they say exactly what was done, and a wrong one is refused in plain words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from browsers import REPOSITORY
from jsonschema import Draft202012Validator, FormatChecker
from learner import (
    HOURS,
    SLOW,
    announce,
    answer,
    await_saved,
    last_file,
    saved_file,
    stored,
    tool,
    value_of,
    visit,
    write,
)
from playwright.sync_api import Browser, BrowserContext, Page, expect

pytestmark = pytest.mark.browser

PLAY = {
    "ending": "约好时间",
    "grade": "优秀",
    "skills": {"共情": [2, 2], "方案": [0, 0]},
    "started": "2026-05-01T08:00:00.000Z",
    "ended": "2026-05-01T08:03:00.000Z",
}


def validate(file: dict[str, Any], schema: str) -> None:
    description = json.loads((REPOSITORY / "ssg" / "schemas" / f"{schema}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(description)
    Draft202012Validator(description, format_checker=FormatChecker()).validate(file)


def work_through(page: Page) -> None:
    """A little of everything: two tries of one item, thirds of points, a role-play, a worksheet."""
    answer(page, SLOW, (0, 1))
    announce(page, "forget", {"ids": [SLOW]})
    answer(page, SLOW, (1, 1), attempt=1)
    answer(page, HOURS, (1, 3), kind="numeric", possible=2, response="24")
    answer(page, "answer:close/promise/steps", (1, 3), kind="order")
    announce(page, "play", {"id": "play:respond/call", "value": {"ended": [PLAY]}})
    write(page, "respond/log/1", "王女士，第二通")


def results_file(page: Page) -> dict[str, Any]:
    page.goto(page.url.split("#")[0] + "#results/")
    page.get_by_label("姓名").fill("陈晨")
    page.get_by_role("button", name="下载学习结果").click()
    return last_file(page)


def load(page: Page, content: str | dict[str, Any], how: str = "merge") -> None:
    tool(page, "load-progress")
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    file = {"name": "进度.json", "mimeType": "application/json", "buffer": text.encode()}
    page.locator("#load-dialog input[type=file]").set_input_files(file)
    if page.locator(".load-how").is_visible():
        page.locator(f"#load-dialog input[value={how}]").check()
    page.locator("#load-dialog button[value=confirm]").click()


def test_a_results_file_fits_its_published_schema(page: Page, demo: str) -> None:
    visit(page, demo)
    work_through(page)
    validate(results_file(page), "results-1")


def test_a_results_file_of_a_learner_who_did_nothing_fits_it_too(page: Page, demo: str) -> None:
    visit(page, demo)
    validate(results_file(page), "results-1")


def test_a_results_file_holds_exact_points_first_and_last_attempts(page: Page, demo: str) -> None:
    visit(page, demo)
    work_through(page)
    file = results_file(page)
    answers = {answer["item"]: answer for answer in file["answers"]}
    assert file["learner"] == {"name": "陈晨"}
    assert answers["slow"]["attempts"] == 2
    assert (answers["slow"]["first"]["earned"], answers["slow"]["last"]["earned"]) == ("0", "1")
    assert answers["hours"]["last"]["earned"] == "2/3"
    assert file["totals"]["earned"] == "2"
    assert [quiz["passed"] for quiz in file["totals"]["quizzes"]] == [False, False]
    assert file["totals"]["quizzes"][0]["earned"] == "5/3"
    assert file["plays"] == [{"chapter": "respond", "block": "call", "play": 1, **PLAY}]
    assert file["fields"] == [{"chapter": "respond", "block": "log", "field": "1", "value": "王女士，第二通"}]


def test_a_quiz_passes_exactly_at_its_mark(page: Page, demo: str) -> None:
    visit(page, demo)
    answer(page, SLOW, (1, 1))
    answer(page, HOURS, (2, 5), possible=2)
    assert results_file(page)["totals"]["quizzes"][0] == {
        "chapter": "recognise",
        "block": "listen",
        "title": "听一听",
        "answered": 2,
        "items": 2,
        "earned": "9/5",
        "possible": 3,
        "pass_mark": 60,
        "passed": True,
        "counted": [
            {"chapter": "recognise", "block": "listen", "item": "slow", "points": 1},
            {"chapter": "recognise", "block": "listen", "item": "hours", "points": 2},
        ],
    }


def test_an_answer_to_an_older_wording_is_kept_but_does_not_count(page: Page, demo: str) -> None:
    visit(page, demo)
    answer(page, SLOW, print="older")
    file = results_file(page)
    assert file["answers"][0]["last"]["print"] == "older"
    assert file["totals"]["earned"] == "0"


def test_a_wrong_clock_changes_no_score(browser: Browser, demo: str) -> None:
    files = []
    for clock in ("1970-01-01T00:00:00Z", "2038-01-19T03:14:08Z"):
        context = browser.new_context()
        page = context.new_page()
        page.clock.set_fixed_time(clock)
        visit(page, demo)
        work_through(page)
        files.append(results_file(page))
        context.close()
    assert files[0]["totals"] == files[1]["totals"]
    assert files[0]["exported"] != files[1]["exported"]


def test_a_download_is_named_after_course_learner_and_day(page: Page, demo: str, engine: str) -> None:
    if engine == "firefox":
        pytest.skip("Firefox tells automation nothing of a page's downloads; the files' contents are tested in both")
    page.clock.set_fixed_time("2026-05-01T08:00:00")
    visit(page, f"{demo}#results/")
    page.get_by_label("姓名").fill("陈/晨")
    with page.expect_download() as download:
        page.get_by_role("button", name="下载学习结果").click()
    assert download.value.suggested_filename == "听懂客户-学习结果-陈_晨-2026-05-01.json"
    validate(json.loads(Path(download.value.path()).read_text(encoding="utf-8")), "results-1")


def test_saved_progress_fits_its_published_schema_and_loads_in_another_browser(
    browser: Browser, page: Page, demo: str
) -> None:
    visit(page, demo)
    work_through(page)
    file = saved_file(page)
    validate(file, "progress-1")
    elsewhere = browser.new_context().new_page()
    visit(elsewhere, demo)
    load(elsewhere, file)
    expect(elsewhere.get_by_role("status").filter(has_text="进度已读取")).to_be_visible()
    await_saved(elsewhere, SLOW)
    elsewhere.reload()
    assert value_of(elsewhere, SLOW) == file["records"][SLOW]["v"]
    assert stored(elsewhere)["play:respond/call"]["v"] == {"ended": [PLAY]}
    elsewhere.context.close()


def test_merging_keeps_the_newer_of_two_answers(page: Page, demo: str) -> None:
    visit(page, demo)
    answer(page, SLOW, (0, 1))
    old = saved_file(page)
    answer(page, SLOW, (1, 1), attempt=2)
    answer(page, HOURS)
    load(page, old, "merge")
    assert value_of(page, SLOW)["earned"] == [1, 1]
    assert value_of(page, HOURS) is not None


def test_replacing_takes_the_file_as_it_is(page: Page, demo: str) -> None:
    visit(page, demo)
    answer(page, SLOW, (0, 1))
    old = saved_file(page)
    answer(page, SLOW, (1, 1), attempt=2)
    answer(page, HOURS)
    load(page, old, "replace")
    assert value_of(page, SLOW)["earned"] == [0, 1]
    assert value_of(page, HOURS) is None
    page.reload()
    assert value_of(page, SLOW)["earned"] == [0, 1]


def test_a_file_brings_back_what_a_reset_erased(page: Page, demo: str) -> None:
    visit(page, demo)
    answer(page)
    file = saved_file(page)
    tool(page, "reset")
    page.locator("#reset-dialog button[value=confirm]").click()
    load(page, file)
    assert value_of(page, SLOW) is not None


def progress(**changes: Any) -> dict[str, Any]:
    course = {"id": "demo", "title": "听懂客户", "version": "1.0", "build": "x"}
    records = {SLOW: {"n": 1, "v": {"earned": [1, 1], "possible": 1}}}
    return {
        "format": "coursewright-progress",
        "schema": 1,
        "course": course,
        "exported": "",
        "records": records,
        **changes,
    }


WRONG = {
    "cut off": ('{"format": "coursewright-progress", "rec', "读不出来"),
    "empty": ("", "读不出来"),
    "a picture": ("\x89PNG\r\n", "读不出来"),
    "null": ("null", "读不出来"),
    "a number": ("7", "不是学习进度"),
    "another program's": ('{"format": "something"}', "不是学习进度"),
    "a results file": ('{"format": "coursewright-results", "schema": 1}', "学习结果"),
    "another course": (progress(course={"id": "other", "title": "另一门课"}), "另一门课"),
    "a newer schema": (progress(schema=2), "更新版本"),
    "no records": (progress(records={}), "读不出来"),
    "records as a list": (progress(records=[1]), "读不出来"),
    "a counter that is none": (progress(records={SLOW: {"n": "1", "v": 1}}), "读不出来"),
    "points divided by nothing": (
        progress(records={SLOW: {"n": 1, "v": {"earned": [1, 0], "possible": 1}}}),
        "读不出来",
    ),
    "a play that is none": (progress(records={"play:respond/call": {"n": 1, "v": {"ended": [1]}}}), "读不出来"),
}


def test_a_wrong_file_is_refused_in_plain_words_and_changes_nothing(page: Page, engine: str, demo: str) -> None:
    if engine == "webkit":
        pytest.skip("each saved file costs WebKitGTK's window a bar of its height, and this test saves many")
    visit(page, demo)
    answer(page, HOURS)
    before = saved_file(page)["records"]
    for name, (content, words) in WRONG.items():
        load(page, content, "replace")
        expect(page.get_by_role("alert").filter(has_text=words), name).to_be_visible()
        expect(page.locator("#load-dialog"), name).to_be_visible()
        page.locator("#load-dialog button[value=cancel]").click()
        assert saved_file(page)["records"] == before, name


def test_loading_without_choosing_a_file_says_so(page: Page, demo: str) -> None:
    visit(page, demo)
    tool(page, "load-progress")
    page.locator("#load-dialog button[value=confirm]").click()
    expect(page.get_by_role("alert").filter(has_text="先选择")).to_be_visible()


def test_a_file_cannot_reach_behind_records(page: Page, demo: str) -> None:
    visit(page, demo)
    text = json.dumps(progress()).replace(f'"{SLOW}"', '"__proto__": {"n": 1, "v": {"polluted": true}}, "' + SLOW + '"')
    load(page, text)
    expect(page.get_by_role("status").filter(has_text="进度已读取")).to_be_visible()
    assert page.evaluate("({}).polluted === undefined && ({}).n === undefined")


def test_a_reset_asks_first_and_escape_keeps_everything(context: BrowserContext, demo: str) -> None:
    page = context.new_page()
    visit(page, demo)
    answer(page)
    tool(page, "reset")
    expect(page.get_by_role("dialog", name="清空这门课的学习记录？")).to_be_visible()
    page.keyboard.press("Escape")
    assert value_of(page, SLOW) is not None
