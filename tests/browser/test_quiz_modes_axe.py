"""No violation of accessibility rules in any state of exams, pre-tests, post-tests, banks and ratings of confidence."""

from __future__ import annotations

from pathlib import Path

import pytest
from accessible import LOOKS, sideways, violations
from playwright.sync_api import Page
from sitting import MINUTE, block, start, take, within
from trainee import check, choose, fill, item

pytestmark = pytest.mark.browser

PART = ".block"


@pytest.fixture(params=LOOKS, ids=lambda look: f"{look[0]}-{look[1]}")
def look(request: pytest.FixtureRequest, page: Page, site: Path) -> Page:
    scheme, width = request.param
    page.emulate_media(reduced_motion="reduce")
    page.add_init_script(f"""document.addEventListener("DOMContentLoaded", () => {{
      document.documentElement.dataset.theme = "{scheme}";
    }});""")
    page.set_viewport_size({"width": width, "height": 800})
    page.goto((site / "modes" / "index.html").as_uri())
    return page


def turn_to(page: Page, chapter: str) -> None:
    page.evaluate("(hash) => void (location.hash = hash)", f"#{chapter}/")
    page.locator(f"[data-chapter={chapter}] .block").first.wait_for()


def clean(page: Page, state: str, part: str = PART) -> None:
    assert violations(page, part) == [], state
    assert sideways(page) <= 0, state


def test_before_and_after_the_course(look: Page) -> None:
    turn_to(look, "before")
    clean(look, "pre-test")
    take(block(look, "pre"), "失望", "对", "心情", "您是说等了三天")
    clean(look, "pre-test, handed in")
    turn_to(look, "after")
    take(block(look, "post"), "焦虑", "错", "事情", "您是说等了三天")
    clean(look, "post-test with its gain")
    look.evaluate("() => void (location.hash = '#results/')")
    clean(look, "results", ".results")


def test_an_exam(look: Page) -> None:
    look.clock.install()
    look.reload()
    turn_to(look, "exam")
    clean(look, "before the start")
    exam = start(look, "30 分钟")
    clean(look, "with a clock")
    fill("7")(item(look, "sum"))
    look.clock.run_for(30 * MINUTE - 20_000)
    clean(look, "twenty seconds before the end")
    look.clock.run_for(20_000)
    exam.get_by_role("region", name="测验小结").wait_for()
    clean(look, "time is up")
    exam.get_by_role("button", name="全部重做").click()
    exam.get_by_role("button", name="重做", exact=True).click()
    clean(look, "before the second start")


def test_confidence_and_costly_hints(look: Page) -> None:
    turn_to(look, "points")
    slow = item(look, "slow")
    slow.locator("summary").first.click()
    choose("无奈")(slow)
    check(slow)
    clean(look, "confidence is missing")
    slow.get_by_role("radio", name="很有把握").check()
    check(slow)
    clean(look, "an option worth a half")
    choose("对")(within(block(look, "sure"), "loud"))
    item(look, "loud").get_by_role("radio", name="没把握").check()
    check(item(look, "loud"))
    choose("换谁都窝火")(item(look, "catch"))
    check(item(look, "catch"))
    clean(look, "summed up")
