"""What prose holds beside text: terms, formulas, coloured code, recordings; on screen, by keyboard, on paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from accessible import LOOKS, sideways, violations
from browsers import skip_without_scripts
from playwright.sync_api import Browser, Page, expect
from trainee import show_as

pytestmark = pytest.mark.browser


@pytest.fixture
def prose(site: Path, page: Page) -> Page:
    page.goto(f"{(site / 'prose' / 'index.html').as_uri()}#text/")
    return page


def test_a_term_shows_its_definition_by_keyboard_and_leads_to_the_glossary(prose: Page) -> None:
    term = prose.locator("#text\\/").get_by_role("button", name="复述", exact=True)
    definition = prose.get_by_text("用自己的话把客户说的讲一遍").first
    expect(definition).to_be_hidden()
    term.press("Enter")
    expect(definition).to_be_visible()
    prose.keyboard.press("Escape")
    expect(definition).to_be_hidden()
    term.click()
    prose.keyboard.press("Tab")
    prose.keyboard.press("Enter")
    expect(prose.get_by_role("heading", name="术语", level=1)).to_be_visible()
    expect(prose.get_by_role("term").filter(has_text="复述")).to_be_focused()
    assert prose.locator(".definition:popover-open").count() == 0


def test_a_definition_needs_no_script(site: Path, browser: Browser, engine: str) -> None:
    skip_without_scripts(engine)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "prose" / "index.html").as_uri())
    page.get_by_role("button", name="情绪劳动").click()
    expect(page.get_by_text("不论我此刻感受如何").first).to_be_visible()
    expect(page.get_by_role("heading", name="术语", level=1)).to_be_visible()
    context.close()


def test_a_formula_is_drawn_by_the_browser(prose: Page) -> None:
    parts = prose.locator("mfrac").first.evaluate(
        "(fraction) => [...fraction.children].map((part) => part.getBoundingClientRect().bottom)"
    )
    assert parts[0] < parts[1], "one part of the fraction stands above the other"
    assert prose.locator("math").first.get_attribute("alttext") == (
        r"\text{首次解决率} = \frac{一次解决的投诉}{全部投诉} \times 100\%"
    )


def test_code_shows_its_parts_in_colours_of_the_page(prose: Page) -> None:
    colours = prose.locator("code.language-python").evaluate(
        "(code) => [code, ...code.children].map((part) => getComputedStyle(part).color)"
    )
    assert len(set(colours)) > 3


def test_a_video_has_its_captions_from_the_transcript(prose: Page) -> None:
    tracks = prose.locator("video").evaluate(
        "(video) => [...video.textTracks].map((track) => [track.kind, track.mode, track.language,"
        " [...track.cues].map((cue) => [cue.startTime, cue.endTime, cue.text])])"
    )
    cues = [[0, 0.5, "王女士：我请了两天假，师傅两次都没来！"], [0.5, 2, "客服：两天假都白请了，换谁都窝火。"]]
    assert tracks == [["captions", "showing", "zh-Hans", cues]]


def test_recordings_play_from_files(prose: Page) -> None:
    for kind in ("audio", "video"):
        prose.wait_for_function(f"document.querySelector('{kind}').readyState > 0")
        assert prose.locator(kind).evaluate("(player) => player.duration > 0")


def test_a_shared_quiz_is_answered_like_any_other(prose: Page) -> None:
    prose.goto(prose.url.replace("#text/", "#quiz/"))
    prose.get_by_role("radio", name="让对方确认我听懂了").check()
    assert prose.locator("#quiz\\/ .term").count() == 1, "explained in the text, not in the question"


def test_on_paper_there_is_the_transcript_and_no_player_and_the_glossary_is_printed(page: Page, host: str) -> None:
    page.goto(f"{host}/prose/index.html#text/")
    page.evaluate("document.documentElement.dataset.print = 'course'")
    show_as(page, "print")
    expect(page.locator("audio")).to_be_hidden()
    expect(page.locator("video")).to_be_hidden()
    expect(page.get_by_text("我请了两天假，师傅两次都没来！").first).to_be_visible()
    expect(page.get_by_text("第一次来电就解决的投诉").last).to_be_visible()
    expect(page.locator("#text\\/").get_by_role("button", name="复述", exact=True)).to_be_visible()


@pytest.mark.parametrize("scheme, width", LOOKS)
def test_prose_is_accessible_whatever_it_holds(prose: Page, scheme: str, width: int) -> None:
    prose.evaluate("(scheme) => { document.documentElement.dataset.theme = scheme; }", scheme)
    prose.set_viewport_size({"width": width, "height": 800})
    for summary in prose.locator(".chapter:visible summary").all():
        summary.click()
    prose.locator(".term").first.click()
    assert violations(prose) == []
    assert sideways(prose) <= 0
    prose.goto(prose.url.replace("#text/", "#glossary/"))
    assert violations(prose) == []


def test_a_course_without_such_things_ships_nothing_of_them(site: Path) -> None:
    (style,) = (site / "demo" / "assets").glob("course.*.css")
    (script,) = (site / "demo" / "assets").glob("course.*.js")
    for word in (".definition", ".formula", ".recording", "code[class]"):
        assert word not in style.read_text(encoding="utf-8")
    assert "addTextTrack" not in script.read_text(encoding="utf-8")
