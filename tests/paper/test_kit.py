"""The role-play kit: cards that hold what their players may know, and sheets for those who watch."""

from __future__ import annotations

import re

import pytest
from command import Files, Run
from conftest import Printed
from looking import find, places, size
from pypdf import PdfReader

pytestmark = pytest.mark.browser

LOTS, LEAD_AND_FIRST, SECOND, OBSERVER, DEBRIEF = range(5)


@pytest.fixture(scope="module")
def kit(printed: Printed) -> PdfReader:
    return printed("cut", "--pack", "kit")["trainer/kit"]


def words(kit: PdfReader, page: int) -> str:
    return re.sub(r"\s", "", kit.pages[page].extract_text())


def test_each_page_has_its_purpose(kit: PdfReader) -> None:
    assert len(kit.pages) == 5
    assert words(kit, LOTS).count("主角") == words(kit, LOTS).count("观察") == 8 * 3
    assert "你演客服小周" in words(kit, LEAD_AND_FIRST) and "你演王女士" in words(kit, LEAD_AND_FIRST)
    assert "你演孙师傅" in words(kit, SECOND)
    assert "观察人" in words(kit, OBSERVER) and "复盘" in words(kit, DEBRIEF)


def test_two_cards_share_a_sheet_and_are_cut_apart_in_its_middle(kit: PdfReader) -> None:
    page = kit.pages[LEAD_AND_FIRST]
    high = size(page)[1]
    [lead], [other] = list(find("你演客服小周", page)), list(find("你演王女士", page))
    assert 0 < lead.top < high / 2 < other.top < high
    assert other.top - lead.top == pytest.approx(high / 2, abs=0.5), "each card begins where its half begins"


def test_no_text_of_a_card_is_near_a_cut_or_an_edge(kit: PdfReader) -> None:
    for page in (kit.pages[LEAD_AND_FIRST], kit.pages[SECOND]):
        wide, high = size(page)
        for piece in places(page):
            assert 15 <= piece.left <= wide - 18, piece
            assert 10 <= piece.top % (high / 2) <= high / 2 - 8, piece


def test_the_other_part_knows_their_card_and_their_first_words(kit: PdfReader) -> None:
    text = words(kit, LEAD_AND_FIRST)
    [lead, other] = text.split("你演王女士")
    assert "独自照顾怕热的母亲" in other and "你们到底管不管？" in other and "语速很快" in other
    assert "独自照顾" not in lead and "别激动" not in lead
    assert "愤怒越低越好" in lead and "电话那头" in lead


def test_who_has_no_card_gets_one_from_their_name_and_first_words(kit: PdfReader) -> None:
    assert "我这边今天排满了，真去不了。" in words(kit, SECOND)


def test_the_observer_has_criteria_with_levels_points_to_look_for_and_room(kit: PdfReader) -> None:
    text = words(kit, OBSERVER)
    for asked in (
        "观察人",
        "你是同事组长",
        "演客服的人",
        "日期",
        "复述",
        "澄清",
        "0没看到",
        "说出事实，请她改",
        "看到、听到了什么",
    ):
        assert asked in text
    assert "接通电话第一句在说她的事，还是在说系统。" in text


def test_questions_of_endings_and_of_exercises_about_the_scene_are_for_after_it(kit: PdfReader) -> None:
    text = words(kit, DEBRIEF)
    assert "结局：重新信任" in text and "哪一句让她从吵变成了商量？" in text
    assert "换了开场，她的第二句变了吗？" in text
    assert "与演练无关的问题？" not in text and "勉强收场" not in text


@pytest.mark.parametrize("secret", ["讲师甲", "讲师乙", "教练", "信任+", "愤怒+", "愤怒-", "别激动，报一下订单号"])
def test_nobody_who_plays_reads_notes_effects_or_choices(secret: str, kit: PdfReader) -> None:
    assert all(secret not in words(kit, page) for page in range(5))


def test_lots_give_everybody_every_part_in_three_rounds(kit: PdfReader) -> None:
    lots = re.findall(r"第(\d)组([ABC])1(..)2(..)3(..)", words(kit, LOTS))
    assert len(lots) == 24
    for group in "12345678":
        orders = [lot[2:] for lot in lots if lot[0] == group]
        parts = {"主角", "对方", "观察"}
        assert all(set(order) == parts for order in orders)
        assert all(set(playing) == parts for playing in zip(*orders, strict=True))


@pytest.mark.parametrize("more", [["--paper", "Letter"], ["--ink", "saving"]])
def test_other_paper_and_less_ink_lose_nothing(more: list[str], kit: PdfReader, printed: Printed) -> None:
    other = printed("cut", "--pack", "kit", *more)["trainer/kit"]
    assert [words(other, page) for page in range(5)] == [words(kit, page) for page in range(5)]


def test_a_card_too_long_for_half_a_page_gets_pages_of_its_own(files: Files, coursewright: Run) -> None:
    story = "他等了很久，打了三次电话，每次接的人都不一样，说法也不一样。" * 40
    scene = f"""# 一

## 角色扮演：长话

{story}

- 学员：小周
- 人物：王女士

### 开口

> 王女士：喂？

1. 您好，我是小周，请讲。 → 结局：完

### 结局：完

完。
"""
    folder = files({"content/a/course.yaml": "title: 甲\nid: a\n", "content/a/01-a.md": scene})
    done = coursewright("print", "--pack", "kit")
    assert done.returncode == 0, done.stdout
    reader = PdfReader(folder / "print" / "a" / "trainer" / "kit.pdf")
    texts = [re.sub(r"\s", "", page.extract_text()) for page in reader.pages]
    assert sum("你演" in text for text in texts) == 2
    assert sum(text.count("每次接的人都不一样") for text in texts) == 80
    for page in reader.pages:
        wide, high = size(page)
        assert all(0 < piece.left < wide and 5 < piece.top < high - 5 for piece in places(page))


def scene(number: int, words: int, rows: int) -> str:
    """A scene whose counterpart has so much to read before, and so many rows on the card."""
    told = ("他等了很久，打了三次电话，每次接的人都不一样，说法也不一样。" * 30)[:words]
    card = "\n".join(f"    - 很长的名目{row}：{told[:30]}" for row in range(rows))
    return f"""## 角色扮演：场{number}

{told}

- 学员：小周
- 人物：王女士
- 角色卡：王女士
{card}

### 开口{number}

> 王女士：喂？

1. 您好，我是小周，请讲。 → 结局：完{number}

### 结局：完{number}

完。
"""


def test_cards_of_any_length_keep_clear_of_the_cut(files: Files, coursewright: Run) -> None:
    lengths = [(words, rows) for words in (60, 180, 300, 420) for rows in (1, 5, 9)]
    scenes = [scene(number, *length) for number, length in enumerate(lengths)]
    folder = files({"content/a/course.yaml": "title: 甲\nid: a\n", "content/a/01-a.md": "# 一\n\n" + "\n".join(scenes)})
    assert coursewright("print", "--pack", "kit", "--paper", "Letter").returncode == 0
    halves = 0
    for page in PdfReader(folder / "print" / "a" / "trainer" / "kit.pdf").pages:
        high = size(page)[1]
        begins = [piece.top for piece in find("你演", page)]
        if len(begins) < 2:
            continue
        halves += 2
        assert all(8 <= piece.top % (high / 2) <= high / 2 - 8 for piece in places(page))
    assert halves >= 10


def test_a_course_without_a_role_play_has_no_kit(files: Files, coursewright: Run) -> None:
    files({"content/a/course.yaml": "title: 甲\nid: a\n", "content/a/01-a.md": "# 一\n\n说一说。\n"})
    done = coursewright("print", "--pack", "kit", "--html")
    assert done.returncode == 0 and "kit.html" not in done.stdout
