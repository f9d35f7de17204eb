"""The best play of a scene beside the learner's own: offered after the first honest one, and never before."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from player import begin, kept, open_scene, play_well, rate, say, write
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture
def scene(page: Page, site: Path) -> Locator:
    page.emulate_media(reduced_motion="reduce")
    return open_scene(page, (site / "scene" / "index.html").as_uri())


def play_badly(scene: Locator) -> None:
    """From the start to the worst ending in two turns."""
    begin(scene)
    say(scene, "女士您先别激动")
    say(scene, "发到网上是您的权利")


def test_the_best_play_stands_beside_an_ended_one_turn_by_turn(scene: Locator) -> None:
    expect(scene.locator(".best-play")).to_have_count(0)
    play_badly(scene)
    scene.locator(".best-play summary").click()
    sums = scene.locator(".best-play .sums dd")
    expect(sums).to_have_text([re.compile("待改进.*升级投诉.*−1 / 4"), re.compile("优秀.*重新信任.*7 / 7")])
    rows = scene.locator(".best-play .pairs > li")
    expect(rows).to_have_count(3)
    expect(rows.first).to_contain_text("从这里分开")
    expect(rows.first).to_contain_text("女士您先别激动")
    expect(rows.first).to_contain_text("两天假都白请了")
    expect(rows.first).to_contain_text("一句话里有感受也有责任")
    expect(rows.nth(2)).to_contain_text("今晚八点前加急")


def test_whoever_went_the_best_way_is_told_so(scene: Locator) -> None:
    play_well(scene)
    scene.locator(".best-play summary").click()
    expect(scene.locator(".best-play")).to_contain_text("你走的就是最佳路线。")
    expect(scene.locator(".best-play .same")).to_have_count(3)


def test_plays_after_a_look_at_the_best_one_are_marked_and_the_first_stays_honest(page: Page, scene: Locator) -> None:
    play_badly(scene)
    scene.locator(".best-play summary").click()
    expect(scene.locator(".best-play .sums")).to_be_visible()
    scene.get_by_role("button", name="从头再走一次").click()
    page.reload()
    say(scene, "两天假都白请了")
    write(scene)
    rate(scene)
    say(scene, "今晚八点前加急")
    plays = kept(page)["ended"]
    assert [(play["grade"], play["seen"]) for play in plays] == [("待改进", False), ("优秀", True)]


def test_nothing_of_the_best_play_is_in_the_page_before(scene: Locator, site: Path) -> None:
    source = (site / "scene" / "index.html").read_text(encoding="utf-8")
    assert "说出具体损失，再承诺" not in source
    expect(scene.locator(".stage")).not_to_contain_text("最佳路线")
