"""Reflections: written for oneself, dated, kept, deleted when asked; handed in only where the author says so."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from browsers import REPOSITORY
from jsonschema import Draft202012Validator
from learner import WATCH, last_file, saved_file
from playwright.sync_api import Locator, Page, expect
from trainee import show_as

pytestmark = pytest.mark.browser

SCHEMA = json.loads((REPOSITORY / "ssg" / "schemas" / "results-1.schema.json").read_text(encoding="utf-8"))
SECRET = "我差点挂了她的电话。"


@pytest.fixture
def journal(site: Path, page: Page) -> Page:
    page.add_init_script(WATCH)
    page.goto(f"{(site / 'practice' / 'index.html').as_uri()}#journal/")
    return page


def day(page: Page) -> Locator:
    return page.locator("[data-id=day]")


def words(page: Page) -> Locator:
    return page.locator("[data-id=words]")


def hardest(page: Page) -> Locator:
    return day(page).get_by_role("textbox", name="今天哪一刻我差点没稳住？")


def note(page: Page, text: str) -> None:
    hardest(page).fill(text)
    day(page).get_by_role("button", name="记下这一篇").click()


def results(page: Page) -> Page:
    page.goto(page.url.partition("#")[0] + "#results/")
    return page


def test_it_says_for_whom_it_is_written(journal: Page) -> None:
    expect(day(journal).get_by_text("只留给你自己看")).to_be_visible()
    expect(words(journal).get_by_text("交给讲师。")).to_be_visible()


def test_what_is_written_is_kept_before_it_is_dated(journal: Page) -> None:
    hardest(journal).fill(SECRET)
    expect(day(journal).get_by_text("已保存")).to_be_visible()
    journal.reload()
    expect(hardest(journal)).to_have_value(SECRET)


def test_entries_are_dated_and_stand_below_the_newest_first(journal: Page) -> None:
    note(journal, SECRET)
    expect(day(journal).locator(".entry-date").first).to_be_focused()
    expect(hardest(journal)).to_have_value("")
    note(journal, "今天稳住了。\n真的。")
    journal.reload()
    expect(day(journal).get_by_text("写过的（2 篇）")).to_be_visible()
    entries = day(journal).get_by_role("article")
    expect(entries.nth(0)).to_contain_text("今天稳住了。")
    expect(entries.nth(1)).to_contain_text(SECRET)
    assert re.fullmatch(r"\d{4}年\d+月\d+日 \d\d:\d\d", entries.nth(0).get_by_role("heading").inner_text().strip())
    expect(hardest(journal)).to_have_value("")


def test_an_empty_entry_is_not_written_down(journal: Page) -> None:
    day(journal).get_by_role("button", name="记下这一篇").click()
    expect(day(journal).get_by_role("alert")).to_contain_text("还没有写")
    expect(hardest(journal)).to_be_focused()
    expect(day(journal).get_by_role("article")).to_have_count(0)


def test_deleting_asks_first_and_only_deletes_that_entry(journal: Page) -> None:
    note(journal, SECRET)
    note(journal, "今天稳住了。")
    oldest = day(journal).get_by_role("article").nth(1)
    oldest.get_by_role("button", name="删除").click()
    oldest.get_by_role("button", name="不删").click()
    expect(oldest.get_by_role("button", name="删除")).to_be_focused()
    oldest.get_by_role("button", name="删除").click()
    oldest.get_by_role("button", name="删除").click()
    expect(day(journal).get_by_role("article")).to_have_count(1)
    journal.reload()
    expect(day(journal).get_by_text("今天稳住了。")).to_be_visible()
    expect(day(journal).get_by_text(SECRET)).to_have_count(0)


def test_two_tabs_keep_the_entries_of_both(journal: Page) -> None:
    other = journal.context.new_page()
    other.goto(journal.url)
    note(journal, SECRET)
    expect(day(other).get_by_text(SECRET)).to_be_visible()
    note(other, "第二页写的。")
    expect(day(journal).get_by_role("article")).to_have_count(2)


def test_a_wrong_clock_costs_no_entry_and_no_order(journal: Page) -> None:
    note(journal, "先写的")
    journal.evaluate("""() => {
      const There = Date;
      window.Date = class extends There { constructor(...given) { super(...(given.length ? given : [0])); } };
    }""")
    note(journal, "后写的")
    entries = day(journal).get_by_role("article")
    expect(entries.nth(0)).to_contain_text("后写的")
    expect(entries.nth(1)).to_contain_text("先写的")


def test_nothing_of_it_is_in_the_results_file_unless_it_is_handed_in(journal: Page) -> None:
    note(journal, SECRET)
    hardest(journal).fill(f"{SECRET}！")
    words(journal).get_by_role("textbox", name="这一章哪里用得上？").fill("复述那一节。")
    words(journal).get_by_role("button", name="记下这一篇").click()
    words(journal).get_by_role("textbox", name="哪里用不上").fill("还没想好。")
    expect(words(journal).get_by_text("已保存")).to_be_visible()
    results(journal).get_by_role("button", name="下载学习结果").click()
    file = last_file(journal)
    Draft202012Validator(SCHEMA).validate(file)
    assert SECRET not in json.dumps(file, ensure_ascii=False)
    (draft, entry) = file["journal"]
    assert entry["block"] == "words"
    assert entry["date"].endswith("Z")
    assert entry["texts"] == [{"prompt": "这一章哪里用得上？", "text": "复述那一节。"}]
    assert (draft["date"], draft["texts"]) == (None, [{"prompt": "哪里用不上", "text": "还没想好。"}])


def test_the_progress_file_holds_all_of_it(journal: Page) -> None:
    note(journal, SECRET)
    hardest(journal).fill("没写完")
    expect(day(journal).get_by_text("已保存")).to_be_visible()
    records = {id: record["v"] for id, record in saved_file(journal)["records"].items() if id.startswith("journal:")}
    kept = json.dumps(records, ensure_ascii=False)
    assert SECRET in kept and "没写完" in kept


def test_the_page_of_results_tells_both_journals_apart(journal: Page) -> None:
    note(journal, SECRET)
    words(journal).get_by_role("textbox", name="哪里用不上").fill("第三节。")
    expect(words(journal).get_by_text("已保存")).to_be_visible()
    own, shared = (results(journal).locator(f"[data-journal={name}]") for name in ("own", "shared"))
    expect(own.get_by_role("heading", name="我的反思")).to_be_visible()
    expect(own.get_by_text(SECRET)).to_be_visible()
    expect(shared.get_by_text("还没记下的草稿")).to_be_visible()
    expect(shared.get_by_text("第三节。")).to_be_visible()


def test_the_journal_is_saved_as_a_text_that_any_program_opens(journal: Page) -> None:
    note(journal, SECRET)
    results(journal).get_by_role("button", name="存成文本文件").click()
    text = journal.evaluate("async () => window.lastFile.text()")
    assert "# 今天最难的一刻" in text and "今天哪一刻我差点没稳住？" in text and SECRET in text


def test_a_page_of_results_prints_the_own_journal_only_by_its_own_button(host: str, page: Page) -> None:
    page.goto(f"{host}/practice/index.html#journal/")
    note(page, SECRET)
    own = results(page).locator("[data-journal=own]")
    expect(own.get_by_text(SECRET)).to_be_visible()
    show_as(page, "print")
    expect(own).to_be_hidden()
    page.evaluate("document.documentElement.dataset.print = 'journal'")
    expect(own.get_by_text(SECRET)).to_be_visible()
    expect(page.locator(".results-foot")).to_be_hidden()


def test_the_own_journal_is_printed_with_the_page_when_asked(host: str, page: Page) -> None:
    page.goto(f"{host}/practice/index.html#journal/")
    note(page, SECRET)
    own = results(page).locator("[data-journal=own]")
    own.get_by_role("checkbox", name="“打印这一页”时也印我的反思").check()
    show_as(page, "print")
    expect(own.get_by_text(SECRET)).to_be_visible()


def test_an_entry_of_a_reflection_that_is_gone_is_still_in_the_journal(journal: Page) -> None:
    journal.evaluate("""() => {
      const value = { number: 1, date: "2026-05-01T08:00:00.000Z", title: "上一版的反思", texts: [["问", "还在。"]] };
      document.dispatchEvent(new CustomEvent("course:field", { detail: { id: "journal:old/gone/entry/1-x", value } }));
    }""")
    expect(results(journal).get_by_text("还在。")).to_be_visible()
    expect(journal.get_by_role("heading", name="上一版的反思")).to_be_visible()
