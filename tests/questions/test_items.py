"""Items as trainers write them, read by the type that fits: the cases stand in items.txt."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from ssg.blocks.quiz import parse
from ssg.model import Question
from ssg.parse.chapter import parse_chapter
from ssg.parse.page import Page
from ssg.parse.sections import Section
from ssg.problems import Problem
from ssg.questions.draft import token

_CASE = re.compile(r"^==== (?P<title>.+)\n(?P<item>(?:.*\n)*?)----\n(?P<expected>(?:.+\n)+)", re.M)
CASES = [
    pytest.param(*found.group("item", "expected"), id=found["title"])
    for found in _CASE.finditer((Path(__file__).parent / "items.txt").read_text(encoding="utf-8"))
]


def read(item: str) -> tuple[list[Question], list[Problem]]:
    """The questions of a quiz with this one item, and what was reported; line 1 is the item's heading."""
    page = Page(
        path="01-a.md",
        file="01-a.md",
        chapter="a",
        language="zh",
        tongue="zh-Hans",
        lines=["## 测验：试", *item.split("\n")],
        chapters={},
    )
    parsed = parse_chapter(page)
    block = parsed.parts[0]
    assert isinstance(block, Section)
    quiz = parse(block, parsed.context)
    assert quiz is not None
    return list(quiz.items()), page.problems


def with_ids(value: str) -> Any:
    return json.loads(re.sub("‹(.+?)›", lambda words: json.dumps(token(words[1])), value))


@pytest.mark.parametrize(("item", "expected"), CASES)
def test_an_item_is_read_or_reported(item: str, expected: str) -> None:
    questions, problems = read(item)
    first, *others = expected.splitlines()
    if re.match("[A-Z]{2}[0-9]{3} ", first):
        assert sorted(f"{problem.code} {problem.span.line - 1}" for problem in problems) == sorted([first, *others])
        return
    assert problems == []
    assert [question.kind for question in questions] == [first]
    key = questions[0].key()
    for line in others:
        name, _, value = line.partition(": ")
        assert key[name] == with_ids(value), name


def test_a_warning_keeps_the_item() -> None:
    questions, problems = read("### 叫什么？\n\n- 答案：复述/重述\n")
    assert [problem.code for problem in problems] == ["QZ405"]
    assert [question.kind for question in questions] == ["short"]


def print_of(item: str) -> str:
    questions, problems = read(item)
    assert problems == []
    return questions[0].fingerprint()


ITEM = """### 先处理什么？

- [x] 情绪
    - 反馈：对。
- [ ] 事情
- 解析：先接住人。
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("什么？", "什么?"),
        ("对。", "没错。"),
        ("先接住人", "人先于事"),
        ("- 解析", "- 分值：2\n- 解析"),
        ("先处理", "先 处理"),
    ],
)
def test_an_answer_outlives_new_feedback_and_punctuation(old: str, new: str) -> None:
    assert print_of(ITEM.replace(old, new)) == print_of(ITEM)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("先处理", "后处理"),
        ("- [ ] 事情", "- [ ] 事实"),
        ("- [ ] 事情", "- [x] 事情"),
        ("- 解析", "- 题型：多选\n- 解析"),
    ],
)
def test_an_answer_does_not_outlive_new_wording_or_a_new_key(old: str, new: str) -> None:
    assert print_of(ITEM.replace(old, new)) != print_of(ITEM)


def test_moving_a_blank_changes_a_gap_item() -> None:
    assert print_of("### 先处理____，再说。\n\n- 空1：情绪") != print_of("### 先处理，再说____。\n\n- 空1：情绪")


def test_steps_and_right_sides_are_shown_in_an_order_that_tells_nothing() -> None:
    steps = ["甲", "乙", "丙", "丁"]
    items = [
        "### 排好\n\n" + "\n".join(f"{n}. {step}" for n, step in enumerate(order, 1)) for order in (steps, steps[::-1])
    ]
    shown = [[step.text for step in read(item)[0][0].shown] for item in items]
    assert shown[0] == shown[1]
    two = [read(f"### 排好\n\n1. {a}\n2. {b}")[0][0] for a, b in ("甲乙", "乙甲")]
    assert all(list(item.shown) != list(item.steps) for item in two)


def test_words_to_choose_from_keep_the_authors_order_and_are_shown_in_one_that_tells_nothing() -> None:
    orders = ["情绪、事情、面子", "面子、事情、情绪"]
    items: list[Any] = [read(f"### 先处理____\n\n- 空1：情绪\n- 选项：{words}\n")[0][0] for words in orders]
    assert ["、".join(word.text for word in item.bank) for item in items] == orders
    assert items[0].shown == items[1].shown
    assert items[0].fingerprint() == items[1].fingerprint()


@pytest.mark.parametrize(
    ("text", "codes"),
    [("您**必须**先交。", ["QZ823"]), ("您好，**必须**，先交。", []), ("您**必须**先交，*马上*交。", [])],
)
def test_a_word_that_gives_itself_away_is_pointed_out(text: str, codes: list[str]) -> None:
    questions, problems = read(f"### 标出\n\n- 题型：标词\n\n{text}\n")
    assert [problem.code for problem in problems] == codes
    assert [question.kind for question in questions] == ["spot"]
