"""Cases, reflections, cards and exercises as trainers write them: what is read of them stands in practice.txt."""

from __future__ import annotations

import base64
import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from command import Files, Run

from ssg.blocks.cards import Cards
from ssg.blocks.case import Case
from ssg.blocks.exercise import Exercise
from ssg.blocks.kind import kind_of
from ssg.blocks.reflection import Passage, Prompt, Reflection
from ssg.model import Block
from ssg.parse.chapter import parse_chapter
from ssg.parse.page import Page
from ssg.parse.sections import Section
from ssg.problems import Problem

_CASE = re.compile(r"^==== (?P<title>.+)\n(?P<block>(?:.*\n)*?)----\n(?P<expected>(?:.+\n)+)", re.M)
CASES = [
    pytest.param(*found.group("block", "expected"), id=found["title"])
    for found in _CASE.finditer((Path(__file__).parent / "practice.txt").read_text(encoding="utf-8"))
]


def read(text: str) -> tuple[Block, list[Problem]]:
    """The block of a chapter that holds only this, and what was reported."""
    page = Page(
        path="01-a.md",
        file="01-a.md",
        chapter="a",
        language="zh",
        tongue="zh-Hans",
        lines=text.split("\n"),
        chapters={},
    )
    parsed = parse_chapter(page)
    (section,) = parsed.parts
    assert isinstance(section, Section)
    block = kind_of(section.kind).parse(section, parsed.context)
    assert block is not None
    return block, page.problems


def told(block: Block) -> dict[str, Any]:
    """What the spec file says of a block."""
    match block:
        case Case():
            return {
                "least": block.least,
                "situation": block.situation.replace("\n", ""),
                "questions": [question.id for question in block.questions],
                "references": [question.reference.replace("\n", "") for question in block.questions],
                "criteria": [[each.html for each in question.criteria] for question in block.questions],
            }
        case Reflection():
            return {
                "handed_in": block.handed_in,
                "prompts": [part.text for part in block.parts if isinstance(part, Prompt)],
                "passages": [part.html.strip() for part in block.parts if isinstance(part, Passage)],
            }
        case Cards():
            return {
                "sides": [list(deck.sides) for deck in block.decks],
                "cards": [[card.front, card.back] for deck in block.decks for card in deck.cards],
            }
        case Exercise():
            return {
                "minutes": block.minutes,
                "facts": [list(fact) for fact in block.facts],
                "steps": [[step.html, step.minutes] for step in block.steps],
                "debrief": [question.text for question in block.debrief],
            }
    raise AssertionError(block.kind)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_block_of_practice_is_read_or_reported(text: str, expected: str) -> None:
    block, problems = read(text)
    lines = expected.splitlines()
    if re.match("[A-Z]{2}[0-9]{3} ", lines[0]):
        assert [f"{problem.code} {problem.span.line}" for problem in problems] == lines
        return
    assert problems == []
    for name, _, value in (line.partition(": ") for line in lines):
        assert told(block)[name] == json.loads(value), name


CARDS = "## 话术卡：第一句\n\n| 客户说 | 我可以说 |\n|---|---|\n| 随便。 | 您不抱希望了。 |\n| 投诉！ | 您说。 |\n"


def test_a_card_keeps_its_id_when_cards_are_moved_and_backs_reworded() -> None:
    before = read(CARDS)[0].outline()["cards"]
    moved = CARDS.replace("| 随便。 | 您不抱希望了。 |\n", "") + "| 随便。 | 听起来您失望了。 |\n"
    after = read(moved)[0].outline()["cards"]
    assert isinstance(before, list) and isinstance(after, list)
    assert after == before[::-1]


def test_equal_steps_and_prompts_have_ids_of_their_own() -> None:
    steps = read("## 练习：听\n\n- 复盘：好吗？\n\n1. 交换。\n2. 交换。\n")[0]
    prompts = read("## 反思：听\n\n* 好吗？\n* 好吗？\n")[0]
    assert isinstance(steps, Exercise) and isinstance(prompts, Reflection)
    assert (
        len({step.id for step in steps.steps})
        == len({part.id for part in prompts.parts if isinstance(part, Prompt)})
        == 2
    )


COURSE = Path(__file__).parents[1] / "browser" / "courses" / "practice"


@pytest.fixture
def page(coursewright: Run, tmp_path: Path) -> str:
    """The page of the course that the browser tests use."""
    built: subprocess.CompletedProcess[str] = coursewright("build", "-o", str(tmp_path / "site"), str(COURSE))
    assert built.returncode == 0, built.stdout + built.stderr
    return (tmp_path / "site" / "practice" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("words", ["没有人当真", "先接住，再办事", "我写出了她的原话", "“到底”两个字"])
def test_an_analysis_and_its_criteria_are_not_in_plain_sight(words: str, page: str) -> None:
    assert words not in page


@pytest.mark.parametrize("words", ["再两人交换看", "抢话的组先暂停"])
def test_what_is_for_the_trainer_is_nowhere_in_the_page(words: str, page: str) -> None:
    packed = [base64.b64decode(key).decode() for key in re.findall(r'class="key">"([^"]*)"', page)]
    assert packed and all(words not in text for text in [page, *packed])


def test_a_wrong_sum_of_minutes_is_told_with_both_figures(coursewright: Run, files: Files) -> None:
    chapter = "## 练习：听\n\n- 时间：20 分钟\n- 复盘：好吗？\n\n1. 说。（5 分钟）\n2. 听。（10 分钟）\n"
    files({"content/a/course.yaml": "title: 听\n", "content/a/01.md": f"# 听\n\n{chapter}"})
    checked = coursewright("check", "content/a", LANG="zh_CN.UTF-8")
    assert "15 分钟" in checked.stdout + checked.stderr
    assert "20 分钟" in checked.stdout + checked.stderr
