"""Every kind of question in real browsers: answered right, partly, wrong, not at all; kept, tried again, looked up."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from trainee import ORDER, PARTLY, WHOLLY, WRONGLY, check, choose, fill, item, steps_of, verdict

pytestmark = pytest.mark.browser


@pytest.fixture
def quiz(site: Path, page: Page) -> Page:
    """The chapter with one item of every kind, shown."""
    page.goto(f"{(site / 'kinds' / 'index.html').as_uri()}#quiz/")
    return page


def test_a_right_answer_is_called_right(quiz: Page) -> None:
    for kind, act in WHOLLY.items():
        act(item(quiz, kind))
        check(item(quiz, kind))
        assert verdict(item(quiz, kind)) == "答对了", kind
        expect(item(quiz, kind).get_by_role("button")).to_have_count(0)
    expect(item(quiz, "single")).to_contain_text("失望的人不再争，愤怒的人还在争。")


def test_a_partly_right_answer_says_how_much_of_it(quiz: Page) -> None:
    for kind, (act, words) in PARTLY.items():
        act(item(quiz, kind))
        check(item(quiz, kind))
        assert verdict(item(quiz, kind)) == words, kind


SHOWN = {
    "single": "该选这项",
    "multiple": "该选这项",
    "truefalse": "该选这项",
    "gaps": "答案：事情",
    "short": "复述",
    "numeric": "24 ± 1 小时",
    "order": "应在第 4 位",
    "match": "应选",
}


def test_a_wrong_answer_is_called_wrong_and_the_right_one_is_shown_on_request(quiz: Page) -> None:
    for kind, act in WRONGLY.items():
        question = item(quiz, kind)
        act(question)
        check(question)
        assert verdict(question) == "没答对", kind
        if kind != "truefalse":  # there the wrong answer has given it away
            question.get_by_role("button", name="看答案").click()
            expect(question.get_by_text("已看答案，不加分")).to_be_visible()
        expect(question).to_contain_text(SHOWN[kind])
        expect(question.get_by_role("button")).to_have_count(0)


MISSING = {
    "single": "还没有选择",
    "multiple": "还没有选择",
    "truefalse": "还没有选择",
    "gaps": "还没有填：第 1 空、第 2 空",
    "short": "还没有填写",
    "numeric": "还没有填写",
    "order": "还没有动过顺序",
    "match": "还没有选：识别、理解、管理",
}


def test_an_empty_answer_is_not_checked_and_the_focus_goes_to_what_is_missing(quiz: Page) -> None:
    for kind, words in MISSING.items():
        question = item(quiz, kind)
        check(question)
        expect(question.get_by_role("alert")).to_contain_text(words)
        expect(question.get_by_role("status").get_by_role("heading")).to_have_count(0)
        focused = quiz.evaluate("document.activeElement.getAttribute('aria-describedby')")
        assert focused == question.get_by_role("alert").get_attribute("id"), kind
        assert quiz.evaluate("document.activeElement.closest('.item').dataset.id") == kind


def test_a_word_in_a_number_field_is_named(quiz: Page) -> None:
    question = item(quiz, "numeric")
    fill("一整天")(question)
    check(question)
    expect(question.get_by_role("alert")).to_contain_text("「一整天」读不出数字")
    fill("24")(question)
    expect(question.get_by_role("alert")).to_have_count(0)


def test_the_verdict_takes_the_focus_and_stays_in_view(quiz: Page) -> None:
    WHOLLY["multiple"](item(quiz, "multiple"))
    check(item(quiz, "multiple"))
    expect(item(quiz, "multiple").get_by_role("heading", name="答对了")).to_be_focused()
    expect(item(quiz, "multiple").get_by_role("heading", name="答对了")).to_be_in_viewport()


def test_feedback_stands_under_the_options_that_were_chosen_and_describes_them(quiz: Page) -> None:
    question = item(quiz, "multiple")
    WRONGLY["multiple"](question)
    check(question)
    expect(question.get_by_role("checkbox", name="用词变重")).to_have_accessible_description("这是用词上的线索。")
    expect(question.get_by_role("checkbox", name="停顿变长")).to_have_accessible_description("停顿是节奏。")
    expect(question.locator(".feedback")).to_have_count(2)
    expect(question.get_by_text("节奏说的是快慢")).to_have_count(0)


def test_trying_again_keeps_the_answer_open_to_change_and_counts_attempts(quiz: Page) -> None:
    question = item(quiz, "gaps")
    WRONGLY["gaps"](question)
    check(question)
    question.get_by_role("button", name="再试一次").click()
    expect(question.get_by_role("textbox").first).to_be_focused()
    expect(question.get_by_role("textbox").first).to_have_value("事情")
    WHOLLY["gaps"](question)
    check(question)
    assert verdict(question) == "答对了"
    record = quiz.evaluate("JSON.parse(localStorage['cw:kinds:answer:quiz/all/gaps']).v")
    history = quiz.evaluate("JSON.parse(localStorage['cw:kinds:history:quiz/all/gaps']).v")
    assert (record["attempt"], record["earned"], history["first"]["earned"]) == (2, [1, 1], [0, 1])


def test_a_shown_answer_is_recorded_and_earns_nothing(quiz: Page) -> None:
    question = item(quiz, "single")
    WRONGLY["single"](question)
    check(question)
    question.get_by_role("button", name="看答案").click()
    record = quiz.evaluate("JSON.parse(localStorage['cw:kinds:answer:quiz/all/single']).v")
    assert (record["shown"], record["earned"], record["attempt"]) == (1, [0, 1], 1)


def test_hints_come_one_by_one_and_are_counted(quiz: Page) -> None:
    question = item(quiz, "single")
    expect(question.get_by_text("提示 2（共 2 条）")).to_be_hidden()
    question.get_by_text("提示 1（共 2 条）").click()
    expect(question.get_by_text("先听语速，再听用词。")).to_be_visible()
    question.get_by_text("提示 2（共 2 条）").click()
    WHOLLY["single"](question)
    check(question)
    assert quiz.evaluate("JSON.parse(localStorage['cw:kinds:answer:quiz/all/single']).v.hints") == 2


CONTROLS = "(controls) => controls.map((control) => [control.checked, control.value])"


def test_checked_items_show_their_answers_and_verdicts_again_after_a_reload(quiz: Page) -> None:
    for kind in WHOLLY:
        (PARTLY[kind][0] if kind in PARTLY else WRONGLY[kind])(item(quiz, kind))
        check(item(quiz, kind))
    whole = quiz.locator(".quiz[data-id=all]")
    words = whole.inner_text()
    controls = whole.locator("input, select")
    values = controls.evaluate_all(CONTROLS)
    quiz.reload()
    assert whole.inner_text() == words
    assert controls.evaluate_all(CONTROLS) == values


def test_answers_that_were_never_checked_are_there_after_a_reload(quiz: Page) -> None:
    for kind, act in WHOLLY.items():
        act(item(quiz, kind))
    quiz.reload()
    for kind in WHOLLY:
        check(item(quiz, kind))
        assert verdict(item(quiz, kind)) == "答对了", kind


def test_options_keep_their_order_once_something_was_chosen(quiz: Page) -> None:
    choose("焦虑")(item(quiz, "single"))
    order = item(quiz, "single").locator(".option").all_inner_texts()
    for _ in range(3):
        quiz.reload()
        assert item(quiz, "single").locator(".option").all_inner_texts() == order


def test_steps_never_begin_in_their_right_order(site: Path, page: Page) -> None:
    seen = set()
    for _ in range(12):
        page.goto("about:blank")
        page.goto(f"{(site / 'kinds' / 'index.html').as_uri()}#quiz/")
        seen.add(tuple(steps_of(item(page, "order"))))
    assert tuple(ORDER) not in seen
    assert len(seen) > 1


def test_an_answer_to_an_older_wording_is_kept_and_asked_for_anew(quiz: Page) -> None:
    WHOLLY["short"](item(quiz, "short"))
    check(item(quiz, "short"))
    quiz.evaluate("""() => {
      for (const kind of ["answer", "history"]) {
        const name = `cw:kinds:${kind}:quiz/all/short`;
        const record = JSON.parse(localStorage[name]);
        (record.v.first ?? record.v).print = "an older wording";
        localStorage[name] = JSON.stringify({ ...record, n: record.n + 100 });
      }
    }""")
    quiz.reload()
    question = item(quiz, "short")
    expect(question.get_by_text("题目已更新：你之前的作答是针对旧版本的")).to_be_visible()
    expect(question.get_by_role("textbox")).to_have_value("")
    fill("复述")(question)
    check(question)
    assert verdict(question) == "答对了"
    older = quiz.evaluate("JSON.parse(localStorage['cw:kinds:older:quiz/all/short']).v")
    assert [record["response"] for record in older] == ["重述"]


def test_a_limit_of_attempts_ends_with_the_answer(site: Path, page: Page) -> None:
    page.goto(f"{(site / 'kinds' / 'index.html').as_uri()}#end/")
    question = item(page, "four")
    choose("三")(question)
    check(question)
    expect(question.get_by_text("还可以答 1 次")).to_be_visible()
    question.get_by_role("button", name="再试一次").click()
    choose("五")(question)
    check(question)
    expect(question.get_by_role("button")).to_have_count(0)
    expect(question).to_contain_text("二加二是四。")
    assert question.locator(".option > label > span:first-of-type").all_inner_texts() == ["三", "四", "五"], (
        "not shuffled"
    )


def test_the_source_holds_no_right_answer_in_plain_sight(site: Path) -> None:
    html = (site / "kinds" / "index.html").read_text(encoding="utf-8")
    for secret in ("失望的人不再争", "放弃争取", "重述", "心情", "24 ± 1"):
        assert secret not in html
