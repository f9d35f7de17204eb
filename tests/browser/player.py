"""What a learner does in a role-play, by what is on the screen."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page, expect

CALL, CHAT = "call", "chat"
PLAY = f"play:{CALL}/角色扮演等了两天的空调"
WORDS = "两天就这么搭进去，换谁都窝火。您现在最急的是哪一件？"


def open_scene(page: Page, address: str, chapter: str = CALL) -> Locator:
    """The role-play of a chapter, on its first page."""
    page.goto(f"{address}#{chapter}/")
    scene = page.locator(f"section[data-chapter='{chapter}'] cw-roleplay")
    expect(scene.locator(".stage")).to_be_visible()
    return scene


def begin(scene: Locator) -> None:
    scene.locator(".begin").click()


def say(scene: Locator, words: str) -> None:
    """Chooses the reply that holds the words."""
    scene.locator(".choices-now").get_by_role("button", name=words).click()


def write(scene: Locator, words: str = WORDS) -> None:
    scene.get_by_role("textbox").fill(words)
    scene.get_by_role("button", name="说出口").click()


def rate(scene: Locator, lines: int = 3) -> None:
    for box in scene.get_by_role("checkbox").all()[:lines]:
        box.check()
    scene.get_by_role("button", name="继续").click()


def play_well(scene: Locator) -> None:
    """From the start to the best ending."""
    begin(scene)
    say(scene, "两天假都白请了")
    write(scene)
    rate(scene)
    say(scene, "今晚八点前加急")


def skills(scene: Locator) -> dict[str, str]:
    """The skill profile of the ending's page: skill → points."""
    rows = scene.locator(".ending-page > .profile > li").all()
    return {row.locator(".name").inner_text(): row.locator(".value").inner_text() for row in rows}


def kept(page: Page, record: str = PLAY, course: str = "scene") -> Any:
    """What localStorage holds of a record."""
    return page.evaluate("(key) => JSON.parse(localStorage.getItem(key))?.v", f"cw:{course}:{record}")
