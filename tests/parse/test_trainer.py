"""What is for trainers alone: kept with its place, printed only when asked for, and reported where it would be seen."""

from __future__ import annotations

from ssg.chapters import read_chapter
from ssg.model import Chapter, Prose
from ssg.parse.metadata.frontmatter import FrontMatter
from ssg.parse.page import Page
from ssg.problems import Problem


def read(text: str) -> tuple[Chapter, list[Problem]]:
    here = Page(
        path="a.md",
        file="a.md",
        chapter="one",
        language="zh",
        tongue="zh-Hans",
        lines=text.split("\n"),
        chapters={"a.md": "one"},
    )
    front = FrontMatter(title="", id="one", minutes=None, objectives=(), audience="", reviewed_by=(), body=text)
    chapter, problems = read_chapter(front, here)
    return chapter, list(problems)


def test_a_note_in_prose_stands_in_place_in_what_the_guide_prints_alone() -> None:
    chapter, _ = read("# 章\n\n甲。\n\n> [!讲师]\n> 乙。\n\n丙。\n")
    (prose,) = chapter.parts
    assert isinstance(prose, Prose)
    assert prose.html == "<p>甲。</p>\n<p>丙。</p>\n"
    assert prose.guide.index("甲") < prose.guide.index("乙") < prose.guide.index("丙")


def test_prose_that_is_nothing_but_a_note_prints_nothing_for_trainees() -> None:
    chapter, _ = read("# 章\n\n> [!讲师]\n> 乙。\n")
    (prose,) = chapter.parts
    assert isinstance(prose, Prose)
    assert (prose.html.strip(), "乙" in prose.guide) == ("", True)


def test_prose_without_notes_has_nothing_more_for_the_guide() -> None:
    chapter, _ = read("# 章\n\n甲。\n")
    (prose,) = chapter.parts
    assert isinstance(prose, Prose) and prose.guide == ""


def test_notes_know_their_heading_their_block_and_their_line() -> None:
    text = (
        "# 章\n\n> [!讲师]\n> 甲。\n\n## 测验：题\n\n- 讲师提示：乙。\n\n### 安静？\n\n- 答案：错\n- 讲师提示：丙。\n"
    )
    chapter, _ = read(text)
    found = [
        (note.block, note.anchor, note.span.line, "甲乙丙"[at] in note.html) for at, note in enumerate(chapter.notes)
    ]
    assert found == [("", "章", 3, True), ("测验题", "测验题", 8, True), ("测验题", "安静", 13, True)]


def test_a_note_within_a_note_is_one_note() -> None:
    chapter, _ = read("# 章\n\n> [!讲师]\n> 甲。\n>\n> > [!讲师]\n> > 乙。\n")
    (note,) = chapter.notes
    assert "甲" in note.html and "乙" in note.html


def test_a_footnote_that_only_notes_name_is_told_in_the_note() -> None:
    chapter, _ = read("# 章\n\n甲。\n\n> [!讲师]\n> 乙[^1]。\n\n[^1]: 丙，又见[^1]。\n")
    assert [part.html for part in chapter.parts if isinstance(part, Prose)] == ["<p>甲。</p>\n"]
    assert '乙<span class="footnote-text">丙，又见。</span>' in chapter.notes[0].html


def test_files_and_footnotes_of_a_setting_are_the_trainer_s() -> None:
    text = "# 章\n\n## 反思：写\n\n- 讲师提示：见[表](a.pdf)[^1]。\n\n* 记下____\n\n[^1]: 丙。\n"
    chapter, _ = read(text)
    assert [link.target for link in chapter.trainer_files] == ["a.pdf"]
    assert chapter.images == []
    assert not any("丙" in part.html for part in chapter.parts if isinstance(part, Prose))
    assert "丙" in chapter.notes[0].html


def test_a_bullet_that_no_block_takes_for_a_note_is_reported() -> None:
    _, problems = read("# 章\n\n* 甲\n\n- 讲师提示：乙。\n")
    assert [(problem.code, problem.span.line) for problem in problems] == [("MD107", 5)]
    step = "# 章\n\n## 练习：说\n\n- 复盘：难吗？\n\n1. 甲\n    - 讲师提示：乙。\n"
    assert ("MD107", 8) in [(problem.code, problem.span.line) for problem in read(step)[1]]
