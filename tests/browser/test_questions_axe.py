"""No violation of accessibility rules in any state of questions, quizzes and worksheets."""

from __future__ import annotations

from pathlib import Path

import pytest
from accessible import LOOKS, sideways, violations
from playwright.sync_api import Page
from trainee import PARTLY, WHOLLY, WRONGLY, check, choose, fill, item

pytestmark = pytest.mark.browser

PART = ".block"


@pytest.fixture(params=LOOKS, ids=lambda look: f"{look[0]}-{look[1]}")
def look(request: pytest.FixtureRequest, page: Page) -> Page:
    scheme, width = request.param
    page.emulate_media(reduced_motion="reduce")
    page.add_init_script(f"""document.addEventListener("DOMContentLoaded", () => {{
      document.documentElement.dataset.theme = "{scheme}";
    }});""")
    page.set_viewport_size({"width": width, "height": 800})
    return page


def test_questions_in_every_state(look: Page, site: Path) -> None:
    look.goto(f"{(site / 'kinds' / 'index.html').as_uri()}#quiz/")
    assert violations(look, PART) == [], "as first shown"
    for kind in WHOLLY:
        check(item(look, kind))
    assert violations(look, PART) == [], "with something missing"
    for kind in WHOLLY:
        (PARTLY[kind][0] if kind in PARTLY else WRONGLY[kind])(item(look, kind))
    assert violations(look, PART) == [], "chosen"
    for kind in WHOLLY:
        check(item(look, kind))
    assert violations(look, PART) == [], "checked, partly right or wrong"
    assert sideways(look) <= 0
    for button in look.get_by_role("button", name="看答案").all()[::-1]:
        button.click()
    assert violations(look, PART) == [], "finished"
    look.get_by_role("button", name="全部重做").click()
    assert violations(look, PART) == [], "asked whether to do it again"
    look.get_by_role("button", name="重做", exact=True).click()
    for kind in WHOLLY:
        WHOLLY[kind](item(look, kind))
        check(item(look, kind))
    assert violations(look, PART) == [], "right"


def test_an_exam_in_every_state(look: Page, site: Path) -> None:
    look.goto(f"{(site / 'kinds' / 'index.html').as_uri()}#end/")
    choose("情绪")(item(look, "first"))
    look.get_by_role("button", name="交卷", exact=True).click()
    assert violations(look, PART) == [], "something is open"
    fill("8")(item(look, "sum"))
    look.get_by_role("button", name="交卷", exact=True).click()
    look.get_by_role("button", name="仍然交卷").click()
    assert violations(look, PART) == [], "handed in"


def test_worksheets(look: Page, site: Path) -> None:
    look.goto(f"{(site / 'kinds' / 'index.html').as_uri()}#sheets/")
    assert violations(look, PART) == []
    look.get_by_role("button", name="加一行").click()
    look.get_by_role("textbox", name="第 3 行，强度（1–10）").fill("12")
    assert violations(look, PART) == [], "with a number out of range"
    look.get_by_role("button", name="删除第 3 行").click()
    assert violations(look, PART) == [], "with a row removed"
    assert sideways(look) <= 0


def test_targets_are_large_enough(look: Page, site: Path) -> None:
    look.goto(f"{(site / 'kinds' / 'index.html').as_uri()}#quiz/")
    small = look.locator(".block :is(label:has(input), button, select, summary, input[type=text])").evaluate_all(
        "(all) => all.map((each) => [each.outerHTML.slice(0, 80), each.getBoundingClientRect()])"
        ".filter(([, box]) => box.width && (box.height < 24 || box.width < 24)).map(([html]) => html)"
    )
    assert small == []
    rows = look.locator(".option label:visible").evaluate_all(
        "(rows) => rows.map((row) => row.getBoundingClientRect().height)"
    )
    assert min(rows) >= 44
