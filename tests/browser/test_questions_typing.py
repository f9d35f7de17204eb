"""Input methods and the keyboard: Enter that ends a composition checks nothing; all can be done without a mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from trainee import ORDER, fill, item, steps_of, verdict

pytestmark = pytest.mark.browser

PRESS = """(field, init) => {
  if (init.after) field.dispatchEvent(new CompositionEvent(init.after, { bubbles: true }));
  field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, ...init }));
}"""


@pytest.fixture
def quiz(site: Path, page: Page) -> Page:
    page.goto(f"{(site / 'kinds' / 'index.html').as_uri()}#quiz/")
    return page


def is_checked(question: Locator) -> bool:
    return question.get_by_role("status").count() > 0 or question.get_by_role("alert").count() > 0


@pytest.mark.parametrize("kind", ["gaps", "short", "numeric"])
@pytest.mark.parametrize("init", [{"isComposing": True}, {"keyCode": 229}])
def test_enter_while_an_input_method_composes_checks_nothing(quiz: Page, kind: str, init: dict[str, object]) -> None:
    field = item(quiz, kind).get_by_role("textbox").first
    field.fill("qing")
    field.evaluate(PRESS, init)
    assert not is_checked(item(quiz, kind))


def test_enter_that_ended_a_composition_just_before_checks_nothing(quiz: Page) -> None:
    field = item(quiz, "short").get_by_role("textbox")
    field.fill("fushu")
    field.evaluate(PRESS, {"after": "compositionend"})
    assert not is_checked(item(quiz, "short"))
    quiz.wait_for_timeout(80)
    field.press("Enter")
    assert verdict(item(quiz, "short")) == "没答对"


def test_a_real_composition_is_kept_and_checks_nothing(quiz: Page, engine: str) -> None:
    if engine != "chromium":
        pytest.skip("only Chromium lets automation compose; the tests above send Firefox the events of a composition")
    field = item(quiz, "short").get_by_role("textbox")
    field.focus()
    keyboard = quiz.context.new_cdp_session(quiz)
    keyboard.send("Input.imeSetComposition", {"text": "fu shu", "selectionStart": 6, "selectionEnd": 6})
    keyboard.send(
        "Input.dispatchKeyEvent",
        {"type": "rawKeyDown", "windowsVirtualKeyCode": 229, "key": "Process", "code": "Enter"},
    )
    keyboard.send("Input.insertText", {"text": "复述"})
    assert not is_checked(item(quiz, "short"))
    expect(field).to_have_value("复述")
    quiz.wait_for_timeout(80)
    field.press("Enter")
    assert verdict(item(quiz, "short")) == "答对了"


def test_half_a_word_is_kept_when_the_page_goes_at_once(quiz: Page) -> None:
    fill("情", "")(item(quiz, "gaps"))
    quiz.reload()
    expect(item(quiz, "gaps").get_by_role("textbox").first).to_have_value("情")


def test_a_choice_is_made_and_checked_by_keyboard(quiz: Page) -> None:
    question = item(quiz, "single")
    question.get_by_role("radio").first.focus()
    for _ in range(3):
        if question.get_by_role("radio", name="失望").is_checked():
            break
        quiz.keyboard.press("ArrowDown")
    quiz.keyboard.press("Enter")
    assert verdict(question) == "答对了"


def test_several_options_are_ticked_by_keyboard(quiz: Page) -> None:
    question = item(quiz, "multiple")
    question.get_by_role("checkbox").first.focus()
    for _ in range(4):
        if quiz.evaluate("document.activeElement.closest('label').textContent.trim()") != "用词变重":
            quiz.keyboard.press("Space")
        quiz.keyboard.press("Tab")
    quiz.keyboard.press("Enter")
    assert verdict(question) == "答对了"


def test_steps_are_ordered_by_keyboard_with_the_focus_and_a_word_on_each_move(quiz: Page) -> None:
    question = item(quiz, "order")
    for place, step in enumerate(ORDER):
        button = question.get_by_role("button", name=f"上移：{step}")
        button.focus()
        while steps_of(question).index(step) > place:
            before = steps_of(question).index(step)
            quiz.keyboard.press("Enter")
            expect(button).to_be_focused()
            expect(question.get_by_role("status")).to_have_text(f"第 {before} 项，共 4 项")
    question.get_by_role("button", name="检查").press("Enter")
    assert question.locator(".verdict").inner_text().strip() == "答对了"


def test_left_sides_are_matched_by_keyboard(quiz: Page) -> None:
    question = item(quiz, "match")
    for left in ("识别", "理解", "管理"):
        question.get_by_role("combobox", name=left).focus()
        quiz.keyboard.press("ArrowDown")
        quiz.keyboard.press("Tab")
    expect(question.get_by_role("button", name="检查")).to_be_focused()
    quiz.keyboard.press("Enter")
    assert verdict(question) in ("部分答对 1/3", "没答对")


def test_a_step_is_dragged_with_the_mouse_and_escape_puts_it_back(quiz: Page) -> None:
    question = item(quiz, "order")
    question.scroll_into_view_if_needed()
    first, *_, last = steps_of(question)
    before = steps_of(question)

    def drag() -> None:
        source = question.locator(".step", has_text=first).locator(".grip").bounding_box()
        target = question.locator(".step", has_text=last).bounding_box()
        assert source and target
        quiz.mouse.move(source["x"] + 10, source["y"] + 10)
        quiz.mouse.down()
        quiz.mouse.move(source["x"] + 10, target["y"] + target["height"] - 2, steps=6)

    drag()
    quiz.keyboard.press("Escape")
    quiz.mouse.up()
    assert steps_of(question) == before
    drag()
    quiz.mouse.up()
    assert steps_of(question) == [*before[1:], first]
    expect(question.get_by_role("status")).to_have_text("第 4 项，共 4 项")
