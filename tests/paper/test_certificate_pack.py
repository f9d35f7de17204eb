"""Certificates to hand out: a page for each name, which fits; a line to write on where there is none; no check code."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from command import Files, Run
from looking import MM, fonts, lines, outline, pieces
from pypdf import PdfReader

from ssg.paper.packs.certificate import holder

pytestmark = pytest.mark.browser

NAMES = [
    "李明",
    "欧阳娜娜·阿卜杜热西提·买买提江",
    "Maria-Magdalena Konstantinopoulou-Weißenberger",
    "عبد الرحمن بن محمد بن عبد العزيز آل سعود",
    "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh-Cholmondeley Jr., Ph.D., M.B.A.",
]
MARGIN = 15 * MM
"""Within the frame."""

Printed = Callable[..., Mapping[str, PdfReader]]


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("names") / "names.txt"
    file.write_text("\n".join(NAMES), encoding="utf-8")
    return file


@pytest.fixture(scope="module", params=["A4", "Letter"])
def named(request: pytest.FixtureRequest, names: Path, printed: Printed) -> PdfReader:
    arguments = ("--pack", "certificate", "--paper", request.param, "--names", str(names))
    return printed("content/emotional-intelligence", *arguments)["certificate"]


def test_everybody_has_a_page_across_and_an_entry_in_the_outline(named: PdfReader) -> None:
    assert len(named.pages) == len(NAMES)
    assert [(_letters(title), page) for _, title, page in outline(named)] == [
        (_letters(name), at) for at, name in enumerate(NAMES, 1)
    ]
    assert all(float(page.mediabox.width) > float(page.mediabox.height) for page in named.pages)


def _letters(text: str) -> list[str]:
    """A browser writes an entry of the outline as it broke the lines, and what runs from the right from the left."""
    return sorted(text.replace(" ", ""))


def test_all_that_a_certificate_says_is_within_its_frame(named: PdfReader) -> None:
    for page in named.pages:
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        out = [
            each
            for each in pieces(page)
            if not MARGIN < each.x < width - MARGIN or not MARGIN < each.y < height - MARGIN
        ]
        assert not out


def test_a_certificate_names_course_version_and_objectives_and_says_that_it_has_no_code(named: PdfReader) -> None:
    said = "".join(lines(pieces(named.pages[0])))
    for words in ("李明", "客户服务中的情感智能", "版本1.1", "按一条十步主线应对愤怒的客户", "日期", "讲师签名"):
        assert words in said, words
    assert "本证书由讲师发放，没有核对码" in said


def test_every_font_of_a_certificate_is_in_the_file(named: PdfReader) -> None:
    assert all(fonts(named).values())


def test_without_names_there_is_a_line_to_write_one_on(printed: Printed) -> None:
    (page,) = printed("audience", "--pack", "certificate")["certificate"].pages
    assert "李明" not in page.extract_text()
    assert "谁看什么" in page.extract_text()


def test_what_would_turn_the_words_around_a_name_is_left_out() -> None:
    assert holder("  李\u202e明\t ").name == "李 明"


@pytest.mark.parametrize(("name", "size"), [("李明", 1), ("A" * 30, 1), ("A" * 31, 2), ("明" * 21, 3), ("A" * 80, 4)])
def test_longer_names_have_smaller_letters(name: str, size: int) -> None:
    assert holder(name).size == size


@pytest.mark.parametrize(("language", "word"), [("zh-Hant", "證書"), ("en", "Certificate"), ("ar", "شهادة")])
def test_a_certificate_speaks_the_language_of_the_course(
    language: str, word: str, files: Files, coursewright: Run
) -> None:
    settings = f"title: A\nid: a\nlanguage: {language}\n"
    folder = files({"content/a/course.yaml": settings, "content/a/01.md": "# B\n\nC.\n"})
    coursewright("print", "--html", "--pack", "certificate")
    page = (folder / "print/a/certificate.html").read_text(encoding="utf-8")
    assert f'class="diploma-kind">{word}<' in page
