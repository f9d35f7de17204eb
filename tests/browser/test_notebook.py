"""The notebook: what went wrong comes again until it was right twice, apart; due cards of all blocks in one pile."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from accessible import LOOKS, sideways, violations
from learner import WATCH, last_file, saved_file, stored, tool
from playwright.sync_api import Locator, Page, expect
from test_cards import CLOCK
from test_question_types import PARTLY as MORE_PARTLY
from test_question_types import WHOLLY as MORE_WHOLLY
from test_question_types import WRONGLY as MORE_WRONGLY
from test_question_types import sort
from trainee import WHOLLY, WRONGLY, Answer, choose, fill, item, verdict

pytestmark = pytest.mark.browser

RIGHT: dict[str, Answer] = {
    "giving-up": choose("失望"),
    "content": choose("错"),
    "echo": choose("您是说等了三天", "我听到的是您很着急"),
}
WRONG: dict[str, Answer] = {
    "giving-up": choose("满意"),
    "content": choose("对"),
    "echo": choose("您是说等了三天"),
}


@pytest.fixture
def address(site: Path) -> str:
    return (site / "notebook" / "index.html").as_uri()


@pytest.fixture
def course(page: Page, address: str) -> Page:
    """The course at its first quiz."""
    page.add_init_script(WATCH)
    page.goto(f"{address}#quiz/")
    return page


def turn(page: Page, place: str) -> None:
    page.evaluate("(hash) => { location.hash = hash; }", place)
    expect(page.locator(f"[id='{place}']")).to_be_visible()


def check(question: Locator) -> None:
    question.get_by_role("button", name=re.compile("检查|写好了")).click()


def answer(page: Page, answers: dict[str, Answer]) -> None:
    for name, act in answers.items():
        act(item(page, name))
        check(item(page, name))


def again(page: Page) -> Locator:
    return page.locator(".again .item")


def name_of(page: Page) -> str:
    return str(again(page).get_attribute("data-id")).rpartition("/")[2]


def practise(page: Page, act: Answer) -> str:
    """Answers the item that the notebook shows, and returns what it says of it."""
    act(again(page))
    check(again(page))
    expect(again(page).locator(".verdict")).to_be_focused()
    said = page.locator(".after-again p").inner_text()
    page.get_by_role("button", name="继续").click()
    return said


def told(page: Page) -> Locator:
    return page.locator(".mistakes .due")


def tally(page: Page) -> Locator:
    return page.locator(".chapter-list a[href='#notebook/'] .tally")


def without_practice(records: dict[str, Any]) -> dict[str, Any]:
    return {id: record for id, record in records.items() if id.split(":")[0] in ("answer", "history", "draft", "older")}


def test_an_empty_notebook_says_what_will_come(course: Page) -> None:
    turn(course, "notebook/")
    expect(told(course)).to_have_text("现在没有错题。测验里没答对的题会自动来到这里。")
    expect(course.get_by_text("还没有到期的卡片。")).to_be_visible()
    expect(tally(course)).to_have_text("")
    turn(course, "cover")
    expect(course.locator(".offer")).to_be_hidden()


def test_a_mistake_leaves_when_it_was_right_twice_with_another_item_in_between(course: Page) -> None:
    answer(course, WRONG)
    before = without_practice(stored(course, "notebook"))
    turn(course, "notebook/")
    expect(told(course)).to_have_text("还有 3 道题再做")
    came = []
    for said in ["答对了一次", "答对了一次", "答对了一次", "又答对了", "又答对了"]:
        came.append(name_of(course))
        assert practise(course, RIGHT[came[-1]]).startswith(said)
    assert came == ["giving-up", "content", "echo", "giving-up", "content"]
    expect(course.get_by_text("已经答对一次")).to_be_visible()
    assert practise(course, RIGHT["echo"]).startswith("又答对了")
    expect(told(course)).to_contain_text("现在没有错题")
    assert without_practice(stored(course, "notebook")) == before, "the quiz keeps its own answers"


def test_an_item_alone_waits_for_tomorrow(course: Page, address: str) -> None:
    answer(course, {"content": WRONG["content"]})
    turn(course, "notebook/")
    practise(course, RIGHT["content"])
    expect(told(course)).to_have_text("今天的做完了，还有 1 道题明天再做一次。")
    expect(again(course)).to_have_count(0)
    expect(course.get_by_role("heading", name="错题")).to_be_focused()
    expect(tally(course)).to_have_text("")
    course.reload()
    expect(told(course)).to_have_text("今天的做完了，还有 1 道题明天再做一次。")
    course.add_init_script(f"({CLOCK})(1)")
    course.goto("about:blank")
    course.goto(f"{address}#notebook/")
    practise(course, RIGHT["content"])
    expect(told(course)).to_contain_text("现在没有错题")


def test_a_mistake_in_the_notebook_starts_the_count_anew_and_a_hint_does_not_count(course: Page) -> None:
    answer(course, {name: WRONG[name] for name in ("giving-up", "content")})
    turn(course, "notebook/")
    practise(course, RIGHT["giving-up"])
    practise(course, RIGHT["content"])
    assert practise(course, WRONG["giving-up"]).startswith("记下了")
    practise(course, RIGHT["content"])
    again(course).get_by_text("提示").click()
    assert practise(course, RIGHT["giving-up"]).startswith("看了提示")
    assert practise(course, RIGHT["giving-up"]).startswith("答对了一次")


def test_a_later_mistake_in_the_quiz_brings_the_item_back(course: Page) -> None:
    answer(course, {"content": RIGHT["content"], "giving-up": WRONG["giving-up"], "echo": RIGHT["echo"]})
    course.get_by_role("button", name="重做错题").click()
    course.get_by_role("button", name="重做", exact=True).click()
    answer(course, {"giving-up": RIGHT["giving-up"]})
    course.get_by_role("button", name="全部重做").click()
    course.get_by_role("button", name="重做", exact=True).click()
    answer(course, {"content": WRONG["content"]})
    expect(tally(course)).to_have_text("2")


def test_every_question_type_is_practised_and_the_answers_in_the_quiz_stay(site: Path, page: Page) -> None:
    more_wrong = {**{kind: act for kind, (act, _) in MORE_WRONGLY.items()}, "own": MORE_PARTLY["own"][0]}
    more_right = {kind: act for kind, (act, _) in MORE_WHOLLY.items()}
    for name, wrong, right in [("kinds", WRONGLY, WHOLLY), ("types", more_wrong, more_right)]:
        page.goto(f"{(site / name / 'index.html').as_uri()}#quiz/")
        answer(page, wrong)
        quiz = page.locator(".quiz[data-id=all]")
        words = quiz.inner_text()
        turn(page, "notebook/")
        expected = set(wrong) - {"emotion"}
        came = {practise_copy(page, right) for _ in expected}
        assert came == expected
        turn(page, "quiz/")
        assert quiz.inner_text() == words


def practise_copy(page: Page, right: dict[str, Answer]) -> str:
    """Answers the next item, which is all there and shares no id with the one in its quiz; returns its name."""
    name = name_of(page)
    doubled = page.evaluate("""() => {
      const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
      return ids.filter((id, at) => ids.indexOf(id) !== at);
    }""")
    assert doubled == []
    expect(again(page)).not_to_contain_text(re.compile("没答对|选错了|该选|应在|答案："))
    right[name](again(page))
    check(again(page))
    assert verdict(again(page)) == "答对了", name
    assert violations(page, ".mistakes") == [], name
    page.get_by_role("button", name="继续").click()
    return name


def test_items_without_right_and_wrong_come_when_they_were_left_empty(course: Page) -> None:
    turn(course, "judged/")
    course.get_by_role("button", name="交卷").click()
    course.get_by_role("button", name="仍然交卷").click()
    turn(course, "notebook/")
    acts = {
        "rating": sort({"听起来": "5", "您先别急": "2"}),
        "emotion": choose("疲惫"),
        "open": fill("您等了这么久，换我也急。"),
        "after": choose("对"),
    }
    for said in ("答对了一次", "又答对了"):
        for name, act in acts.items():
            assert name_of(course) == name
            assert practise(course, act).startswith(said), name
    expect(told(course)).to_contain_text("现在没有错题")


def test_an_open_answer_written_on_is_counted_once(course: Page) -> None:
    turn(course, "judged/")
    course.get_by_role("button", name="交卷").click()
    course.get_by_role("button", name="仍然交卷").click()
    turn(course, "notebook/")
    practise(course, sort({"听起来": "5", "您先别急": "2"}))
    practise(course, choose("疲惫"))
    fill("您等了这么久。")(again(course))
    check(again(course))
    again(course).get_by_role("checkbox").first.check()
    again(course).get_by_role("button", name="再改一改").click()
    fill("您等了这么久，我听着。")(again(course))
    check(again(course))
    expect(course.get_by_role("button", name="继续")).to_have_count(1)
    saved = saved_file(course)["records"]
    assert saved["again:judged/late/open"]["v"]["right"] == 1
    assert not [id for id in saved if id.startswith("field:judged")]


def test_nothing_of_a_test_is_shown_before_its_time(course: Page) -> None:
    turn(course, "tests/")
    pre, post, quiet, final = (course.locator(f".quiz[data-id={name}]") for name in ("pre", "post", "quiet", "final"))
    pre.get_by_text("对", exact=True).click()
    pre.get_by_role("button", name="交卷").click()
    quiet.get_by_text("对", exact=True).click()
    quiet.get_by_role("button", name="交卷").click()
    final.get_by_role("button", name="开始").click()
    choose("事情")(item(course, "catch"))
    choose("对")(item(course, "sorry"))
    expect(tally(course)).to_have_text("")
    final.get_by_role("button", name="交卷").click()
    expect(tally(course)).to_have_text("2")
    turn(course, "notebook/")
    assert name_of(course) == "catch"
    turn(course, "tests/")
    final.get_by_role("button", name="全部重做").click()
    final.get_by_role("button", name="重做", exact=True).click()
    final.get_by_role("button", name="开始第 2 次").click()
    expect(tally(course)).to_have_text("")
    turn(course, "notebook/")
    expect(told(course)).to_contain_text("现在没有错题")
    turn(course, "tests/")
    post.get_by_text("对", exact=True).click()
    post.get_by_role("button", name="交卷").click()
    expect(tally(course)).to_have_text("1")


def test_two_tabs_practise_one_notebook(course: Page, engine: str, address: str) -> None:
    if engine == "webkit":
        pytest.skip("without a window manager the first window of WebKitGTK does not get its focus back")
    answer(course, {name: WRONG[name] for name in ("giving-up", "content")})
    other = course.context.new_page()
    other.goto(f"{address}#notebook/")
    course.bring_to_front()
    turn(course, "notebook/")
    for _ in range(2):
        practise(course, RIGHT["giving-up"])
        practise(course, RIGHT["content"])
    expect(told(other)).to_contain_text("现在没有错题")
    expect(again(other)).to_have_count(0)
    other.close()


def test_the_notebook_is_kept_loaded_and_emptied_with_everything_else(course: Page, tmp_path: Path) -> None:
    answer(course, WRONG)
    turn(course, "notebook/")
    practise(course, RIGHT["giving-up"])
    course.reload()
    assert name_of(course) == "content"
    file = tmp_path / "progress.json"
    saved_file(course)
    file.write_text(course.evaluate("async () => window.lastFile.text()"), encoding="utf-8")
    tool(course, "reset")
    course.locator("#reset-dialog").get_by_role("button", name="清空").click()
    expect(tally(course)).to_have_text("")
    turn(course, "notebook/")
    expect(told(course)).to_contain_text("现在没有错题")
    tool(course, "load-progress")
    course.locator("#load-dialog input[type=file]").set_input_files(file)
    course.locator("#load-dialog button[value=confirm]").click()
    expect(told(course)).to_have_text("还有 3 道题再做")
    assert name_of(course) == "content"


def test_a_damaged_state_is_refused_and_the_results_know_nothing_of_practice(course: Page) -> None:
    answer(course, WRONG)
    turn(course, "notebook/")
    practise(course, RIGHT["giving-up"])
    records = saved_file(course)["records"]
    assert records["again:quiz/mood/giving-up"]["v"]["right"] == 1
    turn(course, "results/")
    course.get_by_role("button", name="下载学习结果").click()
    results = last_file(course)
    assert [entry["attempts"] for entry in results["answers"]] == [1, 1, 1]
    assert "notebook" not in str([results["answers"], results["fields"]])


def test_cards_that_are_due_come_from_every_block_that_was_begun(course: Page) -> None:
    turn(course, "cards/")
    first = course.locator("cw-cards[data-id=first]")
    first.get_by_role("button", name="翻面").click()
    first.get_by_role("button", name="没想起来").click()
    expect(tally(course)).to_have_text("2")
    turn(course, "cover")
    expect(course.locator(".offer")).to_have_text("今天可以练：2 张到期的卡片")
    course.locator(".offer a").click()
    due = course.locator("cw-due")
    expect(due.locator(".due")).to_have_text("今天要练 2 张")
    for _ in range(2):
        expect(due.locator(".source")).to_have_text("接住情绪的第一句")
        due.get_by_role("button", name="翻面").click()
        due.get_by_role("button", name="想起来了", exact=True).click()
    expect(due.get_by_text("今天的都练完了")).to_be_visible()
    expect(tally(course)).to_have_text("")
    turn(course, "cards/")
    expect(first.get_by_text("今天的都练完了")).to_be_visible()
    assert first.locator(".boxes li b").all_inner_texts()[:2] == ["0 张", "2 张"]
    expect(course.locator("cw-cards[data-id=last] .due")).to_have_text("今天要练 2 张")


def test_the_notebook_by_the_keyboard_alone(course: Page) -> None:
    answer(course, {"content": WRONG["content"]})
    turn(course, "notebook/")
    press_to(course, "INPUT")
    while not again(course).get_by_role("radio", name="错").is_checked():
        course.keyboard.press("ArrowDown")
    press_to(course, "BUTTON", "检查")
    course.keyboard.press("Enter")
    expect(again(course).locator(".verdict")).to_be_focused()
    press_to(course, "BUTTON", "继续")
    course.keyboard.press("Enter")
    expect(told(course)).to_contain_text("今天的做完了")


def press_to(page: Page, tag: str, words: str = "") -> None:
    """Presses Tab until such a control has the focus."""
    for _ in range(40):
        page.keyboard.press("Tab")
        here = page.evaluate("[document.activeElement.tagName, document.activeElement.textContent]")
        if here[0] == tag and words in here[1] and page.evaluate("!!document.activeElement.closest('.mistakes')"):
            return
    raise AssertionError(f"no {tag} {words} to be reached")


@pytest.fixture(params=LOOKS, ids=["light-1280", "dark-390", "light-320"])
def look(request: pytest.FixtureRequest, course: Page) -> Page:
    scheme, width = request.param
    course.evaluate(f"document.documentElement.dataset.theme = '{scheme}'")
    course.set_viewport_size({"width": width, "height": 800})
    return course


def test_the_notebook_is_for_everybody_in_every_state(look: Page) -> None:
    def fine(state: str) -> None:
        assert violations(look) == [], state
        assert sideways(look) <= 0, state

    answer(look, WRONG)
    turn(look, "cards/")
    look.locator("cw-cards").first.get_by_role("button", name="翻面").click()
    look.locator("cw-cards").first.get_by_role("button", name="没想起来").click()
    turn(look, "notebook/")
    fine("items and cards wait")
    check(again(look))
    fine("nothing chosen")
    WRONG["giving-up"](again(look))
    check(again(look))
    look.locator("cw-due").get_by_role("button", name="翻面").click()
    fine("wrong; a card turned")
    turn(look, "cover")
    fine("the offer on the cover")
