"""Self-checks, surveys and observations: filled in by keyboard, kept, told without a verdict, and saved as files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from accessible import LOOKS, sideways, violations
from browsers import REPOSITORY
from jsonschema import Draft202012Validator
from learner import last_file, visit
from playwright.sync_api import Browser, Locator, Page, expect
from trainee import show_as

pytestmark = pytest.mark.browser

BASE = REPOSITORY / "themes" / "base"
VECTORS: list[Any] = json.loads((REPOSITORY / "tests" / "vectors" / "selfcheck.json").read_text(encoding="utf-8"))
SCHEMA = json.loads((REPOSITORY / "ssg" / "schemas" / "results-1.schema.json").read_text(encoding="utf-8"))
BOTH_HALVES = """(vectors) => { "use strict"; %s
  const fraction = ([n, d = "1"]) => ({ n: BigInt(n), d: BigInt(d) });
  const text = (mean) => mean && (mean.d === 1n ? `${mean.n}` : `${mean.n}/${mean.d}`);
  const told = ({ dimension, answered, statements, mean }) => [dimension, answered, statements, text(mean)];
  return JSON.stringify(JSON.parse(vectors).map(({ key, answers, tests, applies }) =>
    applies
      ? Object.fromEntries(Object.keys(applies).map((mean) => [mean, bandApplies(tests, fraction(mean.split("/")))]))
      : scaleMeans(key, new Map(Object.entries(answers))).map(told)));
}"""
POINTS = ["4", "2", "3", "5", "4", "5", "4", "2"]
"""Awareness (6−2, 5, 4) is 13/3, listening (4, 3, 5) is 4, limits (4, 2) is 3, all of them 31/8."""


@pytest.fixture
def course(site: Path) -> str:
    return (site / "scales" / "index.html").as_uri()


def block(page: Page, id: str) -> Locator:
    return page.locator(f".block[data-id={id}]")


def rate(part: Locator, points: list[str]) -> None:
    """Chooses a point in every row."""
    for row, point in zip(part.locator(".rating").all(), points, strict=True):
        row.locator(f"input[value='{point}']").check()


def means(part: Locator) -> dict[str, str]:
    """The table of means: names and figures."""
    rows = part.locator(".means tbody tr").all()
    return {row.get_by_role("rowheader").inner_text(): row.locator(".number").inner_text() for row in rows}


def saved_form(page: Page) -> dict[str, Any]:
    """The file that the form was saved as, of the kind that results files are."""
    saved = last_file(page)
    Draft202012Validator(SCHEMA).validate(saved)
    assert (saved["learner"]["name"], saved["answers"], saved["plays"]) == ("", [], [])
    return saved


def test_both_halves_come_to_the_same(browser: Browser) -> None:
    scripts = [BASE / "runtime" / "scoring.js", BASE / "shared" / "scales" / "scales.score.js"]
    page = browser.new_page()
    half = BOTH_HALVES % "\n".join(script.read_text(encoding="utf-8") for script in scripts)
    found = json.loads(page.evaluate(half, json.dumps(VECTORS)))
    page.close()
    assert found == [each.get("applies") or each["means"] for each in VECTORS]


def test_a_self_check_is_filled_in_by_keyboard_and_comes_back(course: str, page: Page) -> None:
    page.goto(f"{course}#self/")
    check = block(page, "skills")
    first = check.get_by_role("radiogroup", name="客户提高音量时，我能听完再开口。")
    expect(first.get_by_role("radio")).to_have_count(5)
    first.get_by_role("radio", name="1 完全不符合").focus()
    for point in POINTS:
        page.keyboard.press("Space")
        for _ in range(int(point) - 1):
            page.keyboard.press("ArrowRight")
        page.keyboard.press("Tab")
    expect(check.get_by_text("已答 8 / 8 句")).to_be_visible()
    assert means(check) == {"觉察": "4.33", "倾听": "4.00", "边界": "3.00", "总分": "3.88"}
    expect(check.get_by_text("已保存")).to_be_visible()
    page.reload()
    expect(first.get_by_role("radio", name="4")).to_be_checked()
    assert means(check) == {"觉察": "4.33", "倾听": "4.00", "边界": "3.00", "总分": "3.88"}


def test_the_advice_is_the_authors_and_only_what_applies(course: str, page: Page) -> None:
    page.goto(f"{course}#self/")
    assert "写满一周再来" not in page.content()
    check = block(page, "skills")
    rate(check, POINTS)
    advice = check.get_by_role("list", name="建议").get_by_role("listitem")
    expect(advice).to_have_text(
        ["觉察下次通话后，记下自己的情绪从哪一句开始变。", "倾听每天挑一通电话，只练“先复述”。"]
    )
    check.locator(".rating").nth(2).locator("input[value='5']").check()
    expect(advice.nth(1)).to_have_text("倾听试着带一位新同事，听他复述。")


def test_a_result_can_be_asked_for_early_and_says_what_it_cannot_tell(course: str, page: Page) -> None:
    page.goto(f"{course}#self/")
    check = block(page, "skills")
    rows = check.locator(".rating")
    for row in (0, 2, 4):  # listening two of three, limits one of two
        rows.nth(row).locator("input[value='4']").check()
    expect(check.locator(".result")).to_be_hidden()
    check.get_by_role("button", name="看我的结果").click()
    expect(check.get_by_role("heading", name="我的结果")).to_be_focused()
    assert means(check) == {
        "觉察": "答得太少，0 / 3",
        "倾听": "4.00",
        "边界": "答得太少，1 / 2",
        "总分": "答得太少，3 / 8",
    }
    expect(check.locator(".means .picture")).to_have_count(1)


def test_the_bar_ends_where_the_mean_is(course: str, page: Page) -> None:
    page.goto(f"{course}#self/")
    check = block(page, "skills")
    rate(check, POINTS)
    bar = check.locator(".means .picture").nth(2)  # limits: 3, the middle of 1 to 5
    whole, end = bar.bounding_box(), bar.locator("circle.fill").bounding_box()
    assert whole and end
    assert abs(end["x"] + end["width"] / 2 - (whole["x"] + whole["width"] / 2)) < 1


def test_the_results_page_shows_the_means_of_a_self_check(course: str, page: Page) -> None:
    page.goto(f"{course}#self/")
    rate(block(page, "skills"), POINTS)
    rate(block(page, "plain"), ["3", "3"])
    page.goto(f"{course}#results/")
    page.reload()
    section = page.locator(".results-section", has_text="自评：投诉处理能力")
    assert means(section)["觉察"] == "4.33"
    assert means(page.locator(".results-section", has_text="自评：开口之前")) == {"总分": "1.50"}


def test_an_anonymous_survey_stays_out_of_the_named_results(course: str, page: Page) -> None:
    visit(page, f"{course}#ask/")
    survey = block(page, "after")
    rate(survey, ["5", "4", "9"])
    survey.get_by_role("radio", name="公告").check()
    survey.get_by_role("checkbox", name="复述练习").check()
    survey.get_by_role("textbox", name="还想对我们说什么？").fill("练习再多一些")
    rate(block(page, "around"), ["3", "4"])
    survey.get_by_role("button", name="把这份存成文件").click()
    form = saved_form(page)
    assert form["form"] == {
        "chapter": "ask",
        "block": "after",
        "kind": "survey",
        "rater": {"role": "", "name": ""},
        "subject": "",
    }
    assert {each["field"]: each["value"] for each in form["fields"]} == {
        "学到的方法-下周就用得上": "5",
        "练习里的客户像我遇到的客户": "4",
        "这门课值得推荐给同事吗": "9",
        "从哪里知道这门课": "公告",
        "哪些部分用得上.复述练习": True,
        "还想对我们说什么": "练习再多一些",
    }
    page.goto(f"{course}#results/")
    page.get_by_role("button", name="下载学习结果").click()
    assert {each["block"] for each in last_file(page)["fields"]} == {"around"}


def test_raters_fill_in_a_form_one_after_another(course: str, page: Page) -> None:
    visit(page, f"{course}#ask/")
    form = block(page, "around")
    rate(form, ["3", "4"])
    form.get_by_role("button", name="把这份存成文件").click()
    expect(form.get_by_role("alert")).to_have_text("还没有填：你是评价对象的、一起值班的同事（姓名或代号）。")
    expect(form.get_by_role("radio", name="自己")).to_be_focused()
    form.get_by_role("radio", name="同事").check()
    form.get_by_role("textbox", name="一起值班的同事").fill("A07")
    form.get_by_role("textbox", name="你的姓名或代号").fill("小林")
    form.get_by_role("button", name="换下一位填写").click()
    saved = saved_form(page)
    assert (saved["form"]["rater"], saved["form"]["subject"]) == ({"role": "同事", "name": "小林"}, "A07")
    assert [each["field"] for each in saved["fields"]] == ["客户说话时-他不打断", "他先复述-再讲办法"]
    form.get_by_role("button", name="不了").click()
    expect(form.get_by_role("radio", name="同事")).to_be_checked()
    form.get_by_role("button", name="换下一位填写").click()
    form.get_by_role("button", name="清空").click()
    expect(form.locator("input:checked")).to_have_count(0)
    expect(form.get_by_role("textbox", name="你的姓名或代号")).to_have_value("")
    expect(form.get_by_role("textbox", name="一起值班的同事")).to_have_value("A07")
    page.reload()
    expect(form.locator("input:checked")).to_have_count(0)


def test_an_observation_counts_levels_without_a_judgement(course: str, page: Page) -> None:
    visit(page, f"{course}#watch/")
    sheet = block(page, "call")
    expect(sheet.get_by_role("link", name="空调又坏了")).to_have_attribute("href", "#watch/角色扮演空调又坏了")
    row = sheet.get_by_role("radiogroup", name="说清下一步")
    row.get_by_role("radio", name="2 部分做到 说了会有人联系，没有时间").check()
    expect(sheet.locator(".result")).to_be_hidden()
    rate(sheet, ["3", "2", "2", "1"])
    sheet.get_by_role("textbox", name="复述：看到、听到了什么").fill("照着说了一遍")
    sheet.get_by_role("textbox", name="还要说的话").fill("下次听收尾")
    counts = sheet.locator(".level-counts dd")
    expect(counts).to_have_text(["1", "2", "1"])
    assert means(sheet) == {"倾听": "2.50", "边界": "1.50"}
    sheet.get_by_role("textbox", name="扮演客服的学员").fill("B12")
    sheet.get_by_role("button", name="把这份存成文件").click()
    saved = saved_form(page)
    assert (saved["form"]["kind"], saved["form"]["subject"]) == ("observation", "B12")
    fields = {each["field"]: each["value"] for each in saved["fields"]}
    assert fields["复述@evidence"] == "照着说了一遍" and fields["@notes"] == "下次听收尾" and fields["复述"] == "2"


def test_on_paper_there_are_circles_and_a_key_to_count_by_hand(host: str, page: Page) -> None:
    page.goto(f"{host}/scales/index.html#self/")
    check = block(page, "skills")
    expect(check.get_by_text("自己算一算")).to_be_hidden()
    check.locator(".rating").first.locator("input[value='4']").check()
    show_as(page, "print")
    expect(check.get_by_text("自己算一算")).to_be_visible()
    expect(check.get_by_role("cell", name="2（反） + 4 + 7")).to_be_visible()
    expect(check.get_by_text("用 6 减去圈的数")).to_be_visible()
    assert "（反" not in check.locator(".ratings").inner_text()
    expect(check.locator("input:visible, button:visible")).to_have_count(0)
    circles = (
        check.locator(".rating")
        .first.locator(".value")
        .evaluate_all("(all) => all.map((each) => getComputedStyle(each).backgroundColor)")
    )
    assert [circle == "rgb(0, 0, 0)" for circle in circles] == [False, False, False, True, False]


def test_an_observation_has_lines_for_evidence_on_paper(host: str, page: Page) -> None:
    page.goto(f"{host}/scales/index.html#watch/")
    show_as(page, "print")
    sheet = block(page, "call")
    line = sheet.locator(".evidence .blank-field").first.bounding_box()
    assert line and line["height"] >= 8 * 96 / 25.4
    for words in ("直接问单号或讲规定", "2 部分做到", "还要说的话"):
        expect(sheet.get_by_text(words).locator("visible=true").first).to_be_visible()
    height = sheet.bounding_box()
    assert height and height["height"] <= 255 * 96 / 25.4, "one page"


@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_every_state_is_accessible(scheme: str, width: int, course: str, page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.add_init_script(f"""document.addEventListener("DOMContentLoaded", () => {{
      document.documentElement.dataset.theme = "{scheme}";
    }});""")
    page.set_viewport_size({"width": width, "height": 800})
    for chapter in ("self", "ask", "watch"):
        page.goto(f"{course}#{chapter}/")
        parts = f".chapter[data-chapter={chapter}]"
        assert violations(page, parts) == [], "as first shown"
        for row in page.locator(f"{parts} .rating").all():
            row.locator("input").nth(1).check()
        for button in page.locator(f"{parts} .save-form:visible").all():
            button.click()
        assert violations(page, parts) == [], "filled in, with something missing"
        assert sideways(page) <= 0
    page.get_by_role("textbox", name="扮演客服的学员").fill("B12")
    page.get_by_role("button", name="换下一位填写").click()
    assert violations(page, ".chapter[data-chapter=watch]") == [], "asked whether to empty the form"
    page.goto(f"{course}#results/")
    assert violations(page, ".results") == [], "the page of results"
    assert sideways(page) <= 0


def test_what_is_to_be_chosen_is_large_enough(course: str, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    for chapter in ("self", "ask", "watch"):
        page.goto(f"{course}#{chapter}/")
        boxes = page.locator(f".chapter[data-chapter={chapter}] .point").evaluate_all(
            "(all) => all.map((each) => each.getBoundingClientRect()).map(({ width, height }) => [width, height])"
        )
        assert min(width for width, _ in boxes) >= 24 and min(height for _, height in boxes) >= 44
