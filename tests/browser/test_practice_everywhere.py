"""Cases, reflections, cards and exercises in every state: for everybody, on narrow screens, on paper, after a crash."""

from __future__ import annotations

from pathlib import Path

import pytest
from accessible import LOOKS, sideways, violations
from browsers import skip_without_scripts
from playwright.sync_api import Browser, Page, Playwright, expect
from test_killed import doomed_chromium
from trainee import show_as

pytestmark = pytest.mark.browser

CHAPTERS = ("case", "journal", "cards", "exercise")
OWN = "她要的是一个准话，前两次都没有人回她。"


@pytest.fixture(params=LOOKS, ids=["light-1280", "dark-390", "light-320"])
def look(request: pytest.FixtureRequest, page: Page, site: Path) -> Page:
    scheme, width = request.param
    page.add_init_script(f"""document.addEventListener("DOMContentLoaded", () => {{
      document.documentElement.dataset.theme = "{scheme}";
    }});""")
    page.set_viewport_size({"width": width, "height": 800})
    page.goto((site / "practice" / "index.html").as_uri())
    return page


def chapter(page: Page, name: str) -> None:
    page.goto(f"{page.url.partition('#')[0]}#{name}/")


def assert_fine(page: Page, state: str) -> None:
    assert violations(page, "main") == [], state
    assert sideways(page) <= 0, state


def test_a_case_in_every_state(look: Page) -> None:
    chapter(look, "case")
    assert_fine(look, "as first shown")
    look.get_by_text("提示").click()
    look.get_by_role("button", name="看参考分析").first.click()
    assert_fine(look, "too little written")
    look.locator("[data-question=care] textarea").fill(OWN)
    look.get_by_role("button", name="看参考分析").first.click()
    look.get_by_role("checkbox").first.check()
    look.locator("[data-question=care] textarea").fill("改过了。")
    look.get_by_text("看参考分析之前写的").click()
    assert_fine(look, "revealed, rated, changed")


def test_a_journal_in_every_state(look: Page) -> None:
    chapter(look, "journal")
    assert_fine(look, "as first shown")
    look.get_by_role("button", name="记下这一篇").first.click()
    assert_fine(look, "nothing written")
    for text in ("第一天。", "第二天。"):
        look.get_by_role("textbox").first.fill(text)
        look.get_by_role("button", name="记下这一篇").first.click()
    look.get_by_role("button", name="删除").first.click()
    assert_fine(look, "asked whether to delete")
    look.get_by_role("textbox", name="哪里用不上").fill("第三节。")
    chapter(look, "results")
    expect(look.locator("[data-journal]")).to_have_count(2)
    assert_fine(look, "on the page of results")


def test_cards_in_every_state(look: Page) -> None:
    chapter(look, "cards")
    assert_fine(look, "as first shown")
    pile = look.locator("[data-id=first]")
    for _ in range(3):
        pile.get_by_role("button", name="翻面").click()
        assert_fine(look, "turned")
        pile.get_by_role("button", name="想起来了").click()
    pile.get_by_text("怎么安排复习").click()
    pile.get_by_role("button", name="全部话术").click()
    assert_fine(look, "all done")


def test_an_exercise_in_every_state(look: Page) -> None:
    chapter(look, "exercise")
    assert_fine(look, "as first shown")
    look.get_by_role("checkbox").first.check()
    look.get_by_role("textbox").first.fill("“换我也急”。")
    assert_fine(look, "ticked and written")


@pytest.mark.parametrize("name", CHAPTERS)
def test_whatever_is_touched_is_large_enough(name: str, page: Page, site: Path) -> None:
    page.goto(f"{(site / 'practice' / 'index.html').as_uri()}#{name}/")
    expect(page.locator(f"[id='{name}/']")).to_be_visible()
    small = page.locator(".block :is(label:has(input), button, summary, textarea)").evaluate_all(
        "(all) => all.map((each) => [each.outerHTML.slice(0, 80), each.getBoundingClientRect()])"
        ".filter(([, box]) => box.width && (box.height < 24 || box.width < 24)).map(([html]) => html)"
    )
    assert small == []


def test_paper_has_room_to_write_and_no_analysis(host: str, page: Page) -> None:
    page.goto(f"{host}/practice/index.html#case/")
    page.locator("[data-question=care] textarea").fill(OWN)
    page.get_by_role("button", name="看参考分析").first.click()
    expect(page.get_by_text("没有人当真")).to_be_visible()
    show_as(page, "print")
    expect(page.get_by_text("没有人当真")).to_be_hidden()
    expect(page.get_by_role("button", name="看参考分析")).to_have_count(0)
    room = page.locator("[data-question=say] .blank-field").bounding_box()
    assert room and room["height"] > 110, "four lines at 8 mm"


def test_paper_has_the_table_of_phrases_and_the_sheet(host: str, page: Page) -> None:
    page.goto(f"{host}/practice/index.html#cards/")
    expect(page.locator(".practice .due").first).to_be_visible()
    show_as(page, "print")
    expect(page.get_by_role("table").first).to_be_visible()
    expect(page.locator(".practice").first).to_be_hidden()


def test_without_scripts_all_of_it_can_be_read(browser: Browser, engine: str, site: Path) -> None:
    skip_without_scripts(engine)
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{(site / 'practice' / 'index.html').as_uri()}")
    for words in ("你们到底管不管？", "今天哪一刻我差点没稳住？", "听起来您已经", "交换角色，再做一遍。"):
        expect(page.get_by_text(words).first).to_be_visible()
    for name in ("看参考分析", "记下这一篇", "翻面", "全部话术"):
        expect(page.get_by_role("button", name=name)).to_have_count(0)
    expect(page.get_by_text("没有人当真")).to_have_count(0)
    page.context.close()


@pytest.mark.parametrize("engine", ["chromium"], indirect=True)
def test_what_was_called_saved_outlives_a_killed_browser(
    playwright: Playwright, engine: str, site: Path, tmp_path: Path
) -> None:
    address = (site / "practice" / "index.html").as_uri()
    with doomed_chromium(playwright, tmp_path / "profile") as page:
        page.goto(f"{address}#journal/")
        page.get_by_role("textbox").first.fill("第一天。")
        page.get_by_role("button", name="记下这一篇").first.click()
        page.get_by_role("textbox").first.fill("写到一半")
        expect(page.locator("[data-id=day]").get_by_text("已保存")).to_be_visible()
        chapter(page, "cards")
        page.locator("[data-id=first]").get_by_role("button", name="翻面").click()
        page.locator("[data-id=first]").get_by_role("button", name="想起来了").click()
        expect(page.locator("[data-id=first]").get_by_text("已保存")).to_be_visible()
    with doomed_chromium(playwright, tmp_path / "profile") as page:
        page.goto(f"{address}#journal/")
        expect(page.get_by_role("article")).to_contain_text("第一天。")
        expect(page.get_by_role("textbox").first).to_have_value("写到一半")
        chapter(page, "cards")
        expect(page.locator("[data-id=first]").get_by_text("今天要练 2 张")).to_be_visible()
