"""How items are written and what they pay for guessing; dubious claims and personal data in a course."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from command import Files

from ssg.guessing import guess
from ssg.model import Course
from ssg.problems import Problem
from ssg.steps import Work, assemble, check, discover, parse
from ssg.terminal import ProgressLine

SETTINGS = "title: 例子\n"
CLAIMS = [
    line.split(" ", 1) for line in (Path(__file__).parent / "claims.txt").read_text(encoding="utf-8").splitlines()[2:]
]


def read(files: Files, chapter: str, settings: str = SETTINGS) -> tuple[Course, list[Problem]]:
    """A course of one chapter, and all that is said of it."""
    start = files({"content/a/course.yaml": settings, "content/a/01-a.md": chapter})
    work = Work(start=start, progress=ProgressLine(sys.stdout))
    sources = discover([], work)
    courses = assemble(sources, parse(sources, work), work)
    check(courses, work)
    return courses[0], work.problems


def found(problems: list[Problem], prefix: str = "IT") -> list[tuple[str, int]]:
    return sorted((each.code, each.span.line) for each in problems if each.code.startswith(prefix))


@pytest.mark.parametrize(("claim", "text"), CLAIMS)
def test_a_claim_is_known_by_its_words_unless_the_text_speaks_about_it(files: Files, claim: str, text: str) -> None:
    _, problems = read(files, f"# 听\n\n{text}\n")
    assert [each.values["claim"] for each in problems if each.code == "IT502"] == ([] if claim == "-" else [claim])


def test_a_myth_may_be_a_wrong_option_or_a_false_statement(files: Files) -> None:
    myth = "非语言占了沟通的 55%"
    item = f"### 哪句站得住？\n\n- [ ] {myth}\n- [x] 语气能改变一句话的意思\n- 解析：前一句找不到出处。\n"
    statement = f"### {myth}。\n\n- 答案：错\n- 解析：那项实验说的是好恶。\n"
    assert found(read(files, f"# 听\n\n## 测验：听\n\n{item}\n{statement}")[1]) == []
    right = item.replace("[x]", "[y]").replace("[ ]", "[x]").replace("[y]", "[ ]")
    assert found(read(files, f"# 听\n\n## 测验：听\n\n{right}\n{statement.replace('：错', '：对')}")[1]) == [
        ("IT502", 7),
        ("IT502", 11),
    ]


@pytest.mark.parametrize("number", ["13912345067", "（010）62345671", "０２１—６２３４５６７１"])
def test_numbers_of_people_are_found_however_they_are_typed(files: Files, number: str) -> None:
    assert found(read(files, f"# 听\n\n请打 {number}。\n")[1]) == [("IT501", 3)]


def test_a_course_adds_claims_of_its_own(files: Files) -> None:
    settings = "title: 例子\nclaims:\n  客户永远是对的: 写成「客户的感受永远是真的」\n"
    _, problems = read(files, "# 听\n\n记住，客户永远是对的。\n", settings)
    (problem,) = [each for each in problems if each.code == "IT502"]
    assert (problem.span.line, problem.span.column) == (3, 4)
    assert problem.values["instead"] == "写成「客户的感受永远是真的」"


def test_personal_data_is_found_in_prose_and_in_quizzes_and_once_in_a_scene(files: Files) -> None:
    item = "### 回拨 13912345670 之前做什么？\n\n- [x] 先看记录\n- [ ] 直接拨\n- 解析：要先知道说过什么。\n"
    _, problems = read(files, f"# 听\n\n打 13912345670 找她。\n\n## 测验：听\n\n{item}")
    assert found(problems) == [("IT501", 3), ("IT501", 7)]
    scene = "- 人物：王女士\n\n### 接通\n\n> 王女士：打我 13912345670。\n\n→ 结局：完\n\n### 结局：完\n\n完。\n"
    _, problems = read(files, f"# 听\n\n## 角色扮演：来电\n\n{scene}")
    assert [each.code for each in problems if each.code in ("IT501", "RP308")] == ["RP308"]


ITEM = """# 听

## 测验：听

### 哪些是复述？

- [{0}] 一
- [{1}] 二
- [{2}] 三
- [{3}] 四
- [{4}] 五
{5}- 解析：说出来的话才算。
"""


@pytest.mark.parametrize(
    ("rule", "random", "everything"),
    [("- 计分：全对\n", 0.03, 0), ("", 0.125, 0), ("- 计分：加减分\n", 0.19, 0)],
)
def test_guessing_at_five_options_of_which_three_are_right_pays_what_the_rules_of_scoring_say(
    files: Files, rule: str, random: float, everything: float
) -> None:
    course, _ = read(files, ITEM.format("x", "x", "x", " ", " ", rule))
    (item,) = next(course.blocks()).items()
    paid = guess(item)
    assert paid is not None
    assert (pytest.approx(float(paid.random), abs=0.005), paid.everything) == (random, everything)


def test_guessing_the_order_of_five_steps_pays_a_sixth(files: Files) -> None:
    steps = "\n".join(f"{n}. 第{n}步" for n in range(1, 6))
    course, _ = read(files, f"# 听\n\n## 测验：听\n\n### 排好\n\n- 题型：排序\n- 解析：先听。\n\n{steps}\n")
    (item,) = next(course.blocks()).items()
    paid = guess(item)
    assert paid is not None and round(float(paid.random), 2) == 0.16


def test_a_question_whether_or_not_is_no_negative_stem(files: Files) -> None:
    options = "- [x] 今天能办到哪一步\n- [ ] 规定写得很清楚\n- 解析：先说能做的。\n"
    head = "# 听\n\n## 测验：听\n\n"
    assert found(read(files, f"{head}### 客户问能不能周日补卡，先说什么？\n\n{options}")[1]) == []
    assert found(read(files, f"{head}### 哪一句不属于复述？\n\n{options}")[1]) == [("IT202", 5)]
    assert found(read(files, f"{head}### 哪一句**不属于**复述？\n\n{options}")[1]) == []
