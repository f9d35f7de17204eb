"""Pre-tests, post-tests, exams, banks and weights as trainers write them: the cases stand in modes.txt."""

from __future__ import annotations

import re
import sys
from fractions import Fraction
from pathlib import Path

import pytest

from ssg.blocks.quiz import Quiz
from ssg.model import Course
from ssg.questions.choice import Choice
from ssg.render import render
from ssg.steps import Work, assemble, check, discover, parse
from ssg.terminal import ProgressLine

_CASE = re.compile(r"^==== (?P<title>.+)\n(?P<text>(?:.*\n)*?)----\n(?P<expected>(?:.+\n)+)", re.M)
CASES = {
    found["title"]: (found["text"], found["expected"])
    for found in _CASE.finditer((Path(__file__).parent / "modes.txt").read_text(encoding="utf-8"))
}


def read(text: str, folder: Path) -> tuple[Course, list[str]]:
    """The course of these chapters, and what is wrong with it apart from missing titles."""
    (folder / "one").mkdir()
    (folder / "one" / "course.yaml").write_text("title: 一\nlanguage: zh-Hans\n", encoding="utf-8")
    for name, chapter in zip(["01-a.md", "02-b.md"], text.split("-- 02-b.md --\n"), strict=False):
        (folder / "one" / name).write_text(chapter, encoding="utf-8")
    work = Work(start=folder, progress=ProgressLine(sys.stdout))
    sources = discover(["one"], work)
    (course,) = assemble(sources, parse(sources, work), work)
    check([course], work)
    places = [
        f"{problem.code} {problem.span.path.rpartition('/')[2]}:{problem.span.line}"
        for problem in work.problems
        if problem.code.startswith(("QM", "QZ", "ST", "OB"))
    ]
    return course, sorted(
        places, key=lambda place: [int(part) if part.isdigit() else part for part in place.split(":")]
    )


def told(quiz: Quiz) -> str:
    """A quiz in one line."""
    parts = [quiz.word, f"feedback={quiz.feedback}", f"attempts={quiz.attempts}"]
    parts.append("items=" + ",".join(item.id for item in quiz.items()))
    parts += [f"{name}={value}" for name in ("seconds", "draw", "hint_cost") if (value := getattr(quiz, name))]
    parts += ["mixed"] if quiz.shuffle_items else []
    parts += ["confidence"] if quiz.confidence else []
    parts += [f"pretest={quiz.pretest.chapter}/{quiz.pretest.id}"] if quiz.pretest else []
    return " ".join(parts)


@pytest.mark.parametrize("title", CASES)
def test_a_quiz_is_read_or_reported(title: str, tmp_path: Path) -> None:
    text, expected = CASES[title]
    course, problems = read(text, tmp_path)
    if re.match("[A-Z]{2}[0-9]{3} ", expected):
        assert problems == expected.splitlines()
        return
    assert problems == []
    assert [told(block) for block in course.blocks() if isinstance(block, Quiz)] == expected.splitlines()


def test_items_that_are_asked_twice_have_ids_of_their_own_in_the_page(tmp_path: Path) -> None:
    course, _ = read(CASES["a post-test takes the items of the pre-test before it"][0], tmp_path)
    page = next(text for path, text in render([course]).files.items() if path.parent.name and path.name == "index.html")
    ids = re.findall(r'\sid="([^"]+)"', page.decode())
    assert len(ids) == len(set(ids))
    assert {"a/慢下来就是放弃了", "a/后测一.慢下来就是放弃了"} <= set(ids)


def test_an_item_of_a_post_test_is_the_item_of_the_pre_test(tmp_path: Path) -> None:
    course, _ = read(CASES["a post-test takes the items of the pre-test before it"][0], tmp_path)
    before, after = (block.items()[0] for block in course.blocks())
    assert before.fingerprint() == after.fingerprint()
    assert before.key() == after.key()


def test_credits_ship_as_whole_numbers_of_one_share(tmp_path: Path) -> None:
    course, _ = read(CASES["credits in an item are read beside each other"][0], tmp_path)
    item = next(iter(course.blocks())).items()[0]
    assert isinstance(item, Choice)
    assert sorted(item.credits) == [Fraction(-1, 4), Fraction(1, 3), Fraction(1)]
    key = item.key()
    assert key["of"] == 12
    assert sorted(key["weights"].values()) == [-3, 4, 12]


def test_an_item_takes_the_objectives_of_its_quiz_unless_it_has_its_own(tmp_path: Path) -> None:
    item = "### 慢下来就是放弃了{n}。\n\n- 编号：q{n}\n- 答案：错\n{own}\n"
    text = (
        "## 测验：一\n\n- 目标：A-1\n\n"
        + item.format(n=1, own="")
        + item.format(n=2, own="- 目标：A-2\n- 技能：倾听\n")
    )
    course, _ = read(text, tmp_path)
    outline = next(iter(course.blocks())).outline()["items"]
    assert [(each.get("objectives"), each.get("skills")) for each in outline] == [
        (["A-1"], None),
        (["A-2"], ["倾听"]),
    ]


TRANSLATED = {
    "course.yaml": "title: 一\nlanguage: zh-Hans\nlanguages: [en]\n",
    "course.en.yaml": "title: One\n",
    "01-a.md": "## 前测：一\n\n### 客户此刻的情绪是？\n\n- [x] 失望\n- [ ] 无奈\n    - 得分：50%\n\n"
    "## 后测：二\n\n- 题目：前测\n",
    "01-a.en.md": "## Pre-test: one\n\n### What does she feel?\n\n- [x] Let down\n- [ ] Helpless\n    - credit: 50%\n\n"
    "## Post-test: two\n\n- items of: pre-test\n",
}


def test_a_translation_compares_and_weighs_under_the_ids_of_its_original(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    for name, text in TRANSLATED.items():
        (tmp_path / "one" / name).write_text(text, encoding="utf-8")
    work = Work(start=tmp_path, progress=ProgressLine(sys.stdout))
    sources = discover(["one"], work)
    (course,) = assemble(sources, parse(sources, work), work)
    assert work.problems == []
    posts = [[*each.blocks()][1] for each in (course, *course.editions)]
    assert len(posts) == 2
    assert [post.outline()["pretest"] for post in posts] == [["a", "前测一"]] * 2
    weights = [post.items()[0].key()["weights"] for post in posts]
    assert weights[0] == weights[1]
