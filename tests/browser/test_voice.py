"""Recording one's own line: on files and on servers, with a microphone and without; it stays in the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from accessible import violations
from browsers import HOST, launch_options
from playwright.sync_api import Browser, Locator, Page, Playwright, expect

pytestmark = pytest.mark.browser

INSTEAD = "也可以直接说出声来，或者用手机录下来听。"
MICROPHONE = {
    "chromium": {"args": ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"]},
    "firefox": {
        "firefox_user_prefs": {"media.navigator.permission.disabled": True, "media.navigator.streams.fake": True}
    },
}

WATCH = """
window.tracks = [];
const media = navigator.mediaDevices;
const ask = media?.getUserMedia.bind(media);
if (media) media.getUserMedia = async (wish) => {
  const stream = await ask(wish);
  tracks.push(...stream.getTracks());
  return stream;
};
"""
"""Keeps the tracks of the microphone that the page was given."""


def refusing(name: str) -> str:
    """A script in whose page the microphone is refused with an error of that name."""
    return f"""{MEDIA}.getUserMedia = async () => {{ throw new DOMException("", "{name}"); }};"""


MEDIA = "(navigator.mediaDevices ?? {})"
"""There is none on the empty page that comes before."""


@pytest.fixture(scope="module")
def recorder(playwright: Playwright, engine: str) -> Iterator[Browser]:
    """A browser with a microphone that sounds by itself and is granted without a question."""
    options = launch_options(engine)
    for name, extra in MICROPHONE[engine].items():
        known = options.get(name)
        options[name] = [*known, *extra] if isinstance(known, list) else {**(known or {}), **extra}
    running = getattr(playwright, engine).launch(**options)
    yield running
    running.close()


@pytest.fixture
def open_cards(recorder: Browser, site: Path) -> Iterator[Callable[..., Page]]:
    context = recorder.new_context(locale="zh-CN", viewport={"width": 1000, "height": 800})
    errors: list[str] = []
    context.on("weberror", lambda error: errors.append(str(error.error)))

    def go(script: str = WATCH, address: str = "") -> Page:
        page = context.new_page()
        page.add_init_script(script)
        page.goto(f"{address or (site / 'notebook' / 'index.html').as_uri()}#cards/")
        return page

    yield go
    context.close()
    assert errors == []


def voice(page: Page) -> Locator:
    return page.locator("cw-cards[data-id=first]").get_by_role("group", name="说一遍")


def press(page: Page, name: str) -> None:
    voice(page).get_by_role("button", name=name).click()


def is_live(page: Page) -> bool:
    return bool(page.evaluate("tracks.some(({ readyState }) => readyState === 'live')"))


def record(page: Page) -> None:
    press(page, "录下我说的")
    expect(voice(page).get_by_role("status")).to_have_text("正在录音，最多一分钟。")
    expect(voice(page).get_by_role("timer")).to_have_text("0:01")


def test_a_line_is_recorded_heard_recorded_again_and_discarded(open_cards: Callable[..., Page]) -> None:
    page = open_cards()
    record(page)
    assert is_live(page)
    assert violations(page, "main") == []
    press(page, "停")
    expect(voice(page).get_by_role("status")).to_contain_text("录好了")
    assert not is_live(page), "the microphone is released at once"
    page.get_by_role("button", name="翻面").first.click()
    press(page, "听我说的")
    expect(voice(page).get_by_role("status")).to_have_text("正在播放。")
    press(page, "停")
    press(page, "再录一遍")
    expect(voice(page).get_by_role("timer")).to_have_text("0:01")
    press(page, "停")
    press(page, "删掉")
    expect(voice(page).get_by_role("button")).to_have_text(["录下我说的"])
    kept = page.evaluate("Object.keys(localStorage).join()")
    assert "voice" not in kept
    page.get_by_role("button", name="想起来了", exact=True).first.click()
    expect(voice(page).get_by_role("button")).to_have_text(["录下我说的"])


def test_a_recording_heard_to_its_end_can_be_heard_again(open_cards: Callable[..., Page], engine: str) -> None:
    if engine == "firefox":
        pytest.skip("Firefox plays to no device here, so its sound has no end; Chromium's has a null device")
    page = open_cards()
    record(page)
    press(page, "停")
    press(page, "听我说的")
    expect(voice(page).get_by_role("button", name="听我说的")).to_be_visible(timeout=10_000)


def test_recording_goes_by_keyboard_and_keeps_the_focus(open_cards: Callable[..., Page]) -> None:
    page = open_cards()
    voice(page).get_by_role("button", name="录下我说的").focus()
    page.keyboard.press("Enter")
    expect(voice(page).get_by_role("button", name="停")).to_be_focused()
    expect(voice(page).get_by_role("timer")).to_have_text("0:01")
    page.keyboard.press("Enter")
    expect(voice(page).get_by_role("button", name="听我说的")).to_be_focused()


@pytest.mark.parametrize("how", ["#notebook/", "card", "hidden"])
def test_leaving_ends_the_recording(how: str, open_cards: Callable[..., Page]) -> None:
    page = open_cards()
    record(page)
    if how == "card":
        page.get_by_role("button", name="翻面").first.click()
    elif how == "hidden":
        page.evaluate("""() => {
          Object.defineProperty(document, "visibilityState", { value: "hidden" });
          document.dispatchEvent(new Event("visibilitychange"));
        }""")
    else:
        page.evaluate("location.hash = '#notebook/'")
    page.wait_for_function("tracks.every(({ readyState }) => readyState === 'ended')")
    page.evaluate("location.hash = '#cards/'")
    expect(voice(page).get_by_role("button", name="听我说的")).to_be_visible()


def test_a_recording_ends_after_a_minute(open_cards: Callable[..., Page]) -> None:
    page = open_cards(f"{WATCH}; const now = performance.now.bind(performance); performance.now = () => now() * 40;")
    press(page, "录下我说的")
    expect(voice(page).get_by_role("status")).to_contain_text("录好了", timeout=10_000)
    assert not is_live(page)


def test_one_recording_ends_another(open_cards: Callable[..., Page]) -> None:
    page = open_cards()
    record(page)
    other = page.locator("cw-cards[data-id=last]").get_by_role("group", name="说一遍")
    other.get_by_role("button", name="录下我说的").click()
    expect(voice(page).get_by_role("button", name="听我说的")).to_be_visible()
    expect(other.get_by_role("status")).to_have_text("正在录音，最多一分钟。")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("NotFoundError", "没有找到麦克风。"),
        ("NotReadableError", "麦克风正被别的程序用着。"),
        ("NotAllowedError", "浏览器没有允许这一页用麦克风；可以在地址栏旁边的权限里改。"),
        ("AbortError", "这个浏览器在这里录不了音。"),
    ],
)
def test_what_keeps_the_microphone_away_is_said(name: str, words: str, open_cards: Callable[..., Page]) -> None:
    page = open_cards(refusing(name))
    press(page, "录下我说的")
    expect(voice(page).get_by_role("status")).to_have_text(words + INSTEAD)
    expect(voice(page).get_by_role("button", name="录下我说的")).to_be_focused()
    assert violations(page, "main") == []


def test_a_question_of_the_browser_may_be_left_unanswered(open_cards: Callable[..., Page]) -> None:
    page = open_cards(f"{MEDIA}.getUserMedia = () => new Promise(() => {{}});")
    press(page, "录下我说的")
    expect(voice(page).get_by_role("status")).to_contain_text("请选“允许”")
    press(page, "取消")
    expect(voice(page).get_by_role("button", name="录下我说的")).to_be_focused()


def test_plain_http_under_a_name_is_told_and_localhost_records(
    open_cards: Callable[..., Page], serve: Callable[[Path], str], site: Path
) -> None:
    address = f"{serve(site)}/notebook/index.html"
    page = open_cards(WATCH, address)
    press(page, "录下我说的")
    expect(voice(page).get_by_role("status")).to_have_text(
        f"这一页不是加密的网址（https），浏览器不让它用麦克风。{INSTEAD}"
    )
    page = open_cards(WATCH, address.replace(HOST, "localhost"))
    record(page)
    press(page, "停")
    expect(voice(page).get_by_role("button", name="听我说的")).to_be_visible()


def test_a_frame_without_the_microphone_says_to_open_the_course_by_itself(
    open_cards: Callable[..., Page], serve: Callable[[Path], str], site: Path, tmp_path: Path
) -> None:
    course = f"{serve(site)}/notebook/index.html#cards/".replace(HOST, "127.0.0.1")
    frame = f'<iframe src="{course}" width="900" height="700"></iframe>'
    (tmp_path / "lms.html").write_text(f"<!doctype html><html lang=en><title>LMS</title>{frame}", encoding="utf-8")
    page = open_cards(WATCH, f"{serve(tmp_path)}/lms.html".replace(HOST, "localhost"))
    inside = page.frame_locator("iframe").locator("cw-cards[data-id=first]").get_by_role("group", name="说一遍")
    # Clicks and keys do not reach a frame of another site in an automated Firefox.
    inside.get_by_role("button", name="录下我说的").dispatch_event("click")
    expect(inside.get_by_role("status")).to_contain_text("这门课嵌在别的网页里")
