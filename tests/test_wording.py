"""What the form of a text tells: reading length, likeness, and data of living people."""

from __future__ import annotations

import pytest

from ssg.wording import alike, breadth, likeness, listed, only_listed, personal_data, reading_characters

PERSONAL = {
    "打 13912345067 找我": [("phone", "13912345067")],
    "打 139-1234-5067。": [("phone", "139-1234-5067")],
    "电话１３９１２３４５０６７": [("phone", "13912345067")],
    "+86 139 1234 5067": [("phone", "+86 139 1234 5067")],
    "前台 010-62345671 转 3": [("phone", "010-62345671")],
    "座机（0755）8612 3457": [("phone", "(0755)8612 3457")],
    "座机 021—65123457": [("phone", "021-65123457")],
    "0086 13912345067": [("phone", "0086 13912345067")],
    "（2026）1234567、(010) 号": [],
    "call +44 20 7946 1958": [("phone", "+44 20 7946 1958")],
    "证号 11010519491231002X，": [("identity", "11010519491231002X")],
    "发到 li.lei@corp.com.cn，": [("mail", "li.lei@corp.com.cn")],
    "卡号 4539 5787 6362 1486": [("card", "4539 5787 6362 1486")],
    "a@b.com 和 13912345067": [("mail", "a@b.com"), ("phone", "13912345067")],
    "热线 400-810-0000 或 95588": [],
    "13800138000、138****5067、13900000000": [],
    "客服邮箱 service@corp.com，例子 a@example.com": [],
    "校验位不对的 110105194912310021": [],
    "不是一天的 11010519491331002X": [],
    "订单 202611230001、金额 12345678901.50": [],
    "运单号 SF13912345067": [],
    "2026-11-23 10:30，第 1-2 页": [],
}


@pytest.mark.parametrize("text", PERSONAL)
def test_personal_data_is_found_and_examples_are_not(text: str) -> None:
    assert [(found.kind, found.text) for found in personal_data(text)] == PERSONAL[text]


def test_found_data_stands_where_it_is_said_to() -> None:
    text = "请打１３９１２３４５０６７"
    assert text[personal_data(text)[0].start :] == "１３９１２３４５０６７"


@pytest.mark.parametrize(
    ("text", "characters", "half_widths"),
    [("", 0, 0), ("您先别急。", 4, 10), ("Please don't worry.", 6, 17), ("用 3 步，OK？", 6, 11), ("——……", 0, 4)],
)
def test_what_there_is_to_read(text: str, characters: int, half_widths: int) -> None:
    assert (reading_characters(text), breadth(text)) == (characters, half_widths)


def test_likeness_is_of_words_and_the_same_both_ways() -> None:
    assert likeness("您别急！", "您別急") == pytest.approx(2 / 3) == likeness("您別急", "您别急！")
    assert likeness("ＯＫ，好的。", "ok 好的") == 1
    assert alike("请您稍等一下，我查一查再回您", "请您稍等一下，我查一下再回您")
    assert not alike("请您稍等", "请您报单号") and not alike("", "好")


def test_words_of_a_list_are_found_where_they_mean_it() -> None:
    assert listed("absolute", "我保证一定办好，这不一定快") == ["保证", "一定"]
    assert listed("polite", "I understand. Misunderstanding? SORRY!") == ["understand", "SORRY"]
    assert listed("vague", "我说出了他的具体处境") == []


@pytest.mark.parametrize("text", ["对。", "这样说不对！", "错误的做法", "Right!", "This is the best answer."])
def test_a_mere_verdict_is_told_from_a_reason(text: str) -> None:
    assert only_listed("verdict", text)


@pytest.mark.parametrize("text", ["", "！", "对，先说出损失。", "“别激动”是命令。", "Right: it names the loss."])
def test_a_reason_is_no_mere_verdict(text: str) -> None:
    assert not only_listed("verdict", text)
