"""The look of a course: pages break no rule of accessibility, the frame fits every window, paper gets a handout."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pytest
from accessible import sideways, violations
from browsers import skip_without_scripts
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

pytestmark = pytest.mark.browser

PAGES = {"cover": "", "chapter": "#recognise/", "results": "#results/"}
LOOKS = [(scheme, width) for scheme in ("light", "dark") for width in (320, 1280)]
A4 = (595, 842)


@pytest.fixture(params=LOOKS, ids=lambda look: f"{look[0]}-{look[1]}")
def look(request: pytest.FixtureRequest, page: Page) -> Page:
    scheme, width = request.param
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 800})
    return page


@pytest.mark.parametrize("which", PAGES)
def test_no_page_of_a_course_breaks_a_rule_of_accessibility(look: Page, demo: str, which: str) -> None:
    look.goto(demo + PAGES[which])
    expect(look.get_by_role("heading", level=1)).to_have_count(1)
    assert violations(look) == []
    assert sideways(look) <= 0


def test_menus_and_dialogs_break_no_rule_of_accessibility(look: Page, demo: str) -> None:
    look.goto(demo)
    look.locator("#tools-button").click()
    expect(look.locator("#tools")).to_be_visible()
    assert violations(look) == []
    look.locator("#tools [data-action=reset]").click()
    expect(look.locator("#reset-dialog")).to_be_visible()
    assert violations(look) == []
    look.keyboard.press("Escape")
    if look.locator(".bottom-bar").is_visible():
        look.locator(".bottom-bar button").click()
        expect(look.locator("#chapters")).to_be_visible()
        assert violations(look) == []


def test_the_library_breaks_no_rule_of_accessibility(look: Page, site: Path) -> None:
    look.goto((site / "index.html").as_uri())
    assert violations(look) == []
    assert sideways(look) <= 0


@pytest.mark.parametrize("system", ["light", "dark"])
@pytest.mark.parametrize("chosen", ["light", "dark"])
def test_a_chosen_theme_wins_over_the_systems(page: Page, demo: str, system: str, chosen: str) -> None:
    page.emulate_media(color_scheme=system)
    page.goto(demo)
    page.locator("#tools-button").click()
    page.locator(f"#tools input[value={chosen}]").check()
    paper, ink = (
        page.evaluate(f"parseInt(getComputedStyle(document.{node}).{what}.match(/\\d+/)[0])")
        for node, what in (("documentElement", "backgroundColor"), ("body", "color"))
    )
    assert (paper > ink) == (chosen == "light")


def test_text_spacing_of_a_readers_own_cuts_nothing_off(page: Page, demo: str) -> None:
    """WCAG 2.2, 1.4.12."""
    page.set_viewport_size({"width": 320, "height": 800})
    for address in PAGES.values():
        page.goto(demo + address)
        page.evaluate("""() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(`
            * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
            p { margin-block-end: 2em !important; }
          `);
          document.adoptedStyleSheets = [sheet];
        }""")
        assert sideways(page) <= 0


def test_nothing_that_takes_focus_hides_behind_the_bars(page: Page, demo: str) -> None:
    page.set_viewport_size({"width": 390, "height": 640})
    page.goto(demo + "#recognise/")
    top, bottom = (
        page.evaluate(f"document.querySelector('{bar}').getBoundingClientRect().{edge}")
        for bar, edge in ((".site-header", "bottom"), (".bottom-bar", "top"))
    )
    seen = 0
    for _ in range(60):
        page.keyboard.press("Tab")
        box = page.evaluate("""() => {
          const focused = document.activeElement;
          if (!focused.closest("main")) return null;
          const box = focused.getBoundingClientRect();
          return [box.top, box.bottom];
        }""")
        if box:
            seen += 1
            assert box[0] >= top - 1
            assert min(box[1], box[0] + 24) <= bottom + 1
    assert seen > 5


def test_every_target_is_at_least_24_pixels(page: Page, demo: str) -> None:
    """WCAG 2.2, 2.5.8; links inside sentences are exempt."""
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for address in PAGES.values():
            page.goto(demo + address)
            small = page.evaluate("""() => {
              const inText = "p, sup, td, th, li:not(:has(> a:only-child)), .skip-link";
              return [...document.querySelectorAll("a, button, select, textarea, input, summary")]
                .filter((each) => each.checkVisibility() && !each.closest(inText))
                .map((each) => each.closest("label") ?? each)
                .map((each) => [each.outerHTML.slice(0, 80), each.getBoundingClientRect()])
                .filter(([, box]) => box.width < 24 || box.height < 24)
                .map(([html]) => html);
            }""")
            assert small == []


def test_the_chapter_list_folds_beside_the_text_and_rises_over_it_on_a_phone(page: Page, demo: str) -> None:
    page.goto(demo)
    chapters = page.locator("#chapters")
    expect(chapters).to_be_visible()
    expect(page.locator(".bottom-bar")).to_be_hidden()
    page.locator("#menu-button").click()
    expect(chapters).to_be_hidden()
    page.set_viewport_size({"width": 390, "height": 800})
    page.locator(".bottom-bar button").click()
    expect(chapters).to_be_visible()
    page.locator("#chapters a[data-chapter=recognise]").click()
    expect(chapters).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_have_text("听出情绪")


def test_without_scripts_every_chapter_is_there_and_the_list_leads_to_it(
    browser: Browser, engine: str, demo: str
) -> None:
    skip_without_scripts(engine)
    learner = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page = learner.new_page()
    page.goto(demo)
    expect(page.locator(".no-script")).to_be_visible()
    chapters = page.locator("section.chapter")
    assert [chapter.is_visible() for chapter in chapters.all()] == [True] * 3
    for useless in ("#tools-button", "#menu-button", "#bar-next", "#course-progress"):
        expect(page.locator(useless)).to_be_hidden()
    page.locator(".contents a").last.click()
    expect(chapters.last.get_by_role("heading", level=1)).to_be_in_viewport()
    learner.close()


def paper(page: Page) -> list[str]:
    """The text of each printed page, without spaces; some fonts print Han characters as radicals of the same look."""
    reader = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    assert {tuple(round(float(side)) for side in sheet.mediabox[2:]) for sheet in reader.pages} == {A4}
    return [re.sub(r"\s+", "", normalize("NFKC", sheet.extract_text())) for sheet in reader.pages]


@pytest.fixture
def printable(page: Page, engine: str) -> Page:
    if engine != "chromium":
        pytest.skip(
            "only Chromium prints to a file without asking; test_questions_on_paper shows Firefox the print styles"
        )
    return page


def test_the_print_of_a_chapter_is_that_chapter_with_page_numbers_and_no_navigation(printable: Page, demo: str) -> None:
    printable.goto(demo + "#recognise/")
    printable.wait_for_selector("#recognise\\/:not([hidden])")
    sheets = paper(printable)
    for number, text in enumerate(sheets, 1):
        assert f"{number}/{len(sheets)}" in text
    whole = "".join(sheets)
    assert "听出情绪" in whole
    for screen_only in ("目录", "下一章", "检查", "打印本章", "清空"):
        assert screen_only not in whole


def test_the_print_of_the_course_starts_every_chapter_on_a_page_of_its_own(printable: Page, demo: str) -> None:
    printable.goto(demo)
    printable.wait_for_selector("#cover:not([hidden])")
    chapters = printable.locator("section.chapter").count()
    printable.evaluate("document.documentElement.dataset.print = 'course'")
    cover, *sheets = paper(printable)
    assert "学完以后" in cover
    running_heads = [int(head[1]) for text in sheets if (head := re.search(r"·(\d+)\D", text))]
    assert len(running_heads) == len(sheets)
    assert sorted(set(running_heads)) == list(range(1, chapters + 1))
    assert running_heads == sorted(running_heads)
