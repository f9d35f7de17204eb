"""Searching the course: what is found and what never is, by which forms of a word, and how the dialog is used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from accessible import LOOKS, sideways, violations
from browsers import COURSES, skip_without_scripts
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser

TEXTS = "".join(file.read_text(encoding="utf-8") for file in sorted((COURSES / "search").glob("*.*")))
FOUND = """async (words) => {
  const field = document.getElementById("search-words");
  const found = [];
  for (const word of words) {
    field.value = word;
    field.dispatchEvent(new Event("input"));
    await new Promise((done) => setTimeout(done, 5));
    if (document.querySelector(".search-results a")) found.push(word);
  }
  return found;
}"""


@pytest.fixture
def course(site: Path, page: Page) -> Page:
    page.goto(f"{(site / 'search' / 'index.html').as_uri()}#text/")
    return page


@pytest.fixture
def search(course: Page) -> Page:
    """The course with the dialog open, and everything read."""
    course.get_by_role("button", name="搜索").click()
    look_for(course, "接住愤怒")
    expect(results(course)).not_to_have_count(0)
    return course


def look_for(page: Page, words: str) -> None:
    page.get_by_role("searchbox").fill(words)


def results(page: Page) -> Locator:
    return page.locator(".search-results").get_by_role("link")


def test_prose_titles_and_terms_are_found_and_nothing_that_could_give_an_answer_away(search: Page) -> None:
    """The course's words say it: what stands where nobody may find it begins with “hidden”."""
    words = sorted(set(re.findall(r"(?:shown|hidden)\w+", TEXTS.replace("**", ""))))
    assert len(words) > 60
    assert search.evaluate(FOUND, words) == [word for word in words if word.startswith("shown")]


def test_what_the_learner_did_and_wrote_is_not_found(course: Page) -> None:
    course.goto(course.url.replace("#text/", "#blocks/"))
    course.get_by_role("radio", name="hiddenkey").check()
    course.get_by_role("button", name="检查").first.click()
    expect(course.get_by_text("hiddenexplanation").first).to_be_visible()
    course.locator("cw-worksheet textarea").fill("hiddentyped")
    course.get_by_role("button", name="接起电话").or_(course.get_by_role("button", name="开始对话")).first.click()
    course.get_by_role("button", name="搜索").click()
    assert course.evaluate(FOUND, ["shownquiz", "hiddenexplanation", "hiddentyped", "hiddenline", "hiddenkey"]) == [
        "shownquiz"
    ]


@pytest.mark.parametrize(
    "words",
    [
        *("以后的诉求", "以後的訴求", "台账里", "臺賬裡", "檯賬裏"),
        *("full width", "ｆｕｌｌ", "FULL", "dont", "don't", "resume", "résumé"),
        *("愤怒", "憤怒", "怒", "shownpr", "先复述"),
    ],
)
def test_every_form_of_a_word_finds_every_other(search: Page, words: str) -> None:
    assert search.evaluate(FOUND, [words]) == [words]


@pytest.mark.parametrize("words", ["", "  ", "，。！", "rose", "愤情", "[.*", "hidden", "找不到的词"])
def test_what_is_not_there_is_not_found(search: Page, words: str) -> None:
    assert search.evaluate(FOUND, [words]) == []


def test_titles_come_first_then_the_whole_run_then_its_parts(search: Page) -> None:
    look_for(search, "处理投诉")
    expect(results(search).nth(0)).to_have_text("处理投诉")
    expect(results(search).nth(1)).to_contain_text("处理投诉的第一步")
    expect(results(search).nth(2)).to_contain_text("投诉的处理各家不同")
    look_for(search, "情绪劳动")
    expect(results(search).first).to_contain_text("情绪劳动说的是另一回事")


def test_a_snippet_stands_under_its_heading_and_has_the_hit_marked_as_it_is_written(search: Page) -> None:
    look_for(search, "以后的诉求")
    result = results(search).first
    expect(result).to_contain_text("别的")
    expect(result.locator("mark")).to_have_text("以後的訴求")
    look_for(search, "shownquiz")
    expect(results(search).first).to_have_text("测验shownquiz")


def test_a_result_leads_to_its_passage_and_back_returns(search: Page) -> None:
    search.set_viewport_size({"width": 800, "height": 300})
    look_for(search, "shownafter")
    search.get_by_role("searchbox").press("Enter")
    passage = search.locator("main").get_by_text("分隔线以后 shownafter")
    expect(passage).to_be_focused()
    expect(passage).to_be_in_viewport()
    expect(search.get_by_role("dialog")).to_have_count(0)
    marked = "({ startContainer, startOffset, endOffset }) => startContainer.data.slice(startOffset, endOffset)"
    assert search.evaluate(f"[...CSS.highlights.get('found')].map({marked})") == ["shownafter"]
    search.go_back()
    expect(search.get_by_role("heading", name="接住愤怒", level=1)).to_be_visible()
    assert search.evaluate("CSS.highlights.size") == 0


def test_the_arrows_lead_through_the_results_and_escape_returns_the_focus(search: Page) -> None:
    field = search.get_by_role("searchbox")
    look_for(search, "投诉")
    expect(results(search)).to_have_count(3)
    field.press("ArrowDown")
    expect(results(search).first).to_be_focused()
    search.keyboard.press("ArrowDown")
    expect(results(search).nth(1)).to_be_focused()
    search.keyboard.press("ArrowUp")
    search.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    search.keyboard.press("ArrowDown")
    search.keyboard.press("Escape")
    expect(search.get_by_role("dialog")).to_have_count(0)
    expect(search.get_by_role("button", name="搜索")).to_be_focused()


def test_half_composed_words_are_not_searched(search: Page) -> None:
    look_for(search, "shownafter")
    expect(results(search)).to_have_count(1)
    compose = """(field, [word, isComposing]) => {
      field.value = word;
      field.dispatchEvent(new InputEvent("input", { isComposing }));
    }"""
    field = search.get_by_role("searchbox")
    field.evaluate(compose, ["tou'su", True])
    expect(results(search)).to_have_count(1)
    field.evaluate(compose, ["投诉", True])
    field.evaluate("(field) => field.dispatchEvent(new CompositionEvent('compositionend'))")
    expect(results(search)).to_have_count(3)
    field.dispatch_event("keydown", {"key": "Enter", "keyCode": 229})
    expect(search.get_by_role("dialog")).to_be_visible()


def test_the_number_is_told_when_typing_pauses_and_nothing_found_says_what_to_try(search: Page) -> None:
    told = search.locator("#search-dialog").get_by_role("status")
    look_for(search, "投诉")
    expect(told).to_have_text("找到 3 处。")
    look_for(search, "找不到的词")
    expect(told).to_have_text("没有找到“找不到的词”。试试更短的词，或者换一种说法。")
    look_for(search, "")
    expect(told).to_have_text("搜正文、标题和术语；题目和答案不在其中。")


def test_the_number_for_other_words_is_gone_at_once_and_the_new_one_is_told_once(search: Page) -> None:
    told = search.locator("#search-dialog").get_by_role("status")
    expect(told).to_have_text("找到 1 处。")
    type_quickly = """async (status) => {
      const field = document.getElementById("search-words");
      const said = [];
      new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true });
      for (const words of ["投", "投诉"]) {
        field.value = words;
        field.dispatchEvent(new InputEvent("input"));
        await new Promise((done) => setTimeout(done, 50));
      }
      const between = said.splice(0);
      await new Promise((done) => setTimeout(done, 1500));
      return [between, said];
    }"""
    assert told.evaluate(type_quickly) == [[""], ["找到 3 处。"]]


def test_more_results_come_below_those_that_are_shown_and_take_the_focus(course: Page) -> None:
    course.evaluate(
        """() => {
          for (let n = 0; n < 45; n += 1) {
            const line = document.createElement("p");
            line.textContent = `多处 ${n}`;
            document.getElementById("blocks/").append(line);
          }
        }"""
    )
    course.get_by_role("button", name="搜索").click()
    look_for(course, "多处")
    expect(results(course)).to_have_count(20)
    course.get_by_role("button", name="再看 25 处").press("Enter")
    expect(results(course)).to_have_count(40)
    expect(results(course).nth(20)).to_be_focused()


def test_without_scripts_there_is_no_button(site: Path, browser: Browser, engine: str) -> None:
    skip_without_scripts(engine)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "search" / "index.html").as_uri())
    expect(page.get_by_role("button", name="搜索")).to_have_count(0)
    context.close()


@pytest.mark.parametrize("scheme, width", LOOKS)
def test_the_dialog_is_accessible(search: Page, scheme: str, width: int) -> None:
    search.evaluate("(scheme) => { document.documentElement.dataset.theme = scheme; }", scheme)
    search.set_viewport_size({"width": width, "height": 800})
    look_for(search, "投诉")
    expect(results(search)).to_have_count(3)
    assert violations(search, "#search-dialog") == []
    assert sideways(search) <= 0
    results(search).first.click()
    assert violations(search, "main") == []


def test_the_table_of_forms_is_small(site: Path) -> None:
    page = (site / "search" / "index.html").read_text(encoding="utf-8")
    (table,) = re.findall(r'id="variants">"(.*?)"<', page)
    assert "后後" in table.split()
    assert len(table.encode()) < len(TEXTS.encode()) / 4
