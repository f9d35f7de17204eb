"""No violation of accessibility rules in any state of questions, quizzes and worksheets."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from trainee import PARTLY, WHOLLY, WRONGLY, check, choose, fill, item

pytestmark = pytest.mark.browser

LOOKS = [("light", 1280), ("dark", 390), ("light", 320)]


def violations(page: Page) -> list[tuple[str, Any]]:
    # Preloading would fetch the style sheet, which the page's policy forbids.
    options = {"resultTypes": ["violations"], "preload": False}
    found = Axe().run(page, context=".block", options=options).response["violations"]
    return [(rule["id"], [node["html"][:160] for node in rule["nodes"]]) for rule in found]


@pytest.fixture(params=LOOKS, ids=lambda look: f"{look[0]}-{look[1]}")
def look(request: pytest.FixtureRequest, page: Page) -> Page:
    scheme, width = request.param
    page.emulate_media(reduced_motion="reduce")
    page.add_init_script(f"""document.addEventListener("DOMContentLoaded", () => {{
      document.documentElement.dataset.theme = "{scheme}";
    }});""")
    page.set_viewport_size({"width": width, "height": 800})
    return page


def has_no_sideways_scroll(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def test_questions_in_every_state(look: Page, site: Path) -> None:
    look.goto(f"{(site / 'kinds' / 'index.html').as_uri()}#quiz/")
    assert violations(look) == [], "as first shown"
    for kind in WHOLLY:
        check(item(look, kind))
    assert violations(look) == [], "with something missing"
    for kind in WHOLLY:
        (PARTLY[kind][0] if kind in PARTLY else WRONGLY[kind])(item(look, kind))
    assert violations(look) == [], "chosen"
    for kind in WHOLLY:
        check(item(look, kind))
    assert violations(look) == [], "checked, partly right or wrong"
    assert has_no_sideways_scroll(look)
    for button in look.get_by_role("button", name="看答案").all()[::-1]:
        button.click()
    assert violations(look) == [], "finished"
    look.get_by_role("button", name="全部重做").click()
    assert violations(look) == [], "asked whether to do it again"
    look.get_by_role("button", name="重做", exact=True).click()
    for kind in WHOLLY:
        WHOLLY[kind](item(look, kind))
        check(item(look, kind))
    assert violations(look) == [], "right"


def test_an_exam_in_every_state(look: Page, site: Path) -> None:
    look.goto(f"{(site / 'kinds' / 'index.html').as_uri()}#end/")
    choose("情绪")(item(look, "first"))
    look.get_by_role("button", name="交卷", exact=True).click()
    assert violations(look) == [], "something is open"
    fill("8")(item(look, "sum"))
    look.get_by_role("button", name="交卷", exact=True).click()
    look.get_by_role("button", name="仍然交卷").click()
    assert violations(look) == [], "handed in"


def test_worksheets(look: Page, site: Path) -> None:
    look.goto(f"{(site / 'kinds' / 'index.html').as_uri()}#sheets/")
    assert violations(look) == []
    look.get_by_role("button", name="加一行").click()
    look.get_by_role("textbox", name="第 3 行，强度（1–10）").fill("12")
    assert violations(look) == [], "with a number out of range"
    look.get_by_role("button", name="删除第 3 行").click()
    assert violations(look) == [], "with a row removed"
    assert has_no_sideways_scroll(look)


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
