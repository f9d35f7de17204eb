"""Cards: what is due comes one by one, by mouse or keyboard; boxes follow the rule, whatever the clock says."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from browsers import REPOSITORY
from learner import WATCH, last_file, saved_file
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser

VECTORS = json.loads((REPOSITORY / "tests" / "vectors" / "leitner.json").read_text(encoding="utf-8"))
RULE = (REPOSITORY / "themes" / "base" / "blocks" / "cards" / "leitner.js").read_text(encoding="utf-8")
BACKS = {"你们到底管不管！": "还没有准话", "随便你们吧。": "不抱希望", "我要投诉你！": "一条一条记"}

CLOCK = """(days) => {
  const There = Date;
  window.Date = class extends There {
    constructor(...given) { super(...(given.length ? given : [There.now() + days * 86_400_000])); }
  };
}"""
"""Sets the clock that the page reads by so many days."""


@pytest.fixture
def open_cards(site: Path, page: Page) -> Callable[[int], Page]:
    """Opens the cards under a clock that is so many days wrong."""

    def go(days: int = 0) -> Page:
        tab = page.context.new_page()
        tab.add_init_script(WATCH)
        tab.add_init_script(f"({CLOCK})({days})")
        tab.goto(f"{(site / 'practice' / 'index.html').as_uri()}#cards/")
        expect(tab.locator(".practice .due").first).to_be_visible()
        return tab

    return go


def deck(page: Page) -> Locator:
    return page.locator("[data-id=first]")


def front(page: Page) -> str:
    return deck(page).locator(".side .words").first.inner_text()


def answer(page: Page, knew: bool) -> str:
    shown = front(page)
    deck(page).get_by_role("button", name="翻面").click()
    deck(page).get_by_role("button", name="想起来了" if knew else "没想起来", exact=True).click()
    return shown


def boxes(page: Page) -> list[str]:
    return [words.removesuffix(" 张") for words in deck(page).locator(".boxes li b").all_inner_texts()]


def kept(page: Page) -> list[Any]:
    expect(deck(page).get_by_text("已保存")).to_be_visible()
    records = saved_file(page)["records"]
    return [record["v"] for id, record in sorted(records.items()) if id.startswith("field:cards/first/")]


@pytest.mark.parametrize("vector", VECTORS, ids=[vector["name"] for vector in VECTORS])
def test_the_rule_of_the_boxes(vector: dict[str, Any], browser: Browser) -> None:
    page = browser.new_page()
    found = page.evaluate(
        f"""({{ record, today }}) => {{ {RULE}
          const card = leitner.card(record);
          const after = (knew) => {{ const {{ box, due }} = leitner.answered(card, knew, today); return [box, due]; }};
          return {{ due: leitner.isDue(card, today), forgot: after(false), knew: after(true) }};
        }}""",
        vector,
    )
    page.close()
    assert found == {key: vector[key] for key in ("due", "forgot", "knew")}


def test_the_back_is_hidden_until_the_card_is_turned(open_cards: Callable[..., Page]) -> None:
    page = open_cards()
    expect(deck(page).get_by_text("今天要练 3 张")).to_be_visible()
    back = BACKS[front(page)]
    expect(deck(page).get_by_text(back)).to_be_hidden()
    deck(page).get_by_role("button", name="翻面").click()
    turned = deck(page).get_by_role("group", name="我可以说")
    expect(turned).to_be_focused()
    expect(turned).to_contain_text(back)


def test_a_box_says_how_many_cards_rest_in_it_and_for_how_long(open_cards: Callable[..., Page]) -> None:
    found = deck(open_cards()).get_by_role("list", name="每格有几张卡片").get_by_role("listitem")
    expect(found).to_have_text(["3 张今天", "0 张1 天", "0 张2 天", "0 张4 天", "0 张8 天", "0 张16 天"])


def test_a_round_ends_when_every_card_was_remembered(open_cards: Callable[..., Page]) -> None:
    page = open_cards()
    forgotten = answer(page, knew=False)
    others = {answer(page, knew=True), answer(page, knew=True)}
    assert forgotten not in others
    assert front(page) == forgotten, "what was forgotten comes again on the same day"
    answer(page, knew=True)
    expect(deck(page).get_by_text("今天的都练完了")).to_be_visible()
    expect(deck(page).get_by_text("，3 张。")).to_be_visible()
    assert boxes(page) == ["0", "3", "0", "0", "0", "0"]
    page.reload()
    expect(deck(page).get_by_text("今天的都练完了")).to_be_visible()


def test_cards_come_again_when_their_day_has_come(open_cards: Callable[..., Page]) -> None:
    for day, state in [
        (0, ["0", "3"]),
        (1, ["0", "0", "3"]),
        (3, ["0", "0", "0", "3"]),
        (7, ["0", "0", "0", "0", "3"]),
    ]:
        page = open_cards(day)
        for _ in range(3):
            answer(page, knew=True)
        expect(deck(page).get_by_text("今天的都练完了")).to_be_visible()
        assert boxes(page)[: len(state)] == state
        kept(page)
        page.close()
    page = open_cards(14)
    expect(deck(page).get_by_text("今天的都练完了")).to_be_visible()
    page.close()
    expect(deck(open_cards(15)).get_by_text("今天要练 3 张")).to_be_visible()


def test_practice_before_the_day_moves_no_card_up(open_cards: Callable[..., Page]) -> None:
    page = open_cards()
    for _ in range(3):
        answer(page, knew=True)
    before = kept(page)
    deck(page).get_by_role("button", name="现在再练一遍").click()
    expect(deck(page).get_by_text("再练一遍，还有 3 张")).to_be_visible()
    for _ in range(3):
        answer(page, knew=True)
    expect(deck(page).get_by_text("今天的都练完了")).to_be_visible()
    assert kept(page) == before


def test_a_clock_that_ran_ahead_costs_nothing(open_cards: Callable[..., Page]) -> None:
    page = open_cards(9000)
    for _ in range(3):
        answer(page, knew=True)
    kept(page)
    page.close()
    page = open_cards(0)
    expect(deck(page).get_by_text("今天要练 3 张")).to_be_visible()
    assert boxes(page) == ["0", "3", "0", "0", "0", "0"], "the boxes are as they were"


def test_a_round_goes_by_keyboard(open_cards: Callable[..., Page]) -> None:
    page = open_cards()
    deck(page).get_by_role("button", name="翻面").focus()
    for key in ("Space", "2", "Space", "1", "Space", "2", "Space", "2"):
        page.keyboard.press(key)
    expect(deck(page).get_by_text("今天的都练完了")).to_be_visible()
    expect(deck(page).get_by_role("button", name="现在再练一遍")).to_be_focused()


def test_two_tabs_practise_one_pile(open_cards: Callable[..., Page]) -> None:
    one, other = open_cards(), open_cards()
    answer(one, knew=True)
    expect(deck(other).get_by_text("今天要练 2 张")).to_be_visible()
    answer(other, knew=True)
    answer(other, knew=True)
    expect(deck(one).get_by_text("今天的都练完了")).to_be_visible()


def test_a_damaged_record_makes_a_card_new_and_harms_no_other(open_cards: Callable[..., Page]) -> None:
    page = open_cards()
    answer(page, knew=True)
    answer(page, knew=True)
    kept(page)
    damaged = page.evaluate("""() => {
      const key = Object.keys(localStorage).find((key) => key.startsWith("cw:practice:field:cards/first/"));
      const id = key.slice("cw:practice:".length);
      document.dispatchEvent(new CustomEvent("course:field", { detail: { id, value: { box: 99, due: "x" } } }));
      return id;
    }""")
    assert damaged
    page.reload()
    expect(deck(page).get_by_text("今天要练 2 张")).to_be_visible()


def test_all_phrases_can_be_read_at_once(open_cards: Callable[..., Page]) -> None:
    page = open_cards()
    button = deck(page).get_by_role("button", name="全部话术")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(deck(page).get_by_role("table")).to_be_hidden()
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(deck(page).get_by_role("row")).to_have_count(4)


def test_the_results_say_what_is_due_and_hold_the_boxes(open_cards: Callable[..., Page]) -> None:
    page = open_cards()
    answer(page, knew=True)
    kept(page)
    page.goto(page.url.partition("#")[0] + "#results/")
    expect(page.get_by_role("listitem").filter(has_text="接住情绪的第一句 今天要练 2 张")).to_be_visible()
    page.get_by_role("button", name="下载学习结果").click()
    (field,) = last_file(page)["fields"]
    assert field["value"]["box"] == 1
