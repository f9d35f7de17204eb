"""Paper: boxes, lines and room to write; nothing of the learner's answers; but the words of a worksheet."""

from __future__ import annotations

from pathlib import Path

import pytest
from browsers import skip_without_scripts
from playwright.sync_api import Page, expect
from trainee import WHOLLY, WRONGLY, check, item, show_as

pytestmark = pytest.mark.browser


@pytest.fixture
def course(host: str) -> str:
    return f"{host}/kinds/index.html"


def paper(page: Page) -> str:
    """What can be read on paper."""
    show_as(page, "print")
    return str(page.locator("main").inner_text())


def test_paper_shows_none_of_the_answers(course: str, page: Page) -> None:
    page.goto(f"{course}#quiz/")
    fresh = paper(page)
    show_as(page, "screen")
    for kind in WHOLLY:
        (WRONGLY if kind in ("single", "order") else WHOLLY)[kind](item(page, kind))
        check(item(page, kind))
    item(page, "single").get_by_role("button", name="看答案").click()
    text = paper(page)
    for answer in ("对了", "没答对", "该选", "失望的人不再争", "提示", "解析", "答案", "检查", "再试一次", "小结"):
        assert answer not in text, answer
    assert sorted(text.split()) == sorted(fresh.split()), "answering changes nothing on paper"
    for control in page.locator(".quiz :is(input, select, button)").all():
        expect(control).to_be_hidden()


def test_steps_stand_on_paper_as_the_author_shuffled_them(course: str, page: Page, site: Path) -> None:
    page.goto(f"{course}#quiz/")
    printed = (site / "kinds" / "index.html").read_text(encoding="utf-8")
    WHOLLY["order"](item(page, "order"))
    show_as(page, "print")
    tops = {row.inner_text().strip(): row.bounding_box()["y"] for row in item(page, "order").locator(".step").all()}
    assert sorted(tops, key=lambda words: tops[words]) == sorted(tops, key=printed.index)


def test_there_is_room_to_write_by_hand(course: str, page: Page) -> None:
    page.goto(f"{course}#quiz/")
    show_as(page, "print")
    millimetre = 96 / 25.4
    line = page.locator("[data-kind=short] .answer-line").first.bounding_box()
    assert line and line["height"] >= 8 * millimetre
    page.goto(f"{course}#sheets/")
    cell = page.locator(".grid .spare td").first.bounding_box()
    assert cell and cell["height"] >= 15 * millimetre
    blank = page.locator(".blank-field").first.bounding_box()
    assert blank and blank["height"] >= 15.9 * millimetre


def test_a_worksheet_takes_its_words_to_paper_even_from_a_chapter_that_is_not_open(course: str, page: Page) -> None:
    page.goto(f"{course}#sheets/")
    page.get_by_role("textbox", name="第 1 行，我的感受").fill("松了一口气")
    page.get_by_role("textbox", name="怎么称呼我").fill("小周")
    page.goto(f"{course}#quiz/")
    page.reload()
    page.evaluate("document.documentElement.dataset.print = 'course'; dispatchEvent(new Event('beforeprint'))")
    show_as(page, "print")
    for words in ("松了一口气", "小周"):
        box = page.locator(f".blank-field[data-words={words}]")
        expect(box).to_be_visible()
        assert box.evaluate("(box) => getComputedStyle(box, '::after').visibility") == "visible"
    expect(page.locator(".grid textarea").first).to_be_hidden()


def test_without_scripts_every_question_is_there_to_read(course: str, page: Page, engine: str) -> None:
    skip_without_scripts(engine)
    context = page.context.browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(f"{course}#quiz/")
    for words in ("满意", "可多选", "商量方案", "察觉自己语速变快", "提示 1（共 2 条）"):
        expect(plain.get_by_text(words).first).to_be_visible()
    expect(plain.get_by_role("button", name="检查")).to_have_count(0)
    context.close()
