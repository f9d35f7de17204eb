"""The printed key is right: who writes on the paper what it says earns full points by the course's own rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any

import pytest
from exam_pages import Marks, Question, keys, marks, papers, press, questions, read_course, words

from ssg.catalog import collect
from ssg.model import Json
from ssg.paper.booklets import booklets
from ssg.questions.answer import answer_of

COURSES = [
    "content/emotional-intelligence",
    "content/guide",
    "ssg/starter/en",
    "ssg/starter/zh-Hans",
    "tests/paper/courses/exam",
    "tests/browser/courses/types",
    "tests/browser/courses/right-to-left",
]
KINDS = collect("ssg.questions")


def ids(rows: Sequence[Any]) -> dict[str, str]:
    """Things that have words on paper, by those."""
    return {words(row.html): row.id for row in rows}


def letters(item: Any, question: Question, said: Marks) -> Json:
    known = ids(item.options)
    return [known[question.lists[0][mark]] for _, found, _ in said for mark in found]


def any_letter(item: Any, question: Question, said: Marks) -> Json:
    """The first of the options that the key offers."""
    ((label, found, text),) = said
    return letters(item, question, [(label, found[:1], text)])


def choice(item: Any, question: Question, said: Marks) -> Json:
    return (letters if item.multiple else any_letter)(item, question, said)


def truefalse(item: Any, question: Question, said: Marks) -> Json:
    return {"对": True, "错": False, "True": True, "False": False, "صح": True, "خطأ": False}[said[0][2]]


def first_words(text: str) -> str:
    return re.split(" 或 | or | أو ", text)[0]


def number(item: Any, question: Question, said: Marks) -> Json:
    found = re.match(r"-?[\d.]+", said[0][2])
    return found[0] if found else None


def order(item: Any, question: Question, said: Marks) -> Json:
    known = ids(item.steps)
    return [known[question.lists[0][mark]] for mark in said[0][1]]


def match(item: Any, question: Question, said: Marks) -> Json:
    lefts, rights = ids(item.lefts), ids(item.rights)
    return {
        lefts[row]: rights[question.lists[0][found[0]]] for row, (_, found, _) in zip(question.rows, said, strict=True)
    }


def sort(item: Any, question: Question, said: Marks) -> Json:
    members, groups = ids([member for member, _ in item.members]), ids(item.groups)
    return {
        members[row]: groups[question.columns[found[0]]] for row, (_, found, _) in zip(question.rows, said, strict=True)
    }


def rating(item: Any, question: Question, said: Marks) -> Json:
    options = ids(item.options)
    return {options[row]: found[0] for row, (_, found, _) in zip(question.rows, said, strict=True)}


def pick(item: Any, question: Question, said: Marks) -> Json:
    lists = iter(question.lists[1:] if item.bank else question.lists)
    own = [next(lists) if gap.own else question.lists[0] for gap in item.gaps]
    known = {word.text: word.id for gap in item.gaps for word in gap.words}
    return [known[each[found[0]]] for each, (_, found, _) in zip(own, said, strict=True)]


def spot(item: Any, question: Question, said: Marks) -> Json:
    numbers = {mark: each.id for mark, each in zip(question.spots, item.candidates, strict=True)}
    assert list(question.spots.values()) == [each.text for each in item.candidates]
    return [numbers[mark] for mark in said[0][1]]


def judgement(item: Any, question: Question, said: Marks) -> Json:
    known = ids(item.options)
    return {
        side: known[question.lists[0][found[0]]] for side, (_, found, _) in zip(("best", "worst"), said, strict=True)
    }


RESPONSES: Mapping[str, Callable[[Any, Question, Marks], Json]] = {
    "choice": choice,
    "emotion": any_letter,
    "gaps": lambda item, question, said: [first_words(text) for _, _, text in said],
    "judgement": judgement,
    "match": match,
    "numeric": number,
    "open": lambda item, question, said: "written",
    "order": order,
    "pick": pick,
    "rating": rating,
    "short": lambda item, question, said: first_words(said[0][2]),
    "sort": sort,
    "spot": spot,
    "truefalse": truefalse,
}


def best(item: Any) -> Any:
    """The share that the best answer earns: all, except on a scale, where the panel's mean may lie between points."""
    if item.kind != "rating":
        return 1
    width = item.scale[-1].value - item.scale[0].value
    rows = [min(abs(100 * point.value - mean) for point in item.scale) for mean in item.means]
    return 1 - Fraction(sum(rows), 100 * width * len(rows))


def test_there_is_a_way_to_answer_every_type() -> None:
    assert set(RESPONSES) == set(KINDS)


@pytest.mark.parametrize("folder", COURSES)
def test_the_printed_key_earns_full_points_on_the_printed_paper_of_its_version(folder: str) -> None:
    printed = press(read_course(folder))
    sets = booklets(printed, "pack_test")
    assert sets or folder == "content/guide"
    seen = set()
    for booklet, paper, solved in zip(sets, papers(printed), keys(printed), strict=True):
        tests = zip(booklet.papers, questions(paper), marks(solved), strict=True)
        for one, asked, said in (
            (a, q, m) for test, qs, ms in tests for a, q, m in zip(test.questions, qs, ms, strict=True)
        ):
            item: Any = one.item
            response = RESPONSES[item.kind](item, asked, said)
            assert KINDS[item.kind].score(item.key(), response).earned == best(item), (booklet.letter, item.id, said)
            seen.add(item.kind)
    if folder == "tests/paper/courses/exam":
        assert seen == set(KINDS)


def test_each_of_several_ways_to_be_right_is_right() -> None:
    """Where the key says “or”, every accepted answer that it does not mark with a share earns everything."""
    printed = press(read_course("tests/paper/courses/exam"), 1)
    for paper in booklets(printed, "pack_key")[0].papers:
        for one in paper.questions:
            item: Any = one.item
            for expected in answer_of(item, printed.t).expected:
                if expected.join == "or" and item.kind in ("choice", "emotion"):
                    for id in expected.ids:
                        assert KINDS[item.kind].score(item.key(), [id]).earned == 1
                if item.kind == "short":
                    for text in expected.words:
                        assert KINDS["short"].score(item.key(), text).earned == 1


def test_the_key_says_how_each_item_is_scored_why_and_what_passes() -> None:
    (sheet,) = keys(press(read_course("tests/paper/courses/exam"), 1))
    assert sheet.name == "answer-key"
    assert sheet.audience == "trainer"
    text = words(sheet.html)
    for expected in (
        "及格：19.5 分起（75%，满分 26 分）",
        "每选对一项得 1.5 分；选了错的，本题不得分。",
        "每选对一项加 1 分，每选错一项减 1 分，最低 0 分。",
        "与答案完全相同才得分。",
        "按所选那一项的得分计。",
        "得 50%",
        "24 ± 2 小时 (22 到 26 都对)",
        "感受 (50%)",
        "共 6 对",
        "小组均值 4.6",
        "小组中 31% 选它，得 0.5 分",
        "热线组三位班长",
        "说出了对方的感受",
        "您听了很多次对不起",
        "语气放慢又让步，很少是满意。",
        "失望的人不再争。",
    ):
        assert expected in text, expected
