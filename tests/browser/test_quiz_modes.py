"""Pre-tests that give nothing away, the gain after them, banks, confidence, hints that cost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from browsers import REPOSITORY
from learner import WATCH, await_saved, last_file, stored, tool
from playwright.sync_api import Page, expect
from sitting import RUN, block, drawn, start, take, within
from test_files import validate
from trainee import check, choose, item, show_as, verdict

pytestmark = pytest.mark.browser

GIVEN_AWAY = (
    "选对",
    "选错",
    "该选",
    "答对了",
    "没答对",
    "部分答对",
    "失望的人不再争",
    "他不再争了",
    "参考答案",
    "值得再看",
)


@pytest.fixture
def course(site: Path) -> str:
    return (site / "modes" / "index.html").as_uri()


@pytest.fixture
def before(course: str, page: Page) -> Page:
    """The pre-test is done: half of the points, the first item right and the second and third not wholly."""
    page.add_init_script(WATCH)
    page.goto(f"{course}#before/")
    take(block(page, "pre"), "失望", "对", "心情", "您是说等了三天")
    return page


def test_a_pre_test_tells_the_score_and_nothing_else(before: Page) -> None:
    quiz = block(before, "pre")
    summary = quiz.get_by_role("region", name="测验小结")
    expect(summary.get_by_role("heading", name="前测做完了")).to_be_focused()
    expect(summary).to_contain_text("2.5 / 5 分")
    for _ in range(2):
        text = quiz.inner_text()
        assert [words for words in GIVEN_AWAY if words in text] == []
        assert "及格" not in text
        expect(quiz.get_by_role("button")).to_have_count(0)
        expect(within(quiz, "giving-up").get_by_role("radio", name="失望")).to_be_checked()
        expect(within(quiz, "order").get_by_role("textbox").last).to_have_value("心情")
        before.reload()


def test_a_post_test_shows_the_gain_and_what_it_hides(before: Page, course: str) -> None:
    before.goto(f"{course}#after/")
    take(block(before, "post"), "焦虑", "错", "事情", "您是说等了三天", "我听到的是您很着急")
    summary = block(before, "post").get_by_role("region", name="测验小结")
    expect(summary).to_contain_text("50% → 80%，提高 30 个百分点")
    expect(summary).to_contain_text("3 题从没答对到答对，1 题从答对到没答对。")
    summary.get_by_role("button", name="重做错题").click()
    summary.get_by_role("button", name="重做", exact=True).click()
    choose("失望")(within(block(before, "post"), "giving-up"))
    block(before, "post").get_by_role("button", name="交卷", exact=True).click()
    expect(summary).to_contain_text("5 / 5 分")
    expect(summary).to_contain_text("50% → 80%，提高 30 个百分点")


def test_a_post_test_alone_compares_nothing(course: str, page: Page) -> None:
    page.goto(f"{course}#after/")
    take(block(page, "post"), "失望", "错", "事情", "您是说等了三天", "我听到的是您很着急")
    expect(block(page, "post").get_by_text("和前测比")).to_have_count(0)


def test_results_keep_the_pre_test_apart(before: Page, course: str) -> None:
    before.goto(f"{course}#after/")
    take(block(before, "post"), "失望", "错", "事情", "您是说等了三天", "我听到的是您很着急")
    before.goto(f"{course}#results/")
    rows = before.locator(".results").get_by_role("row")
    expect(rows.filter(has_text="听出情绪").first).to_contain_text("起点 50%，不计入合计")
    expect(before.locator(".results").get_by_text("50% → 100%，提高 50 个百分点")).to_be_visible()
    expect(before.get_by_role("row", name="合计得分")).to_contain_text("5 / 17")
    expect(rows.filter(has_text="听出客户话里的情绪")).to_contain_text("2 / 2")
    expect(rows.filter(has_text="先接住情绪，再谈方案")).to_contain_text("1 / 1")
    expect(rows.filter(has_text="倾听")).to_contain_text("1 / 1")
    before.get_by_role("button", name="下载学习结果").click()
    file = last_file(before)
    validate(file, "results-1")
    (pretest,) = file["totals"]["pretests"]
    assert (pretest["block"], pretest["earned"], pretest["possible"]) == ("pre", "5/2", 5)
    quizzes = {quiz["block"]: quiz for quiz in file["totals"]["quizzes"]}
    assert "pre" not in quizzes
    assert quizzes["post"]["gain"] == {"items": 4, "before": 50, "after": 100, "up": 3, "down": 0}
    assert file["totals"]["earned"] == "5"
    first = next(each for each in file["answers"] if each["block"] == "pre" and each["item"] == "giving-up")
    assert (first["objectives"], first["skills"]) == (["EI-01"], ["倾听"])


def do_drawn(page: Page) -> None:
    for id in drawn(page):
        choose("错")(item(page, id))
    block(page, "drawn").get_by_role("button", name="交卷", exact=True).click()


def draw_anew(page: Page) -> None:
    page.get_by_role("button", name="全部重做").click()
    page.get_by_role("button", name="重做", exact=True).click()


def test_a_draw_stays_through_a_reload_and_the_next_prefers_what_was_not_met(course: str, page: Page) -> None:
    page.add_init_script(WATCH)
    page.goto(f"{course}#bank/")
    await_saved(page, "attempt:bank/drawn")
    met = drawn(page)
    assert len(met) == 3
    expect(block(page, "drawn").get_by_text("第 3 题 / 3")).to_be_visible()
    page.reload()
    assert drawn(page) == met
    do_drawn(page)
    draw_anew(page)
    again = drawn(page)
    assert set(again) & set(met) == set()
    do_drawn(page)
    draw_anew(page)
    last = drawn(page)
    assert len(last) == 3
    assert len(set(last) - set(met) - set(again)) == 1, "the seventh item was not met before"
    page.goto(f"{course}#results/")
    expect(page.get_by_role("row").filter(has_text="每次抽三题")).to_contain_text("/ 3")
    page.get_by_role("button", name="下载学习结果").click()
    file = last_file(page)
    validate(file, "results-1")
    run = next(quiz["run"] for quiz in file["totals"]["quizzes"] if quiz["block"] == "drawn")
    assert (run["number"], run["drawn"]) == (3, last)


def test_what_was_not_met_is_drawn_first_and_may_stand_anywhere(page: Page) -> None:
    """The rule itself, over 7,000 seeds."""
    files = ["runtime/shuffle.js", "blocks/quiz/draw.js"]
    script = "\n".join((REPOSITORY / "themes" / "base" / file).read_text(encoding="utf-8") for file in files)
    draws: list[list[str]] = page.evaluate(
        f"""() => {{ {script}
          const ids = [..."abcdefg"];
          const seen = new Set("a");
          return [...Array(7000).keys()].map((seed) => drawItems(ids, {{ count: 6, mixed: true, seed, seen }}));
        }}"""
    )
    assert all("a" not in draw and sorted(draw) == list("bcdefg") for draw in draws)
    for place in range(6):
        counts = [sum(draw[place] == id for draw in draws) for id in "bcdefg"]
        assert max(counts) - min(counts) < 250, counts


def test_hints_cost_what_they_say_and_confidence_costs_nothing(course: str, page: Page) -> None:
    page.add_init_script(WATCH)
    page.goto(f"{course}#points/")
    slow = item(page, "slow")
    expect(slow.get_by_text("打开扣 25%").first).to_be_visible()
    choose("失望")(slow)
    slow.locator("summary").first.click()
    check(slow)
    expect(slow.get_by_role("alert")).to_contain_text("还没有说有多大把握")
    expect(slow.get_by_role("radio", name="没把握")).to_be_focused()
    slow.get_by_role("radio", name="很有把握").check()
    check(slow)
    assert verdict(slow) == "答对了"
    expect(slow).to_contain_text("看了 1 条提示，扣 25% · 得 3 分，共 4 分")
    loud = item(page, "loud")
    choose("对")(loud)
    loud.get_by_role("radio", name="很有把握").check()
    check(loud)
    expect(item(page, "catch").get_by_text("你有多大把握？")).to_have_count(0)
    choose("换谁都窝火", "您消消气")(item(page, "catch"))
    check(item(page, "catch"))
    assert verdict(item(page, "catch")) == "没答对"
    summary = block(page, "sure").get_by_role("region", name="测验小结")
    expect(summary).to_contain_text("3 / 6 分")
    expect(summary).to_contain_text("很有把握：2 题，答对 1 题")
    page.reload()
    expect(slow.get_by_text("很有把握")).to_be_visible()
    page.goto(f"{course}#results/")
    page.get_by_role("button", name="下载学习结果").click()
    file = last_file(page)
    validate(file, "results-1")
    answers: dict[str, Any] = {each["item"]: each["last"] for each in file["answers"]}
    assert (answers["slow"]["earned"], answers["slow"]["hints"], answers["slow"]["confidence"]) == ("3", 1, "high")
    assert "confidence" not in answers["catch"]


def test_an_option_may_be_worth_a_part(course: str, page: Page) -> None:
    page.goto(f"{course}#points/")
    slow = item(page, "slow")
    choose("无奈")(slow)
    slow.get_by_role("radio", name="有些把握").check()
    check(slow)
    assert verdict(slow) == "部分答对 1/2"
    expect(slow.locator(".option", has_text="无奈")).to_contain_text("部分对")
    expect(slow).to_contain_text("得 2 分，共 4 分")


def test_paper_has_every_item_room_for_a_name_and_no_answers(host: str, page: Page) -> None:
    page.goto(f"{host}/modes/index.html#exam/")
    show_as(page, "print")
    exam = block(page, "final")
    for words in ("姓名", "日期", "得分", "先接住什么？", "三加四等于几？"):
        expect(exam.get_by_text(words).first).to_be_visible()
    text = exam.inner_text()
    assert [words for words in ("情绪先开口", "三加四是七", "要不要限时", "开始", "还剩") if words in text] == []
    page.goto(f"{host}/modes/index.html#bank/")
    assert block(page, "drawn").locator(".question:visible").count() == 7


def test_a_damaged_attempt_in_a_progress_file_is_refused(course: str, page: Page) -> None:
    page.add_init_script(WATCH)
    page.goto(f"{course}#exam/")
    start(page, "30 分钟")
    await_saved(page, RUN)
    record = stored(page, "modes")[RUN]
    for broken in ({"limit": "x"}, {"items": [1]}, {"used": None}):
        records = {RUN: {"n": 99, "v": {**record["v"], **broken}}}
        file = {"format": "coursewright-progress", "schema": 1, "course": {"id": "modes"}, "records": records}
        tool(page, "load-progress")
        page.locator("#load-file").set_input_files(
            {"name": "a.json", "mimeType": "application/json", "buffer": json.dumps(file).encode()}
        )
        page.get_by_role("button", name="读取", exact=True).click()
        expect(page.get_by_text("这个文件读不出来")).to_be_visible()
        page.keyboard.press("Escape")
