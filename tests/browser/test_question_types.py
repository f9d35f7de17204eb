"""The question types beyond the plain ones in real browsers, from gaps chosen from a list to open answers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from accessible import LOOKS, sideways, violations
from playwright.sync_api import Locator, Page, expect
from trainee import Answer, fill, item, show_as, verdict

pytestmark = pytest.mark.browser


def pick(*words: str) -> Answer:
    def act(question: Locator) -> None:
        for box, word in zip(question.get_by_role("combobox").all(), words, strict=True):
            box.select_option(label=word)

    return act


def sort(groups: dict[str, str]) -> Answer:
    def act(question: Locator) -> None:
        for member, group in groups.items():
            question.get_by_role("radiogroup", name=member).get_by_text(group, exact=True).click()

    return act


def mark(*words: str) -> Answer:
    def act(question: Locator) -> None:
        for word in words:
            question.get_by_role("checkbox", name=word).check(force=True)

    return act


def judge(best: str, worst: str) -> Answer:
    def act(question: Locator) -> None:
        question.locator(".row", has_text=best).get_by_text("最佳", exact=True).click()
        question.locator(".row", has_text=worst).get_by_text("最差", exact=True).click()

    return act


def choose(words: str) -> Answer:
    return lambda question: question.get_by_text(words, exact=True).click()


GROUPS = {
    "空调装了三次": "事实",
    "师傅没有打电话": "事实",
    "受够了": "情绪",
    "一晚上没睡": "情绪",
    "今天必须派人": "期望",
}
TEXT = "您听了很多次对不起。"

WHOLLY: dict[str, tuple[Answer, str]] = {
    "pick": (pick("情绪", "事情", "被听见"), "答对了"),
    "own": (pick("理解", "帮"), "答对了"),
    "sort": (sort(GROUPS), "答对了"),
    "spot": (mark("必须", "怎么不早说", "反正"), "答对了"),
    "words": (mark("forgot"), "答对了"),
    "judgement": (judge("白等了", "关掉"), "答对了"),
    "rating": (sort({"听起来": "5", "您先别急": "2", "随便您": "1"}), "与专家组的接近程度：95%"),
    "emotion": (choose("失望"), "与专家组看法的相符程度：100%"),
    "open": (fill(TEXT), "已保存"),
}
PARTLY: dict[str, tuple[Answer, str]] = {
    "pick": (pick("情绪", "面子", "被听见"), "部分答对 2/3"),
    "own": (pick("理解", "给"), "部分答对 1/2"),
    "sort": (sort({**GROUPS, "受够了": "事实", "一晚上": "期望"}), "部分答对 3/5"),
    "spot": (mark("必须", "怎么不早说", "马上"), "部分答对 1/3"),
    "judgement": (judge("白等了", "您别这样说"), "部分答对 1/2"),
    "rating": (sort(dict.fromkeys(("听起来", "您先别急", "随便您"), "4")), "与专家组的接近程度：54%"),
    "emotion": (choose("疲惫"), "与专家组看法的相符程度：50%"),
}
WRONGLY: dict[str, tuple[Answer, str]] = {
    "pick": (pick("事情", "情绪", "面子"), "没答对"),
    "own": (pick("可怜", "给"), "没答对"),
    "sort": (sort({**dict.fromkeys(GROUPS, "期望"), "今天必须派人": "情绪"}), "没答对"),
    "spot": (mark("规定"), "没答对"),
    "words": (mark("forgot", "code"), "没答对"),
    "judgement": (judge("关掉", "白等了"), "没答对"),
    "emotion": (choose("满意"), "与专家组看法的相符程度：0%"),
}
MISSING = {
    "pick": "还没有选：第 1 空、第 2 空、第 3 空",
    "own": "还没有选：第 1 空、第 2 空",
    "sort": "还有 5 项没有选",
    "spot": "还没有选择",
    "words": "还没有选择",
    "judgement": "还没有选最佳的一种",
    "rating": "还有 3 项没有选",
    "emotion": "还没有选择",
    "open": "还没有填写",
}


def check(question: Locator) -> None:
    question.get_by_role("button", name=re.compile("检查|写好了")).click()


@pytest.fixture
def quiz(site: Path, page: Page) -> Page:
    page.goto(f"{(site / 'types' / 'index.html').as_uri()}#quiz/")
    return page


def answer(page: Page, answers: dict[str, tuple[Answer, str]]) -> None:
    for kind, (act, words) in answers.items():
        act(item(page, kind))
        check(item(page, kind))
        assert verdict(item(page, kind)) == words, kind


def test_a_right_answer_is_called_right(quiz: Page) -> None:
    answer(quiz, WHOLLY)
    for kind in WHOLLY:
        left = item(quiz, kind).get_by_role("button").all_inner_texts()
        assert left == (["再改一改"] if kind == "open" else []), kind


def test_a_partly_right_answer_says_how_much_of_it(quiz: Page) -> None:
    answer(quiz, PARTLY)


SHOWN = {
    "pick": "答案：情绪",
    "own": "答案：理解",
    "sort": "应归入：事实",
    "spot": "该标",
    "words": "不对",
    "judgement": "应选最差",
    "emotion": "62%",
}


def test_a_wrong_answer_shows_the_right_one_on_request_and_no_emotion_is_called_wrong(quiz: Page) -> None:
    answer(quiz, WRONGLY)
    for kind, words in SHOWN.items():
        question = item(quiz, kind)
        if kind == "emotion":
            assert not re.search("错|不对|没答对", question.inner_text())
        else:
            question.get_by_role("button", name="看答案").click()
        expect(question).to_contain_text(words)
    expect(item(quiz, "judgement")).to_contain_text("专家组：热线组三位班长")
    expect(item(quiz, "judgement")).to_contain_text("把失望当成了同意。")


def test_the_wheel_of_emotions_shows_what_is_chosen_and_then_the_panel(quiz: Page) -> None:
    question = item(quiz, "emotion")
    wheel = question.locator(".wheel")
    expect(wheel).to_have_attribute("aria-hidden", "true")
    slices = wheel.locator("path").count()
    assert slices == question.get_by_role("radio").count()
    expect(wheel.locator(".chosen")).to_have_count(0)
    choose("疲惫")(question)
    rows = question.locator(".option > label > span:not(.mark)").all_inner_texts()
    expect(wheel.locator(".chosen + text")).to_have_text(str(rows.index("疲惫") + 1))
    check(question)
    areas = wheel.locator("path").evaluate_all("(paths) => paths.map((path) => path.getTotalLength())")
    assert rows[areas.index(max(areas))] == "失望", "the longest slice is what most of the panel chose"


def test_what_is_missing_is_named_and_gets_the_focus(quiz: Page) -> None:
    for kind, words in MISSING.items():
        check(item(quiz, kind))
        expect(item(quiz, kind).get_by_role("alert")).to_contain_text(words)
        assert quiz.evaluate("document.activeElement.closest('.item').dataset.id") == kind


def test_one_row_cannot_be_both_best_and_worst(quiz: Page) -> None:
    judge("关掉", "关掉")(item(quiz, "judgement"))
    check(item(quiz, "judgement"))
    expect(item(quiz, "judgement").get_by_role("alert")).to_contain_text("还没有选最佳的一种")


def test_the_arrow_keys_pass_the_best_row_on_their_way_to_the_worst(quiz: Page) -> None:
    """Whichever order the rows were shuffled into."""
    question = item(quiz, "judgement")
    best, worst = (question.get_by_role("radio", name=f"{side}: ") for side in ("最佳", "最差"))
    best.nth(1).check(force=True)
    worst.nth(0).check(force=True)
    worst.nth(0).focus()
    quiz.keyboard.press("ArrowDown")
    expect(best.nth(1)).not_to_be_checked()
    quiz.keyboard.press("ArrowDown")
    expect(best.nth(1)).to_be_checked()
    expect(worst.nth(2)).to_be_checked()


def test_everything_works_by_the_keyboard(quiz: Page) -> None:
    words = item(quiz, "words").get_by_role("checkbox")
    words.first.focus()
    for _ in range(2):
        quiz.keyboard.press("Tab")
    quiz.keyboard.press("Space")
    check(item(quiz, "words"))
    assert verdict(item(quiz, "words")) == "答对了"
    row = item(quiz, "sort").get_by_role("radiogroup").first
    row.get_by_role("radio").first.focus()
    quiz.keyboard.press("ArrowRight")
    expect(row.get_by_role("radio").nth(1)).to_be_checked()


def test_answers_and_verdicts_are_there_after_a_reload(quiz: Page) -> None:
    answer(quiz, {**WHOLLY, **PARTLY})
    item(quiz, "open").get_by_role("checkbox", name="说出了对方的感受").check()
    expect(item(quiz, "open").get_by_text("自评 2 / 3 分，不计入得分")).to_be_visible()
    whole = quiz.locator(".quiz[data-id=all]")
    words = whole.inner_text()
    quiz.wait_for_timeout(400)
    quiz.reload()
    expect(item(quiz, "open").get_by_role("checkbox", name="说出了对方的感受")).to_be_checked()
    assert whole.inner_text() == words
    expect(item(quiz, "open").get_by_role("textbox")).to_have_value(TEXT)


def test_drafts_are_there_after_a_reload(quiz: Page) -> None:
    for kind, (act, _) in WHOLLY.items():
        act(item(quiz, kind))
    quiz.reload()
    for kind, (_, words) in WHOLLY.items():
        check(item(quiz, kind))
        assert verdict(item(quiz, kind)) == words, kind


def test_an_open_answer_has_no_points_and_can_be_changed_without_losing_a_word(quiz: Page) -> None:
    answer(quiz, WHOLLY)
    whole = quiz.locator(".quiz[data-id=all]")
    expect(whole.get_by_role("heading", name="通过了")).to_be_visible()
    expect(whole).to_contain_text("7.96 / 8 分")
    expect(whole).not_to_contain_text("重做错题")
    whole.get_by_role("button", name="全部重做").click()
    whole.get_by_role("button", name="重做", exact=True).click()
    expect(item(quiz, "open").get_by_role("textbox")).to_have_value(TEXT)
    expect(item(quiz, "pick").get_by_role("combobox").first).to_have_value("")


def test_a_quiz_of_open_answers_is_done_and_never_failed(quiz: Page) -> None:
    writing = quiz.locator(".quiz[data-id=writing]")
    expect(writing).not_to_contain_text("及格线")
    answer(quiz, {"diary": (fill("昨天。"), "已保存")})
    expect(writing.get_by_role("heading", name="已完成")).to_be_visible()
    expect(writing).not_to_contain_text("0 / 0")
    quiz.goto(f"{quiz.url.split('#')[0]}#results/")
    expect(quiz.get_by_role("row", name="只有开放题")).to_contain_text("已完成")


def test_the_page_tells_no_right_answer(site: Path) -> None:
    html = (site / "types" / "index.html").read_text(encoding="utf-8")
    for secret in ("换了谁都会生气", "热线组三位班长", "叹气加让步", "占比", "62%", "专家评分", "说出了对方的感受"):
        assert secret not in html
    words = re.findall(r'<span class="word[^>]*>.*?</label></span>', html)
    assert len(words) >= 12
    alike = {re.sub(r'value="\w+"|<span>[^<]*</span>| short', "", word) for word in words}
    assert len(alike) == 1, "marked words and others are written alike"


def test_words_to_choose_from_stand_in_one_order_above_and_in_each_list(quiz: Page) -> None:
    bank = item(quiz, "pick").locator(".bank li").all_inner_texts()
    for box in item(quiz, "pick").get_by_role("combobox").all():
        assert box.locator("option").all_inner_texts()[1:] == bank


def test_paper_has_room_to_answer_and_shows_no_answer(host: str, page: Page) -> None:
    page.goto(f"{host}/types/index.html#quiz/")
    show_as(page, "print")
    fresh = page.locator("main").inner_text()
    show_as(page, "screen")
    answer(page, {**WHOLLY, **PARTLY})
    show_as(page, "print")
    assert sorted(page.locator("main").inner_text().split()) == sorted(fresh.split()), "answering changes nothing"
    assert "面子" in fresh
    assert "理解" in fresh, "the words of a gap of its own"
    for control in page.locator(".quiz :is(select, textarea, button)").all():
        expect(control).to_be_hidden()
    line = item(page, "open").locator(".answer-line").bounding_box()
    assert line and line["height"] >= 40 * 96 / 25.4


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look[0]}-{look[1]}")
def test_no_state_breaks_a_rule_of_accessibility(site: Path, page: Page, look: tuple[str, int]) -> None:
    scheme, width = look
    page.emulate_media(reduced_motion="reduce")
    page.add_init_script(f"""document.addEventListener("DOMContentLoaded", () => {{
      document.documentElement.dataset.theme = "{scheme}";
    }});""")
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{(site / 'types' / 'index.html').as_uri()}#quiz/")
    assert violations(page, ".block") == [], "as first shown"
    for kind in MISSING:
        check(item(page, kind))
    assert violations(page, ".block") == [], "with something missing"
    answer(page, {**WHOLLY, **PARTLY})
    assert violations(page, ".block") == [], "checked"
    for button in page.get_by_role("button", name="看答案").all()[::-1]:
        button.click()
    assert violations(page, ".block") == [], "finished"
    assert sideways(page) <= 0


def test_targets_are_large_enough(quiz: Page) -> None:
    quiz.set_viewport_size({"width": 320, "height": 800})
    small = quiz.locator(".chip, .word label, .gap select").evaluate_all(
        "(all) => all.map((each) => [each.outerHTML, each.getBoundingClientRect()])"
        ".filter(([, box]) => box.height < 24 || box.width < 24).map(([html]) => html)"
    )
    assert small == []
