"""The results page says where the learner stands, exactly as the results file does, in every state accessible."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from accessible import LOOKS, sideways, violations
from browsers import REPOSITORY
from jsonschema import Draft202012Validator
from learner import HOURS, SLOW, announce, answer, last_file, tool, visit, write
from playwright.sync_api import Locator, Page, expect
from trainee import show_as

pytestmark = pytest.mark.browser

SCHEMA = json.loads((REPOSITORY / "ssg" / "schemas" / "results-1.schema.json").read_text(encoding="utf-8"))
ENDED = {"ending": "约好时间", "grade": "优秀", "skills": {"共情": [2, 3], "方案": [-1, 1], "边界": [0, 0]}}
WORST = {"ending": "挂了电话", "grade": "待改进", "skills": {"共情": [-1, 2], "方案": [0, 1]}}
BEST = {"ending": "约好时间", "grade": "优秀", "skills": {"共情": [2, 2], "方案": [1, 1]}}
PRE, POST, QUIZ = "answer:before/pre", "answer:after/post", "answer:listen/quiz"


@pytest.fixture
def course(site: Path) -> str:
    return (site / "results" / "index.html").as_uri()


@pytest.fixture
def done(page: Page, course: str) -> Page:
    """The results page of a learner who did most of the course."""
    visit(page, course)
    do_most(page)
    return results(page)


def do_most(page: Page) -> None:
    """Two of three points before, 1/3 + 1/7 + 1 after, five of six in between; a scene badly, then well."""
    answer(page, f"{PRE}/giving-up", (0, 1))
    answer(page, f"{PRE}/fast")
    answer(page, f"{PRE}/order")
    answer(page, f"{QUIZ}/words", (1, 3), possible=3)
    answer(page, f"{QUIZ}/words", (2, 3), possible=3, attempt=2)
    answer(page, f"{QUIZ}/pause")
    answer(page, f"{POST}/giving-up")
    answer(page, f"{POST}/fast", (1, 3))
    answer(page, f"{POST}/order", (1, 7))
    announce(page, "play", {"id": "play:call/scene", "value": {"ended": [WORST, BEST, ENDED]}})


def results(page: Page) -> Page:
    page.evaluate("() => void (location.hash = '#results/')")
    expect(page.locator(".results h1")).to_be_visible()
    return page


def section(page: Page, title: str) -> Locator:
    return page.locator(".results-section").filter(has=page.get_by_role("heading", name=title, level=2, exact=True))


def table(part: Locator) -> list[list[str]]:
    """The words of every row."""
    rows = part.locator("tbody tr").all()
    return [[" ".join(cell.inner_text().split()) for cell in row.locator("th, td").all()] for row in rows]


def pictures(part: Locator) -> list[str]:
    return [str(each.get_attribute("aria-label")) for each in part.get_by_role("img").all()]


def file_of(page: Page) -> dict[str, Any]:
    page.get_by_role("button", name="下载学习结果").click()
    file = last_file(page)
    Draft202012Validator(SCHEMA).validate(file)
    return file


def words(earned: str, possible: int) -> str:
    """Points as people read them: at most two decimals."""
    return f"{round(float(Fraction(earned)), 2):g} / {possible}"


def test_before_anything_is_done_the_page_says_how_to_begin(page: Page, demo: str) -> None:
    visit(page, f"{demo}#results/")
    expect(page.get_by_role("heading", level=1)).to_have_text("学习结果")
    expect(page.get_by_text("还没有开始")).to_be_visible()
    expect(page.locator(".results").get_by_role("table")).to_have_count(0)
    page.locator(".results").get_by_role("link", name="开始学习").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("听出情绪")


def test_points_pass_marks_and_skills_are_shown_in_words(page: Page, demo: str) -> None:
    visit(page, demo)
    answer(page, SLOW, (1, 1))
    answer(page, HOURS, (2, 3), possible=2)
    answer(page, "answer:close/promise/call-back", (0, 1))
    answer(page, "answer:close/promise/steps", (1, 3))
    announce(page, "play", {"id": "play:respond/call", "value": {"ended": [ENDED]}})
    write(page, "respond/log/1", "急")
    page.goto(f"{demo}#results/")
    expect(page.get_by_role("row", name="听一听")).to_contain_text("2.33 / 3")
    expect(page.get_by_role("row", name="听一听")).to_contain_text("通过，77%")
    expect(page.get_by_role("row", name="说好的事")).to_contain_text("未通过，16%")
    expect(page.get_by_role("row", name="合计得分")).to_contain_text("2.67 / 5")
    expect(page.get_by_text("评级：优秀")).to_be_visible()
    expect(section(page, "角色扮演里的技能").locator("tbody tr")).to_have_count(2)
    expect(page.get_by_text("已填 1 处")).to_be_visible()
    for absent in ("学习目标", "和前测比", "技能"):
        expect(section(page, absent)).to_have_count(0)


def test_the_first_lines_say_what_is_missing_and_what_to_do_next(done: Page) -> None:
    standing = done.locator(".standing")
    expect(standing.get_by_text("有 2 份测验没通过：说好的事、听出情绪。")).to_be_visible()
    assert table(standing) == [["学完的章", "0 / 4"], ["通过的测验", "1 / 3"], ["合计得分", "4.48 / 8"]]
    assert pictures(standing) == ["0%", "33%", "55%"]
    lines = section(done, "接下来").get_by_role("listitem")
    expect(lines).to_have_count(5)
    expect(lines.first).to_have_text("通过“听出情绪” 再得 0.93 分就通过")  # 2.4 − 31/21 is 0.923…, so 0.92 would not do
    expect(section(done, "接下来")).to_contain_text("补一补：先接住情绪，再谈方案")
    lines.first.get_by_role("link").click()
    expect(done.get_by_role("heading", name="听出情绪", level=2)).to_be_focused()


def test_a_course_done_to_the_end_has_nothing_to_go_over(page: Page, course: str) -> None:
    visit(page, course)
    for item in (f"{PRE}/giving-up", f"{PRE}/fast", f"{PRE}/order", f"{QUIZ}/pause", "answer:call/promise/call-back"):
        answer(page, item)
    answer(page, f"{QUIZ}/words", possible=3)
    for name in ("giving-up", "fast", "order"):
        answer(page, f"{POST}/{name}")
    announce(page, "play", {"id": "play:call/scene", "value": {"ended": [BEST]}})
    write(page, "listen/skills/1", "3")
    announce(page, "field", {"id": "journal:after/day/draft/1", "value": "写过"})
    for chapter in ("before", "listen", "call", "after"):
        page.evaluate("(id) => void (location.hash = `#${id}/`)", chapter)
        page.locator(f"[data-chapter={chapter}] .chapter-end").scroll_into_view_if_needed()
        link = page.locator(f".chapter-list a[data-chapter={chapter}]")
        expect(link).to_have_attribute("data-state", re.compile("passed|done"))
    results(page)
    expect(page.locator(".standing")).to_contain_text("测验都通过了。 全部章节都学完了。")
    expect(section(page, "接下来")).to_contain_text("没有要补的")


def test_the_table_of_chapters_has_points_attempts_and_the_pass_mark(done: Page) -> None:
    rows = table(section(done, "各章和测验"))
    assert rows[0] == ["学之前", "进行中"]
    assert rows[1] == ["听出情绪", "2 / 3", "起点 66%，不计入合计"]
    assert rows[3] == ["听一听", "3 / 4", "通过，75% 第 2 次作答"]
    assert pictures(section(done, "各章和测验"))[1] == "75% · 及格线 75%"


def test_an_objective_says_first_and_now_and_when_nothing_tells(done: Page) -> None:
    part = section(done, "学习目标")
    assert table(part) == [
        ["从语速和用词听出客户的情绪 EQ-1 · 已答 4 / 4 题", "4.33 / 6", "3.33 / 6"],
        ["先接住情绪，再谈方案 EQ-2 · 已答 1 / 2 题", "0.14 / 1", "0.14 / 1"],
        ["说清能做什么、不能做什么，让客户带着一个确定的时间离开 EQ-3", "还没有依据"],
    ]
    assert pictures(part) == ["72%", "14%"]


def test_the_gain_has_losses_beside_it(done: Page) -> None:
    part = section(done, "和前测比")
    assert pictures(part) == ["66% → 49%，下降 17 个百分点"]
    words = "66% → 49%，下降 17 个百分点 1 题从没答对到答对，2 题从答对到没答对。"
    assert table(part) == [["听出情绪", "2 → 1.48 / 3", words]]


def test_skills_compare_the_first_play_with_the_best(done: Page) -> None:
    part = section(done, "角色扮演里的技能")
    assert table(part) == [["共情", "2 / 2", "−1 / 2"], ["方案", "1 / 1", "0 / 1"]]
    bar, whole = (part.locator("svg").first.locator(shape).bounding_box() for shape in (".fill", ".track"))
    assert bar and whole and abs(bar["x"] - whole["x"] - whole["width"] / 2) < 2, "zero is in the middle"


def test_the_page_says_what_the_file_says(done: Page) -> None:
    totals = file_of(done)["totals"]
    assert words(totals["earned"], totals["possible"]) == table(done.locator(".standing"))[2][1]
    points = [row[1] for row in table(section(done, "各章和测验")) if len(row) == 3]
    quizzes = [*totals["pretests"], *totals["quizzes"]]
    assert sorted(points) == sorted(words(each["earned"], each["possible"]) for each in quizzes)
    shown = [row[1:] for row in table(section(done, "学习目标"))]
    told = [[words(each[part], each["possible"]) for part in ("earned", "first")] for each in totals["objectives"]]
    assert shown[:2] == told[:2]
    assert totals["objectives"][2] == {
        "objective": "EQ-3",
        "items": 0,
        "answered": 0,
        "earned": "0",
        "first": "0",
        "possible": 0,
    }
    assert totals["objectives"][0]["earned"] == "13/3"
    gain = next(each["gain"] for each in totals["quizzes"] if "gain" in each)
    assert gain == {"items": 3, "before": 66, "after": 49, "up": 1, "down": 2}


def test_a_second_sitting_stands_beside_the_first(page: Page, course: str) -> None:
    visit(page, f"{course}#listen/")
    check = page.locator("[data-id=skills]")
    rate(check, "232")
    check.get_by_role("button", name="再评一次").click()
    expect(check.get_by_text("已答 0 / 3 句")).to_be_visible()
    part = section(results(page), "自评：投诉处理能力")
    assert [row[-1] for row in table(part)] == ["3.00", "2.00", "2.33"], "nothing is lost before the second one"
    page.evaluate("() => void (location.hash = '#listen/')")
    rate(check, "454")
    page.reload()
    results(page)
    assert table(part) == [
        ["觉察", "", "3.00", "5.00"],
        ["倾听", "", "2.00", "4.00"],
        ["总分", "", "2.33", "4.33"],
    ]
    assert pictures(part) == ["5.00 / 5", "4.00 / 5", "4.33 / 5"]
    before, after = (part.locator("svg").nth(1).locator(f"circle.{name}").bounding_box() for name in ("before", "fill"))
    assert before and after and before["x"] < after["x"]


def rate(check: Locator, points: str) -> None:
    for row, point in zip(check.locator(".rating").all(), points, strict=True):
        row.locator(f"input[value='{point}']").check()


def test_a_row_leads_to_its_quiz(page: Page, demo: str) -> None:
    visit(page, demo)
    answer(page, SLOW)
    page.goto(f"{demo}#results/")
    page.get_by_role("row", name="说好的事").get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("收尾")


def test_the_page_follows_what_another_tab_does(page: Page, demo: str) -> None:
    visit(page, f"{demo}#results/")
    other = page.context.new_page()
    visit(other, demo)
    answer(other, SLOW)
    expect(page.get_by_role("row", name="听一听")).to_contain_text("已答 1 / 2 题")


def test_a_name_being_typed_is_kept_and_not_disturbed(page: Page, demo: str) -> None:
    visit(page, f"{demo}#results/")
    page.get_by_label("姓名", exact=True).press_sequentially("陈晨")
    answer(page, SLOW)
    expect(page.get_by_label("姓名", exact=True)).to_be_focused()
    page.reload()
    expect(page.get_by_label("姓名", exact=True)).to_have_value("陈晨")


def test_paper_has_name_date_and_version_and_no_buttons(page: Page, host: str) -> None:
    visit(page, f"{host}/results/index.html")
    do_most(page)
    results(page)
    page.get_by_label("姓名", exact=True).fill("陈晨")
    page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    show_as(page, "print")
    expect(page.locator(".paper-facts")).to_contain_text("陈晨")
    expect(page.locator(".paper-facts")).to_contain_text("年")
    expect(page.get_by_text("版本 2.1").locator("visible=true")).to_have_count(1)
    expect(page.locator(".results button:visible, .results input:visible")).to_have_count(0)
    expect(section(page, "学习目标").get_by_role("img").first).to_be_visible()


def test_every_line_of_the_page_is_reached_by_keyboard(done: Page) -> None:
    done.locator(".results h1").focus()
    links = done.locator(".results").locator(":is(a[href], button, input, summary):visible").all()
    for link in links:
        done.keyboard.press("Tab")
        expect(link).to_be_focused()


@pytest.mark.parametrize(("theme", "width"), [*LOOKS, ("dark", 1280)])
def test_results_notices_and_dialogs_have_no_accessibility_violations(
    page: Page, course: str, width: int, theme: str
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    visit(page, f"{course}#nowhere/")
    assert violations(page) == []
    results(page)
    assert violations(page) == [], "with nothing done"
    do_most(page)
    page.evaluate("() => void (location.hash = '#')")
    results(page)
    assert violations(page) == [], "with everything"
    assert sideways(page) <= 0
    for action in ("reset", "load-progress"):
        tool(page, action)
        assert violations(page) == []
        page.keyboard.press("Escape")
