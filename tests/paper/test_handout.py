"""The handout of a small course that has a bit of everything: what is in it, what is only named, where links lead."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from looking import body, height_of, lines, outline, pages_with, pieces, rules, text_of
from pypdf import PdfReader

pytestmark = pytest.mark.browser

PACKS = ("handout", "workbook")


@pytest.fixture(scope="module")
def handout(printed: Callable[..., dict[str, PdfReader]]) -> PdfReader:
    return printed("reading", "--pack", *PACKS)["handout"]


def test_the_cover_says_what_it_is_for_whom_and_what_one_will_be_able_to_do(handout: PdfReader) -> None:
    cover = lines(body(handout.pages[0]))
    assert cover[:3] == ["讲义", "先听再说", "两章短课，打印测试用。"]
    assert {"听出一句话里的情绪", "先复述，再回应", "写给新来的客服"} <= set(cover)
    assert cover[-1] == "打印组·CCBY4.0·版本2.0"


def test_the_contents_have_chapters_with_numbers_and_sections_with_their_pages(handout: PdfReader) -> None:
    assert lines(body(handout.pages[1])) == [
        "目录",
        *("1听3", "一段录音3", "两人一组3", "窗口4", "我的记录5"),
        *("2说6", "怎么复述6"),
        "小结：我做得到了吗7",
        "用语8",
    ]


@pytest.mark.parametrize(("title", "number"), [("听", 3), ("说", 6)])
def test_a_chapter_begins_a_page_with_its_number_and_objectives(title: str, number: int, handout: PdfReader) -> None:
    page = handout.pages[number - 1]
    assert lines(body(page))[0] in (f"1{title}", f"2{title}")
    assert "本章目标" in lines(body(page))
    head = lines([each for each in pieces(page) if each.y > float(page.mediabox.height) - 62])
    assert head[0].endswith(title)


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("听一听", "测验，在课程网页里做"),
        ("第四天", "案例，见练习册"),
        ("我的一句话", "反思，见练习册"),
        ("每天一句", "日志，见练习册"),
        ("我的底气", "自评，见练习册"),
        ("两句", "话术卡，见话术卡"),
        ("课后", "问卷，在课程网页里做"),
    ],
)
def test_what_is_done_elsewhere_is_named_with_its_place(title: str, place: str, handout: PdfReader) -> None:
    assert any(f"{title}{place}" in lines(body(page)) for page in handout.pages)


def test_what_is_done_elsewhere_is_not_printed_nor_what_answers_it(handout: PdfReader) -> None:
    text = "".join(page.extract_text() for page in handout.pages)
    for words in ("不上纸", "只给讲师看", "客户说", "挂电话", "选项甲", "选项乙", "点点头", "转了向", "学什么"):
        assert words not in text, words


def test_of_a_role_play_the_situation_is_told(handout: PdfReader) -> None:
    text = text_of(handout)
    assert "你在窗口值班，大爷走过来。" in text
    assert "停诊也不说一声" not in text


def test_a_link_in_the_course_says_the_page_on_which_it_ends(handout: PdfReader) -> None:
    (page,) = (page for _, title, page in outline(handout) if title == "怎么复述")
    assert f"再看复述（第{page}页）" in text_of(handout)
    assert page == 6


def test_a_link_to_elsewhere_shows_its_address_once(handout: PdfReader) -> None:
    text = text_of(handout)
    assert "资料https://example.org/听/more" in text
    assert text.count("https://example.org/plain") == 1


def test_a_recording_is_there_as_its_words_and_its_file(handout: PdfReader) -> None:
    text = text_of(handout)
    assert "在课程网页里听、看：call.wav" in text
    assert "老刘：是真人，我姓刘。" in text and "客户：那就好。" in text


def test_a_worksheet_has_room_to_write_and_a_short_question_less_of_it(handout: PdfReader) -> None:
    page = handout.pages[4]
    assert lines(body(page))[:2] == ["工作表", "我的记录"]
    wide = [y for _, y, width in rules(page) if width > 450]
    short, long, below = (height_of(page, words) for words in ("怎么称呼我", "今天最难接的", "强度"))
    assert len([y for y in wide if long < y < short]) == 1
    assert len([y for y in wide if below < y < long]) == 2


def test_the_notes_of_a_chapter_stand_before_the_worksheets_that_end_it(handout: PdfReader) -> None:
    assert pages_with(handout, "Author,A.(2001)") == [4]
    assert pages_with(handout, "我的记录") == [2, 5]


def test_the_summary_has_the_objectives_of_each_chapter_and_its_page(handout: PdfReader) -> None:
    found = lines(body(handout.pages[6]))
    assert found[0] == "小结：我做得到了吗"
    assert found[2:] == ["听（第3页）", "听出一句话里的情绪", "说（第6页）", "先复述，再回应"]


def test_the_glossary_ends_it_and_no_definition_is_printed_twice(handout: PdfReader) -> None:
    assert lines(body(handout.pages[-1])) == ["用语", "复述", "用自己的话说出对方的事实和感受。"]
    assert pages_with(handout, "用自己的话说出对方的事实和感受") == [8]


def test_a_chapter_that_a_translation_lacks_keeps_its_language(printed_to: Callable[..., Path]) -> None:
    folder = printed_to("tests/browser/courses/bilingual", "--pack", *PACKS, "--language", "en", "--html")
    (html,) = (file.read_text(encoding="utf-8") for file in folder.rglob("handout.en.html"))
    assert '<html lang="en" dir="ltr"' in html
    assert 'id="appendix/" lang="zh-Hans" dir="ltr"' in html
    assert 'id="listen/" aria-label' in html
