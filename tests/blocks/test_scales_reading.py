"""Self-checks, surveys and observation sheets as trainers write them: the cases stand in scales.txt."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from ssg.blocks.kind import kind_of
from ssg.model import Block
from ssg.parse.chapter import parse_chapter
from ssg.parse.page import Page
from ssg.parse.sections import Section
from ssg.problems import Problem

_CASE = re.compile(r"^==== (?P<title>.+)\n(?P<block>(?:.*\n)*?)----\n(?P<expected>(?:.+\n)+)", re.M)
CASES = [
    pytest.param(*found.group("block", "expected"), id=found["title"])
    for found in _CASE.finditer((Path(__file__).parent / "scales.txt").read_text(encoding="utf-8"))
]


def read(text: str) -> tuple[Block | None, list[Problem]]:
    """The block of a chapter that is nothing else, and all that it reports."""
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
    return block, [*page.problems, *(block.check() if block else ())]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_block_is_read_or_reported(text: str, expected: str) -> None:
    block, problems = read(text)
    first, *others = expected.splitlines()
    if re.match("[A-Z]{2}[0-9]{3} ", first):
        assert sorted(f"{each.code} {each.span.line}" for each in problems) == sorted([first, *others])
        return
    assert [problem for problem in problems if problem.code != "SF005"] == []
    assert block and block.kind == first
    for line in others:
        path, _, value = line.partition(": ")
        assert at(asdict(block), path) == json.loads(value), path


def at(value: Any, path: str) -> Any:
    """What stands at a path such as ``asks.0.title``, as JSON would have it."""
    for step in path.split("."):
        value = value[int(step)] if step.isdigit() else value[step]
    return json.loads(json.dumps(value))


def test_the_page_shows_neither_the_advice_nor_what_is_reversed() -> None:
    block, _ = read("## 自评：听\n\n- 刻度：1–5\n\n1. 我先听。\n2. 我打断。（反向）\n\n- 总分 <3：多练\n")
    assert block and json.loads(json.dumps(block.key())) == {
        "points": [1, 2, 3, 4, 5],
        "dimensions": [],
        "statements": {"我先听": ["", False], "我打断": ["", True]},
        "bands": [{"dimension": "", "tests": [["<", 300]], "advice": "多练"}],
    }


def test_an_answer_stays_with_its_statement_when_others_come_and_go() -> None:
    rows = ["我先听。", "我复述。", "我记下来。"]
    texts = ["\n".join(f"{n}. {row}" for n, row in enumerate(order, 1)) for order in (rows, rows[::-1], rows[1:])]
    ids = [
        {each.id for each in block.kept()}
        for text in texts
        if (block := read(f"## 问卷：听\n\n- 刻度：1–5\n\n{text}\n")[0])
    ]
    assert ids[0] == ids[1] > ids[2]
