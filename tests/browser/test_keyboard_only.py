"""Whoever has no mouse gets through a whole course, sees the focus all the way, and has the same score at the end."""

from __future__ import annotations

from typing import Any

import pytest
from browsers import skip_long_walk
from hands import Hand, Keyboard, Mouse
from learner import last_file, visit
from playwright.sync_api import Browser, Locator, Page, expect
from trainee import item, steps_of

pytestmark = pytest.mark.browser

CHOSEN = {"single": "失望", "emotion": "失望", "truefalse": "错"}
TICKED = {"multiple": ["语速慢下来", "把决定推给别人"], "spot": ["先别激动", "按规定"]}
WRITTEN = {"gaps": ["情绪", "事情"], "numeric": ["6"], "short": ["复述"]}
PICKED = {"match": {"随便": "失望", "到底": "着急", "凭什么": "委屈"}, "pick": {"第 1 空": "情绪", "第 2 空": "事情"}}
SORTED = {
    "sort": {
        **dict.fromkeys(("等了三天", "没有人回电话", "订单写的是周二"), "事实"),
        **dict.fromkeys(("气死我了", "心里没底", "白高兴一场"), "情绪"),
    },
    "rating": {"听起来": "5", "我按流程": "3", "您别这么说": "1"},
}
BEST, WORST = "最佳: 听起来", "最差: 您别这么说"
ORDER = ["听完并复述", "承认感受", "商量方案", "回访闭环"]


@pytest.mark.parametrize("width", [1280, 390])
def test_the_keyboard_does_what_the_mouse_does(browser: Browser, engine: str, everything: str, width: int) -> None:
    skip_long_walk(engine)
    with_keys, with_mouse = (fresh(browser, width), fresh(browser, width))
    keyboard = Keyboard(with_keys)
    by_keys, by_mouse = finished(keyboard, everything), finished(Mouse(with_mouse), everything)
    with_keys.context.close()
    with_mouse.context.close()
    assert keyboard.faults == set()
    assert by_keys == by_mouse
    assert by_keys["certificate"]


def fresh(browser: Browser, width: int) -> Page:
    context = browser.new_context(locale="zh-CN", viewport={"width": width, "height": 700}, reduced_motion="reduce")
    return context.new_page()


def finished(hand: Hand, address: str) -> dict[str, Any]:
    """What a learner hands in who went through the whole course."""
    page = hand.page
    visit(page, address)
    hand.press(page.locator("#resume"))
    answer_quiz(hand)
    turn(hand)
    practise(hand)
    turn(hand)
    talk(hand)
    expect(page.get_by_role("button", name="查看证书")).to_be_visible()
    turn(hand)
    expect(page.get_by_role("heading", level=1)).to_have_text("学习结果")
    hand.press(page.locator(".results:visible").get_by_role("link", name="证书"))
    hand.write(page.get_by_label("写在证书上的名字"), "陈晨")
    expect(page.locator(".certificate-sheet")).to_contain_text("陈晨")
    hand.press(page.locator(".certificate [data-action=download-results]"))
    return told(last_file(page))


def told(file: dict[str, Any]) -> dict[str, Any]:
    """Of a results file what does not depend on the clock, as the moment does when the end of a chapter was seen."""
    return {
        "totals": {name: value for name, value in file["totals"].items() if name != "chapters"},
        "answers": [(each["item"], each["first"]["earned"]) for each in file["answers"]],
        "plays": [(each["ending"], each["grade"], each["skills"]) for each in file["plays"]],
        "fields": sorted((each["field"], str(each["value"])) for each in file["fields"]),  # cards come in any order
        "certificate": file["certificate"]["earned"],
    }


def turn(hand: Hand) -> None:
    hand.press(hand.page.locator(".chapter:visible .chapter-end .next"))


def check(hand: Hand, question: Locator) -> None:
    hand.press(question.locator(".check"))


def answer_quiz(hand: Hand) -> None:
    page = hand.page
    for id, words in CHOSEN.items():
        hand.choose(item(page, id).get_by_role("radio", name=words, exact=True))
        check(hand, item(page, id))
    for id, several in TICKED.items():
        for words in several:
            hand.tick(item(page, id).get_by_role("checkbox", name=words))
        check(hand, item(page, id))
    for id, texts in WRITTEN.items():
        write_gaps(hand, item(page, id), texts)
        check(hand, item(page, id))
    for id, pairs in PICKED.items():
        for name, words in pairs.items():
            hand.pick(item(page, id).get_by_role("combobox", name=name), words)
        check(hand, item(page, id))
    for id, rows in SORTED.items():
        for name, words in rows.items():
            hand.choose(item(page, id).get_by_role("radiogroup", name=name).get_by_role("radio", name=words))
        check(hand, item(page, id))
    for name in (BEST, WORST):
        hand.choose(item(page, "judgement").get_by_role("radio", name=name))
    check(hand, item(page, "judgement"))
    put_in_order(hand, item(page, "order"))
    write_freely(hand, item(page, "open"))


def write_gaps(hand: Hand, question: Locator, texts: list[str]) -> None:
    for field, text in zip(question.get_by_role("textbox").all(), texts, strict=True):
        hand.write(field, text)


def put_in_order(hand: Hand, question: Locator) -> None:
    if steps_of(question) == ORDER:
        hand.press(question.get_by_role("button", name=f"下移：{ORDER[0]}"))
    for place, step in enumerate(ORDER):
        while steps_of(question).index(step) > place:
            hand.press(question.get_by_role("button", name=f"上移：{step}"))
    check(hand, question)


def write_freely(hand: Hand, question: Locator) -> None:
    hand.write(question.get_by_role("textbox"), "听起来您已经不抱希望了，我先把这几天的事理一遍。")
    check(hand, question)
    for box in question.get_by_role("checkbox").all():
        hand.tick(box)
    hand.press(question.locator(".actions button:visible").first)


def practise(hand: Hand) -> None:
    page = hand.page
    cards = page.locator("cw-cards")
    for _ in range(3):
        hand.press(cards.get_by_role("button", name="翻面"))
        hand.press(cards.get_by_role("button", name="想起来了", exact=False).last)
    for statement in page.locator("cw-selfcheck").get_by_role("radiogroup").all():
        hand.choose(statement.get_by_role("radio", name="4"))
    hand.choose(page.locator("cw-survey").get_by_role("radio", name="同事"))
    sheet = page.locator("cw-worksheet")
    hand.write(sheet.get_by_role("textbox", name="今天最难的一通电话"), "周一早上那通")
    hand.press(sheet.get_by_role("button", name="加一行"))
    hand.write(sheet.get_by_role("textbox", name="第 2 行，我的感受"), "委屈")


def talk(hand: Hand) -> None:
    page = hand.page
    pretest, exam, posttest = (page.locator(".chapter:visible .quiz").nth(at) for at in range(3))
    sit(hand, pretest)
    scene = page.locator("cw-roleplay")
    hand.press(scene.locator(".begin"))
    for words in ("三遍了还没有定下来", "那我们一起问清楚"):
        hand.press(scene.get_by_role("button", name=words))
    expect(scene.locator(".ending-title")).to_be_visible()
    hand.press(exam.get_by_role("button", name="开始"))
    sit(hand, exam)
    sit(hand, posttest)


def sit(hand: Hand, quiz: Locator) -> None:
    hand.choose(quiz.get_by_role("radio", name="错", exact=True))
    write_gaps(hand, quiz.locator(".item").last, ["情绪", "事情"])
    hand.press(quiz.get_by_role("button", name="交卷", exact=True))
