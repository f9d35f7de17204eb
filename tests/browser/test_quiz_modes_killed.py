"""An exam in a browser that is killed goes on where it was: the same attempt, its answers, and the time it had left."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from learner import WATCH, await_saved
from playwright.sync_api import Playwright, expect
from sitting import RUN, block, drawn, start
from test_killed import doomed_chromium
from trainee import fill, item

pytestmark = pytest.mark.browser


def test_an_exam_goes_on_after_its_browser_was_killed(playwright: Playwright, site: Path, tmp_path: Path) -> None:
    course = (site / "modes" / "index.html").as_uri()
    with doomed_chromium(playwright, tmp_path / "profile") as page:
        page.add_init_script(WATCH)
        page.goto(f"{course}#bank/")
        await_saved(page, "attempt:bank/drawn")
        met = drawn(page)
        page.goto(f"{course}#exam/")
        start(page, "30 分钟")
        fill("7")(item(page, "sum"))
        await_saved(page, "draft:exam/final/sum")
        page.wait_for_timeout(7000)  # the clock is kept every five seconds
        await_saved(page, RUN)
    with doomed_chromium(playwright, tmp_path / "profile") as page:
        page.goto(f"{course}#exam/")
        expect(item(page, "sum").get_by_role("textbox")).to_have_value("7")
        expect(block(page, "final").get_by_role("timer")).to_have_text(re.compile(r"还剩 29:5[0-6]"))
        page.goto(f"{course}#bank/")
        page.wait_for_timeout(500)
        assert drawn(page) == met
