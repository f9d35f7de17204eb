"""What is done to a browser's PDF: its text copies as it was written, its bytes are the same each time."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pytest
from playwright.sync_api import Playwright
from pypdf import PdfReader

from ssg.paper.browser import NoBrowser, Printer, launch
from ssg.paper.model import Sheet
from ssg.paper.pdf import TWINS, finish, mended_table, page_count

GROUPS = [[each for each in line if "一" <= each <= "龥"] for line in TWINS.read_text(encoding="utf-8").splitlines()]
HAN = ["".join(group[at] for group in GROUPS if len(group) > at) for at in range(2)]
"""The common Han characters that share their glyph with another, in texts that have but one of them, as texts do."""
FONTS = ("Noto Sans CJK SC", "Noto Serif CJK SC", "WenQuanYi Micro Hei", "sans-serif")


def table(rows: str) -> bytes:
    return f"/CIDInit /ProcSet findresource begin\n{rows}endcmap\n".encode()


def test_a_character_becomes_the_twin_that_is_meant() -> None:
    rows = "2 beginbfchar\n<0001> <2EDA>\n<0002> <9875>\nendbfchar\n"
    assert mended_table(table(rows), {0x2EDA: 0x9875}) == table(rows.replace("2EDA", "9875"))


def test_a_range_that_holds_a_twin_is_written_out() -> None:
    rows = "1 beginbfrange\n<0001> <0003> <2F00>\nendbfrange\n"
    single = "3 beginbfchar\n<0001> <4E00>\n<0002> <2F01>\n<0003> <2F02>\nendbfchar\n"
    assert mended_table(table(rows), {0x2F00: 0x4E00}) == table(single)


def test_a_long_range_is_written_in_sections_of_a_hundred() -> None:
    mended = mended_table(table("1 beginbfrange\n<0001> <00FF> <4E00>\nendbfrange\n"), {1: 2})
    assert mended.count(b"100 beginbfchar") == 2 and mended.count(b"55 beginbfchar") == 1


# Real PDF


@pytest.fixture(scope="module")
def press(playwright: Playwright) -> Iterator[Printer]:
    browser = launch(playwright)
    yield Printer(browser.new_page())
    browser.close()


def sheet(body: str, style: str = "") -> Sheet:
    html = f"<!doctype html><html lang=zh-Hans><title>纸</title><style>{style}</style>{body}</html>"
    return Sheet(name="a", title="纸", audience="trainee", html=html)


def text_of(data: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)


@pytest.mark.browser
@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize("han", HAN, ids=["first", "second"])
def test_every_han_character_copies_as_it_was_written(font: str, han: str, press: Printer) -> None:
    """A font that the system lacks is replaced, so on any machine at least one real font is tried."""
    lines = [han[at : at + 40] for at in range(0, len(han), 40)]
    data = press.pdf(sheet(f"<p>{'<p>'.join(lines)}", f"body {{ font-family: '{font}', sans-serif }}"))
    assert sorted(set(text_of(data)) - {"\n", " "}) == sorted(set(han))


@pytest.mark.browser
def test_a_radical_that_the_author_wrote_stays(press: Printer) -> None:
    data = press.pdf(sheet("<p>部首⻚和⽹"))
    assert "⻚" in text_of(data) and "⽹" in text_of(data)


@pytest.mark.browser
def test_punctuation_that_shares_a_glyph_copies_as_it_was_written(press: Printer) -> None:
    written = "一•二…三–四“五”‘六’《七》〈八〉①②—"
    assert text_of(press.pdf(sheet(f"<p>{written}"))).strip() == written


@pytest.mark.browser
def test_a_browser_that_stops_is_told_from_other_faults(playwright: Playwright) -> None:
    browser = launch(playwright)
    press = Printer(browser.new_page())
    browser.close()
    with pytest.raises(NoBrowser) as stopped:
        press.pdf(sheet("<p>一"))
    assert stopped.value.key == "print_browser_stopped"


@pytest.mark.browser
def test_finishing_leaves_title_language_tags_and_outline(press: Printer) -> None:
    data = press.pdf(sheet("<h1>一</h1><p>甲<h2>二</h2><p>乙"))
    reader = PdfReader(BytesIO(data))
    root = reader.trailer["/Root"]
    assert reader.metadata is not None
    assert reader.metadata.title == "纸"
    assert "/CreationDate" not in reader.metadata
    assert root["/Lang"] == "zh-Hans"
    assert root["/MarkInfo"]["/Marked"]
    first, below = reader.outline
    assert (first["/Title"], below[0]["/Title"]) == ("一", "二")
    assert page_count(data) == 1


@pytest.mark.browser
def test_finishing_twice_changes_nothing(press: Printer) -> None:
    data = press.pdf(sheet("<p>页网"))
    assert finish(data, "页网") == finish(finish(data, "页网"), "页网")


@pytest.mark.browser
def test_a_list_of_contents_gets_its_page_numbers(press: Printer) -> None:
    listed = '<nav><a href="#a/甲 乙" data-page="">甲</a><a href="#c" data-page="">丙</a></nav>'
    below = '<h1 id="a/甲 乙" style="break-before:page">甲乙</h1><h1 id="c" style="break-before:page">丙</h1>'
    data = press.pdf(sheet(listed + below, "a::after { content: ' → ' attr(data-page) '; ' }"))
    assert "甲 → 2; 丙 → 3;" in text_of(data)
