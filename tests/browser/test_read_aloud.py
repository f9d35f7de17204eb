"""What assistive technology finds in every kind and question, state by state: as the files in ``snapshots`` tell it.

With ``COURSEWRIGHT_SNAPSHOTS=write`` the files are written anew; read them through before they are committed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from everything import opened, samples, try_all, turn_to
from playwright.sync_api import Browser, Locator, Page, expect
from trainee import item

pytestmark = pytest.mark.browser

SNAPSHOTS = Path(__file__).parent / "snapshots"
WRITES = os.environ.get("COURSEWRIGHT_SNAPSHOTS") == "write"
EXACTLY = "- /children: deep-equal\n"
"""Without it a snapshot matches a page that has more than it tells."""

NO_CHANCE = """
crypto.getRandomValues = (numbers) => numbers.fill(1);
Math.random = () => 0.5;
"""
"""Every learner gets another order; this one always the same."""

Step = Callable[[Locator], None]


def press(name: str) -> Step:
    return lambda block: block.get_by_role("button", name=name).first.click()


def attempt(block: Locator) -> None:
    try_all(block.page)


def reply(block: Locator) -> None:
    block.locator(".reply").first.click()


def play_on(block: Locator) -> None:
    while block.locator(".ending-page").count() == 0:
        block.locator(":is(.reply, .go-on)").first.click()


KINDS: dict[str, tuple[str, str, dict[str, Step]]] = {
    "cards": ("practice/", "cw-cards", {"turned": press("翻面"), "answered": press("想起来了")}),
    "case": ("practice/", "cw-case", {"too little written": press("看参考分析"), "written": attempt}),
    "exercise": ("practice/", "[data-kind=exercise]", {"done": attempt}),
    "journal": ("practice/", "cw-reflection >> nth=0", {"nothing written": press("记下这一篇")}),
    "reflection": ("practice/", "cw-reflection >> nth=1", {"nothing written": press("记下这一篇")}),
    "observation": ("practice/", "cw-observation", {"incomplete": press("把这份存成文件")}),
    "selfcheck": ("practice/", "cw-selfcheck", {"with its result": attempt}),
    "survey": ("practice/", "cw-survey", {"filled in": attempt}),
    "worksheet": ("practice/", "cw-worksheet", {"with a row more": press("加一行")}),
    "pretest": ("talk/", ".quiz >> nth=0", {"asked": press("交卷")}),
    "exam": (
        "talk/",
        ".quiz >> nth=1",
        {"running": press("开始"), "asked": press("交卷"), "handed in": press("仍然交卷")},
    ),
    "roleplay": ("talk/", "cw-roleplay", {"begun": press("开始对话"), "a turn": reply, "ended": play_on}),
}


@pytest.fixture
def course(browser: Browser, everything: str) -> Iterator[Page]:
    with opened(browser, everything, NO_CHANCE) as page:
        yield page


def states(name: str) -> dict[str, str]:
    """The states of a snapshot file: what a line ``# state`` says → the snapshot below it."""
    text = (SNAPSHOTS / f"{name}.yml").read_text(encoding="utf-8")
    return dict(re.findall(r"^# (.+)\n((?:(?!# ).*\n)*)", text, re.MULTILINE))


def compare(name: str, state: str, block: Locator) -> None:
    if WRITES:
        block.page.wait_for_timeout(1500)  # until what was written is kept
        note(name, state, block.aria_snapshot() + "\n")
    expect(block).to_match_aria_snapshot(EXACTLY + states(name)[state])


def note(name: str, state: str, snapshot: str) -> None:
    path = SNAPSHOTS / f"{name}.yml"
    known = states(name) if path.exists() else {}
    known[state] = snapshot
    path.write_text("".join(f"# {each}\n{text}" for each, text in known.items()), encoding="utf-8")


@pytest.mark.parametrize("name", samples("zh-Hans", "type"))
def test_a_question_reads_as_its_snapshot(course: Page, name: str) -> None:
    turn_to(course, "quiz/")
    compare(f"question-{name}", "as first shown", item(course, name))
    try_all(course)
    compare(f"question-{name}", "checked", item(course, name))


@pytest.mark.parametrize("name", KINDS)
def test_a_block_reads_as_its_snapshot(course: Page, name: str, engine: str) -> None:
    if (name, engine) == ("cards", "firefox"):
        pytest.skip("Firefox without a window has no mouse, and leaves out the line on keys; Chromium reads it")
    section, selector, steps = KINDS[name]
    turn_to(course, section)
    block = course.locator(f".chapter:visible >> {selector}")
    compare(name, "as first shown", block)
    for state, step in steps.items():
        step(block)
        compare(name, state, block)
