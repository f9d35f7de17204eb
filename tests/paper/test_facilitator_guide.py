"""The facilitator's guide: the clock, the lists, and every chapter with notes, answers and the map in their places."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from command import Files, Run
from looking import BOTTOM, LEFT, MM, RIGHT, body, fonts, lines, outline, pages_with, pieces
from pypdf import PdfReader

pytestmark = pytest.mark.browser

DEMO = "content/emotional-intelligence"
GUIDE = "trainer/guide"
Printed = Callable[..., Mapping[str, PdfReader]]


@pytest.fixture(scope="module", params=["A4", "Letter"])
def guide(request: pytest.FixtureRequest, printed: Printed) -> PdfReader:
    return printed("audience", "--pack", "guide", "--paper", request.param)[GUIDE]


@pytest.fixture(scope="module")
def demo(printed_to: Callable[..., Path]) -> str:
    out = printed_to(DEMO, "--pack", "guide", "--html")
    return (out / "emotional-intelligence/trainer/guide.html").read_text(encoding="utf-8")


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def part(html: str, heading: str) -> str:
    """The HTML of a part of a chapter from its heading to the next part."""
    at = html.index(f"<h2>{heading}</h2>")
    return html[html.rindex('<div class="led-part">', 0, at) : html.find('<div class="led-part">', at)]


def test_all_text_is_on_the_page_within_its_margins(guide: PdfReader) -> None:
    for number, page in enumerate(guide.pages, 1):
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        out = [
            each
            for each in pieces(page)
            if each.x < LEFT - 3 or each.x > width - RIGHT or not 5 * MM < each.y < height - 5 * MM
        ]
        assert not out, (number, out)
        assert min(each.y for each in body(page)) > BOTTOM - 1


def test_no_heading_stands_alone_at_the_foot_of_a_page(guide: PdfReader) -> None:
    titles = {title.replace(" ", "") for _, title, _ in outline(guide)}
    for number, page in enumerate(guide.pages, 1):
        assert lines(body(page))[-1] not in titles, number


def test_the_contents_name_the_pages_on_which_the_chapters_begin(guide: PdfReader) -> None:
    pages = {title: page for depth, title, page in outline(guide) if depth == 0}
    contents = guide.pages[1].extract_text()
    for number, title in enumerate(["读的", "填的", "演的", "考的"], 1):
        assert re.search(rf"{title} {pages[f'{number} {title}']}$", contents, re.MULTILINE), contents


def test_a_guide_is_a_tagged_document_with_its_fonts(guide: PdfReader) -> None:
    assert str(guide.root_object["/Lang"]) == "zh-Hans"
    assert "/StructTreeRoot" in guide.root_object
    assert guide.metadata is not None and guide.metadata.title == "谁看什么 · 讲师手册"
    assert all(fonts(guide).values())


def test_the_running_head_names_the_chapter(guide: PdfReader) -> None:
    (page, *_) = pages_with(guide, "讲师句50写在角色扮演的设置里")
    assert "3 演的" in guide.pages[page - 1].extract_text()


def test_the_timetable_runs_from_the_first_minute_to_the_last(demo: str) -> None:
    table = words(demo[demo.index('class="timetable"') : demo.index("</table>")])
    for row in ("00:00 1 情绪先开口 30", "00:30 2 听出情绪 45", "01:15 3 稳住自己 55", "05:35 结束 335"):
        assert row in table, row
    assert "练习 一句话，三种心情 12" in table and "讲解和讨论 33" in table


def test_every_chapter_says_from_when_to_when_it_takes(demo: str) -> None:
    assert re.findall(r'class="when">([^<]*)<', demo) == [
        "00:00–00:30 · 30 分钟",
        "00:30–01:15 · 45 分钟",
        "01:15–02:10 · 55 分钟",
        "02:10–03:05 · 55 分钟",
        "03:05–04:20 · 75 分钟",
        "04:20–05:35 · 75 分钟",
    ]


def test_the_clock_in_the_margin_never_runs_backwards(demo: str) -> None:
    times = re.findall(r'class="led-clock">([\d:]+)<', demo)
    assert len(times) > 30
    assert times == sorted(times)


def test_what_to_bring_holds_packs_and_the_materials_of_exercises(demo: str) -> None:
    bring = words(demo[demo.index('class="bring"') : demo.index('class="setup"')])
    for row in ("讲义 每人一份", "演练卡 每组一份", "答案 自己留一份", "讲师手里的六张情景纸条 5 · 一句抱歉，是哪一种"):
        assert row in bring, row


def test_a_note_stands_where_it_was_written(demo: str) -> None:
    at = demo.index("两种抱歉练习的六张纸条如下")
    assert demo.rindex("答应时间之前，先给自己留一截余量", 0, at) < at < demo.index("<h2>一句抱歉，是哪一种</h2>")
    assert 'class="trainer-note"' in demo[at - 600 : at]


def test_a_note_of_a_node_stands_at_its_node(demo: str) -> None:
    at = demo.index("真演时演客户的人可以站起来说这一句")
    assert demo.rindex("火气上头</h3>", 0, at) > demo.rindex("第三通电话</h3>", 0, at)
    assert at < demo.index("说给他听</h3>", at)


def test_a_role_play_has_its_map_its_best_play_and_a_word_on_every_choice(demo: str) -> None:
    scene = part(demo, "显示“本人签收”")
    assert scene.count("<svg") >= 2
    best = words(scene[scene.index('<ol class="led-best"') : scene.index("</ol>", scene.index('class="led-best"'))])
    assert best.strip().startswith("1 第三通电话 件没见着，倒成了“本人签收”")
    assert best.strip().endswith("赶上开标")
    assert scene.count('class="led-coach"') == 23
    assert "演客户的人拿角色卡" not in scene


def test_an_exercise_has_its_steps_with_minutes_and_its_debrief(demo: str) -> None:
    exercise = words(part(demo, "一句抱歉，是哪一种"))
    assert "练习 · 10 分钟" in exercise
    assert "两队轮流，把六张纸条走完；出现“如果”，就当场换掉再说一遍。 5 分钟" in exercise
    assert "哪一张最难说？难在没查清，还是难在不想认？" in exercise


def test_answers_stand_below_their_items_and_a_post_test_only_names_its_pre_test(demo: str) -> None:
    quiz = part(demo, "学之前试一次")
    assert quiz.count('class="right"') == 8
    assert 'class="right"' not in part(demo, "同样的八道题")


def test_a_course_without_times_says_so_and_has_no_clock_in_the_margin(files: Files, coursewright: Run) -> None:
    folder = files({"content/a/course.yaml": "title: 课\nid: a\n", "content/a/01.md": "# 章\n\n先听。\n"})
    coursewright("print", "--html", "--pack", "guide")
    page = (folder / "print/a/trainer/guide.html").read_text(encoding="utf-8")
    assert 'class="when">00:00 · 没写时长<' in page
    assert "led-clock" not in page[page.index("<body") :]


@pytest.mark.parametrize(
    ("language", "note"), [("zh-Hant", "講師"), ("en", "Trainer"), ("ar", "للمدرّب"), ("zh-Hans", "讲师")]
)
def test_the_guide_speaks_the_language_of_the_course(language: str, note: str, files: Files, coursewright: Run) -> None:
    settings = f"title: A\nid: a\nlanguage: {language}\n"
    folder = files({"content/a/course.yaml": settings, "content/a/01.md": "# B\n\nC.\n\n> [!TRAINER]\n> D.\n"})
    coursewright("print", "--html", "--pack", "guide")
    page = (folder / "print/a/trainer/guide.html").read_text(encoding="utf-8")
    assert re.search(rf'class="trainer-title">{note}</p>\s*<p>D\.</p>', page)
    assert ('dir="rtl"' in page) == (language == "ar")
