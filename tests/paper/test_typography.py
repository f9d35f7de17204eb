"""Pages that a printer would let pass: margins, sizes, breaks, outline, fonts, and text that copies as written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from command import REPOSITORY, Files
from looking import BOTTOM, LEFT, MM, RIGHT, TOP, Piece, body, fonts, lines, outline, pages_with, pieces, rules, text_of
from pypdf import PdfReader

pytestmark = pytest.mark.browser

COURSE = "content/emotional-intelligence"
PACKS = ("handout", "workbook")
SIZES = {9.0, 10.5, 12.0, 15.0, 24.0}
RAISED = 7.87
"""The number of a note, which is no size of its own."""

CAPTIONS = ("五类情绪，从轻到重各三档", "停、名、选：火又上来，就再走一圈")
"""Pictures have sizes of their own."""

BLOCKS = re.compile(r"## (前测|测验|后测|考试|自评|工作表|反思|日志|练习|角色扮演|话术卡|案例|观察表|问卷)：")
KINDS = ("练习", "工作表", "反思", "自评", "案例", "角色扮演")


@pytest.fixture(scope="module", params=["A4", "Letter"])
def books(request: pytest.FixtureRequest, printed: Callable[..., dict[str, PdfReader]]) -> dict[str, PdfReader]:
    return printed(COURSE, "--pack", *PACKS, "--paper", request.param)


@pytest.fixture(scope="module")
def on_a4(printed: Callable[..., dict[str, PdfReader]]) -> dict[str, PdfReader]:
    return printed(COURSE, "--pack", *PACKS, "--paper", "A4")


def _start(piece: Piece) -> float:
    """Where a piece begins to be seen: the empty half of an opening mark is cut off at the start of a line."""
    return piece.x + (piece.size / 2 if unicodedata.category(piece.text.strip()[0]) in ("Pi", "Ps") else 0)


def _end(piece: Piece) -> float:
    """Where a piece ends at least: a Han character is as wide as high, its punctuation may be half as wide."""
    widths = (1 if unicodedata.category(each) == "Lo" else 0.3 for each in piece.text.strip())
    return piece.x + piece.size * sum(widths)


@pytest.mark.parametrize("pack", PACKS)
def test_all_text_is_within_the_margins_on_a4_and_letter(pack: str, books: dict[str, PdfReader]) -> None:
    for number, page in enumerate(books[pack].pages, 1):
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        out = [
            each
            for each in pieces(page)
            if _start(each) < LEFT - 1 or _end(each) > width - RIGHT + 2 or not 5 * MM < each.y < height - 5 * MM
        ]
        assert not out, (number, out)


@pytest.mark.parametrize("pack", PACKS)
def test_no_page_is_blank(pack: str, books: dict[str, PdfReader]) -> None:
    assert [number for number, page in enumerate(books[pack].pages, 1) if len(body(page)) < 5] == []


@pytest.mark.parametrize("pack", PACKS)
def test_no_page_ends_with_a_heading(pack: str, books: dict[str, PdfReader]) -> None:
    titles = {title.replace(" ", "") for _, title, _ in outline(books[pack])}
    for number, page in enumerate(books[pack].pages, 1):
        (*_, last) = lines(body(page))
        lowest = min(body(page), key=lambda piece: piece.y)
        below = [rule for rule in rules(page) if rule[1] < lowest.y - 3]
        assert below or (last not in titles and last not in KINDS), (number, last)


@pytest.mark.parametrize("pack", PACKS)
def test_there_are_five_sizes_and_no_page_is_shrunk_to_fit(pack: str, on_a4: dict[str, PdfReader]) -> None:
    for number, page in enumerate(on_a4[pack].pages, 1):
        if not any(caption in "".join(lines(body(page))) for caption in CAPTIONS):
            assert {each.size for each in pieces(page)} <= {*SIZES, RAISED}, number


@pytest.mark.parametrize("pack", PACKS)
def test_every_font_is_in_the_file(pack: str, on_a4: dict[str, PdfReader]) -> None:
    found = fonts(on_a4[pack])
    assert found and all(found.values()), found


@pytest.mark.parametrize(("pack", "word"), [("handout", "讲义"), ("workbook", "练习册")])
def test_a_pdf_says_its_language_its_title_and_its_structure(pack: str, word: str, on_a4: dict[str, PdfReader]) -> None:
    root = on_a4[pack].root_object
    assert str(root["/Lang"]) == "zh-Hans"
    assert str(root["/MarkInfo"]["/Marked"]) == "True"
    assert "/StructTreeRoot" in root
    about = on_a4[pack].metadata
    assert about is not None and about.title == f"客户服务中的情感智能 · {word}"


def test_the_outline_has_the_chapters_and_their_sections_each_once(on_a4: dict[str, PdfReader]) -> None:
    found = outline(on_a4["handout"])
    assert [title for depth, title, _ in found if depth == 0] == [
        "客户服务中的情感智能",
        *("情绪先开口", "听出情绪", "稳住自己", "听懂与共情", "接住愤怒", "带回工位"),
        "小结：我做得到了吗",
        "本课用语",
    ]
    first = [title for _, title, _ in found[3:7]]
    assert first == ["同一件事，两种接法", "情感智能是哪四种能力", "学完以后，你能做什么", "我的起点"]
    assert {depth for depth, _, _ in found[3:7]} == {1}
    pages = [page for _, _, page in found]
    assert pages == sorted(pages)


@pytest.mark.parametrize("pack", PACKS)
def test_the_contents_name_the_page_on_which_a_chapter_begins(pack: str, books: dict[str, PdfReader]) -> None:
    reader = books[pack]
    contents = reader.pages[1].extract_text()
    for depth, title, page in outline(reader)[2:]:
        if depth == 0:
            assert re.search(rf"{re.escape(title)} {page}$", contents, re.MULTILINE), (title, page)
            head = body(reader.pages[page - 1])
            assert title.replace(" ", "") in "".join(each.text for each in head if each.size == 24.0)


def test_text_copies_as_it_was_written(on_a4: dict[str, PdfReader]) -> None:
    copied = text_of(on_a4["handout"])
    sentences = [each for file in sorted((REPOSITORY / COURSE).glob("0*.md")) for each in _sentences(file)]
    assert len(sentences) > 100
    assert [each for each in sentences if each.replace(" ", "") not in copied] == []


def _sentences(file: Path) -> list[str]:
    """The plain sentences of a chapter's prose, those without marks."""
    sections = re.split(r"^(?=## )", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    plain = [line for each in sections[1:] if not BLOCKS.match(each) for line in each.split("\n")]
    kept = [line for line in plain if re.match(r"[“一-鿿]", line) and not re.search(r"[*\[\]_`]", line)]
    return [sentence for line in kept for sentence in re.findall(r"[^。？！]{6,}[。？！]", line)]


@pytest.mark.parametrize("pack", PACKS)
def test_no_character_is_copied_as_its_twin(pack: str, on_a4: dict[str, PdfReader]) -> None:
    assert re.findall(r"[\u2e80-\u2fdf\uf900-\ufaff]", "".join(page.extract_text() for page in on_a4[pack].pages)) == []


@pytest.mark.parametrize("pack", PACKS)
def test_printed_again_alone_or_after_another_it_is_the_same_to_the_byte(
    pack: str, printed_to: Callable[..., Path]
) -> None:
    together, alone = (printed_to("reading", "--pack", *packs) for packs in (PACKS, (pack,)))
    one, other = (folder / "reading" / f"{pack}.pdf" for folder in (together, alone))
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize("pack", PACKS)
def test_a_cover_has_no_running_head_and_every_other_page_has_its_number(
    pack: str, on_a4: dict[str, PdfReader]
) -> None:
    reader = on_a4[pack]
    total = len(reader.pages)
    for number, page in enumerate(reader.pages, 1):
        height = float(page.mediabox.height)
        margin = lines([each for each in pieces(page) if each.y > height - TOP + 1 or each.y < BOTTOM - 1])
        if number == 1:
            assert margin == []
        else:
            assert "客户服务中的情感智能" in margin[0]
            assert margin[-1].endswith(f"{number}/{total}")


def test_lines_to_write_on_are_eight_millimetres_apart(on_a4: dict[str, PdfReader]) -> None:
    reader = on_a4["workbook"]
    (number,) = (page for _, title, page in outline(reader) if title == "我贴过的一张标签")
    heights = [y for _, y, width in rules(reader.pages[number - 1]) if width > 150 * MM]
    gaps = [upper - lower for upper, lower in pairwise(heights) if upper - lower < 12 * MM]
    assert len(gaps) >= 15
    assert all(abs(gap - 8 * MM) < 0.8 for gap in gaps), gaps


def test_a_long_table_repeats_its_head(files: Files, printed_to: Callable[..., Path]) -> None:
    rows = "".join(f"| 第{n}行 | 说明{n} |\n" for n in range(1, 60))
    course = files(
        {"long/course.yaml": "title: 长表\nid: long\n", "long/01-a.md": f"# 一\n\n| 名目 | 用处 |\n|---|---|\n{rows}"}
    )
    reader = PdfReader(printed_to(str(course / "long"), "--pack", "handout") / "long" / "handout.pdf")
    assert pages_with(reader, "名目用处") == pages_with(reader, "说明")[: len(pages_with(reader, "名目用处"))]
    assert len(pages_with(reader, "名目用处")) >= 2


def test_running_heads_change_sides_where_one_reads_from_right_to_left(
    printed: Callable[..., dict[str, PdfReader]],
) -> None:
    page = printed("tests/browser/courses/right-to-left", "--pack", "handout")["handout"].pages[2]
    width, height = float(page.mediabox.width), float(page.mediabox.height)
    numbers = [each for each in pieces(page) if each.y < BOTTOM - 1 and each.text.strip().isdigit()]
    assert numbers and all(each.x < width / 2 for each in numbers if each.x < width * 0.4)
    assert min(each.x for each in numbers) < LEFT + 5 * MM
    head = [each for each in pieces(page) if each.y > height - TOP + 1]
    assert max(each.x for each in head) > width - RIGHT - 20 * MM


def test_little_ink_has_the_same_words_and_no_colour(printed: Callable[..., dict[str, PdfReader]]) -> None:
    spared = printed("reading", "--pack", *PACKS, "--ink", "saving")
    for pack, reader in printed("reading", "--pack", *PACKS).items():
        assert text_of(spared[pack]) == text_of(reader)
        for page in spared[pack].pages:
            content = page.get_contents()
            colours = re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) (?:rg|scn|RG)\b", content.get_data() if content else b"")
            assert {red == green == blue for red, green, blue in colours} <= {True}
