"""The versions of a test: the same every time, unlike each other, and telling nothing of what is right."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from command import Run
from exam_pages import papers, press, questions, read_course

from ssg.model import Course
from ssg.paper.booklets import booklets
from ssg.paper.seeded import by_hash, turned
from ssg.paper.versions import Asked, letter
from ssg.questions.answer import form_of

EXAM = Path(__file__).parent / "courses" / "exam"
OPTIONS = ["听", "说", "问", "等"]


def test_an_order_is_that_of_hashes_which_anybody_can_compute() -> None:
    """``printf exam/a | sha256sum`` begins with 4f2d, that of b with 2dd1, that of c with 5351."""
    assert by_hash(["a", "b", "c"], "exam") == by_hash(["c", "a", "b"], "exam") == ["b", "a", "c"]


@pytest.mark.parametrize("versions", [2, 3, 4])
def test_no_option_has_the_same_letter_in_two_versions(versions: int) -> None:
    orders = [turned(OPTIONS, str, version, "seed") for version in range(versions)]
    assert all(len(set(column)) == versions for column in zip(*orders, strict=True))


def test_versions_beyond_the_number_of_options_begin_another_order() -> None:
    rounds = [turned(OPTIONS, str, version, "seed") for version in range(12)]
    assert len({tuple(order) for order in rounds}) > 4
    assert turned([], str, 3, "seed") == []


def test_letters_go_on_after_z() -> None:
    assert [letter(n) for n in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]


def asked(versions: int) -> list[list[Asked]]:
    sets = booklets(press(read_course("tests/paper/courses/exam"), versions), "pack_test")
    return [[one for paper in booklet.papers for one in paper.questions] for booklet in sets]


def test_all_versions_ask_the_same_in_another_order() -> None:
    orders = [[one.item.id for one in version] for version in asked(5)]
    assert len({tuple(sorted(order)) for order in orders}) == 1, "a drawn bank draws the same items"
    assert len({tuple(order) for order in orders}) == 5
    assert len(orders[0]) == 19 + 2


def test_only_one_version_has_no_letter() -> None:
    printed = read_course("tests/paper/courses/exam")
    assert [sheet.name for sheet in papers(press(printed, 1))] == ["test-paper"]
    assert [sheet.name for sheet in papers(press(printed, 2))] == ["test-paper-a", "test-paper-b"]


def test_options_that_speak_of_the_others_stay_where_the_author_put_them() -> None:
    for version in asked(4):
        (exact,) = (one for one in version if one.item.id == "exact")
        assert [each.html for each in exact.form.places[0].alternatives] == ["看工单", "听录音", "以上都对"]


def test_a_translation_has_the_letters_of_the_original() -> None:
    original = read_course("tests/browser/courses/bilingual")
    places = [_places(edition) for edition in (original, *original.editions)]
    assert places[0]
    assert all(each == places[0] for each in places)


def _places(edition: Course) -> list[object]:
    """For each question of each version which alternative, counted as the author wrote it, has which letter."""
    found: list[object] = []
    for booklet in booklets(press(edition), "pack_test"):
        for one in (one for paper in booklet.papers for one in paper.questions):
            own = [each.id for each in form_of(one.item, press(edition).t).places[0].alternatives]
            shown = [own.index(each.id) for each in one.form.places[0].alternatives]
            found.append((one.item.kind, shown if one.item.kind == "choice" else len(shown)))
    return found


SAME = [
    ("- [x] 失望\n", "- [ ] 失望\n", "- [ ] 焦虑\n", "- [x] 焦虑\n"),
    ("- 答案：错\n- 解析：也可能", "- 答案：对\n- 解析：也可能"),
    ("- 空1：情绪 | 心情", "- 空1：气氛 | 心境"),
    ("- 答案：复述 | 重述", "- 答案：转述"),
    ("- 答案：24 ± 2", "- 答案：48"),
    ("1. 听完并复述\n2. 承认感受\n", "1. 承认感受\n2. 听完并复述\n"),
    ("| 失望 | 随便你们吧 |\n| 愤怒 | 叫你们领导来 |", "| 失望 | 叫你们领导来 |\n| 愤怒 | 随便你们吧 |"),
    ("| 装了三次还在漏水 | 我受够了 |", "| 我受够了 | 装了三次还在漏水 |"),
    ("- 空1：理解\n", "- 空1：可怜\n"),
    ("**必须**先提供发票，这是我们的*规定*", "*必须*先提供发票，这是我们的**规定**"),
    (
        "    - 评价：最佳\n    - 反馈：说出了失望。\n",
        "",
        "我们一直很重视您。\n",
        "我们一直很重视您。\n    - 评价：最佳\n",
    ),
    ("    - 专家评分：4.6", "    - 专家评分：1"),
    ("    - 占比：62%", "    - 占比：3%"),
    ("- 参考答案：您听了很多次对不起，问题还在。", "- 参考答案：别的说法。"),
]
"""Edits that change what is right and nothing that a trainee reads: old, new, and so on."""


@pytest.mark.parametrize("edit", SAME, ids=lambda edit: re.sub(r"\W+", " ", edit[0])[:20])
def test_a_paper_is_the_same_whatever_is_right(edit: tuple[str, ...], tmp_path: Path, coursewright: Run) -> None:
    before, after = (shutil.copytree(EXAM, tmp_path / name / "exam") for name in ("before", "after"))
    chapter = after / "01-all.md"
    text = chapter.read_text(encoding="utf-8")
    for old, new in zip(edit[::2], edit[1::2], strict=True):
        assert text.count(old) == 1
        text = text.replace(old, new)
    chapter.write_text(text, encoding="utf-8")
    for course in (before, after):
        printed = coursewright(
            "print", str(course), "-o", str(course.parent / "out"), "--pack", "test", "key", "--html"
        )
        assert printed.returncode == 0, printed.stdout + printed.stderr
    for version in "abc":
        name = Path("out") / "exam" / f"test-paper-{version}.html"
        assert (before.parent / name).read_bytes() == (after.parent / name).read_bytes()
        key = Path("out") / "exam" / "trainer" / f"answer-key-{version}.html"
        assert (before.parent / key).read_bytes() != (after.parent / key).read_bytes()


def test_a_paper_is_the_same_in_every_process(tmp_path: Path, started: Run) -> None:
    for seed in "12":
        command = ("print", str(EXAM), "-o", str(tmp_path / seed), "--pack", "test", "key", "--html")
        assert started(*command, PYTHONHASHSEED=seed).returncode == 0
    first, second = (sorted((tmp_path / seed).rglob("*.html")) for seed in "12")
    assert len(first) == 6
    assert [file.read_bytes() for file in first] == [file.read_bytes() for file in second]


def test_a_paper_holds_no_key_no_hint_and_no_explanation() -> None:
    for sheet in papers(press(read_course("tests/paper/courses/exam"))):
        body = sheet.html[sheet.html.index("<body") :]
        for secret in (
            "先听语速",
            "失望的人不再争",
            "语气放慢又让步",
            "62%",
            "4.6",
            "热线组三位班长",
            "说出了对方的感受",
        ):
            assert secret not in body


def test_every_question_of_a_version_has_the_letters_that_the_next_one_moves() -> None:
    first, second, *_ = (questions(sheet)[0] for sheet in papers(press(read_course("tests/paper/courses/exam"))))
    lists = {frozenset(each.lists[0].values()): each.lists[0] for each in first if each.lists}
    moved = [each.lists[0] for each in second if each.lists and len(each.lists[0]) > 1]
    kept = [each for each in moved if each == lists[frozenset(each.values())]]
    assert [sorted(each.values()) for each in kept] == [sorted(["看工单", "听录音", "以上都对"])]
