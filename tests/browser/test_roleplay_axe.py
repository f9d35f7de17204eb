"""No violation of accessibility rules in any state of a role-play, light and dark, wide and narrow."""

from __future__ import annotations

from pathlib import Path

import pytest
from accessible import LOOKS, sideways, violations
from player import CHAT, begin, open_scene, rate, say, write
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

PART = ".chapter:not([hidden])"

SET_APPEARANCE = """if (location.protocol === "file:")
  localStorage.setItem("cw:scene:setting:appearance", '{"n": 1, "v": "%s"}');"""
"""The learner's own setting: Firefox emulates no colour scheme for automation."""


@pytest.fixture(params=LOOKS, ids=lambda look: f"{look[0]}-{look[1]}")
def look(request: pytest.FixtureRequest, page: Page) -> Page:
    scheme, width = request.param
    page.emulate_media(reduced_motion="reduce")
    page.add_init_script(SET_APPEARANCE % scheme)
    page.set_viewport_size({"width": width, "height": 800})
    return page


def test_a_scene_in_every_state(look: Page, site: Path) -> None:
    scene = open_scene(look, (site / "scene" / "index.html").as_uri())
    assert violations(look, PART) == [], "before the start"
    scene.get_by_role("radio", name="十倍时间").check()
    begin(scene)
    assert violations(look, PART) == [], "choosing, against the clock"
    say(scene, "女士您先别激动")
    scene.locator(".coach summary").click()
    assert violations(look, PART) == [], "in the middle, coach open"
    say(scene, "我记的是")
    write(scene, "短")
    assert violations(look, PART) == [], "too short an answer"
    write(scene)
    assert violations(look, PART) == [], "judging the own answer"
    rate(scene)
    say(scene, "今天之内一定尽快")
    for summary in scene.locator(".ending-page summary").all():
        if summary.is_visible():
            summary.click()
    expect(scene.locator(".alternatives[open]").first).to_be_visible()
    assert violations(look, PART) == [], "looking back"
    assert sideways(look) <= 0


def test_a_chat_with_a_closed_choice(look: Page, site: Path) -> None:
    scene = open_scene(look, (site / "scene" / "index.html").as_uri(), CHAT)
    begin(scene)
    scene.get_by_role("button", name="继续").click()
    assert violations(look, PART) == []
    assert sideways(look) <= 0


def test_the_script_without_a_play(look: Page, site: Path) -> None:
    look.goto((site / "scene" / "index.html").as_uri() + "#call/")
    look.evaluate("document.querySelector('cw-roleplay').classList.remove('playing')")
    assert violations(look, PART) == []
    assert sideways(look) <= 0
