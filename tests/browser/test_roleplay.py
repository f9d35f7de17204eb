"""Playing a role-play: by mouse, by keyboard, kept, resumed, replayed, against the clock, on paper, without scripts."""

from __future__ import annotations

import base64
import json
import re
from pathlib import Path

import pytest
from browsers import skip_without_scripts
from player import CALL, CHAT, PLAY, WORDS, begin, kept, open_scene, play_well, rate, say, skills, write
from playwright.sync_api import Browser, Locator, Page, expect
from trainee import show_as

pytestmark = pytest.mark.browser

FULL = {"共情": "3 / 3", "倾听": "1 / 1", "澄清": "1 / 1", "方案": "2 / 2"}


@pytest.fixture
def address(site: Path) -> str:
    return (site / "scene" / "index.html").as_uri()


@pytest.fixture
def scene(page: Page, address: str) -> Locator:
    page.emulate_media(reduced_motion="reduce")
    return open_scene(page, address)


def press_until_focused(page: Page, target: Locator) -> None:
    """Tabs on to an element, as somebody does who has no mouse."""
    for _ in range(60):
        if target.evaluate("(element) => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("not reached by Tab")


def test_the_mouse_reaches_the_best_ending(scene: Locator) -> None:
    play_well(scene)
    expect(scene.get_by_role("heading", name="重新信任")).to_be_focused()
    expect(scene.locator(".ending-page > .grade")).to_contain_text("优秀")
    assert skills(scene) == FULL


def test_the_keyboard_alone_reaches_the_same_ending(page: Page, scene: Locator) -> None:
    press_until_focused(page, scene.locator(".begin"))
    page.keyboard.press("Enter")
    for words in ("两天假都白请了", "今晚八点前加急"):
        number = scene.locator(".reply", has_text=words).locator(".number").inner_text()
        page.keyboard.press(number)
        if words.startswith("今晚"):
            break
        press_until_focused(page, scene.get_by_role("textbox"))
        page.keyboard.insert_text(WORDS)
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        for box in scene.get_by_role("checkbox").all():
            press_until_focused(page, box)
            page.keyboard.press("Space")
        press_until_focused(page, scene.get_by_role("button", name="继续"))
        page.keyboard.press("Enter")
    expect(scene.locator(".ending-page > .grade")).to_contain_text("优秀")
    assert skills(scene) == FULL


def test_a_choice_says_what_it_did_once_and_the_focus_goes_to_the_new_turn(page: Page, scene: Locator) -> None:
    begin(scene)
    log = scene.get_by_role("log").element_handle()
    say(scene, "女士您先别激动")
    assert log.evaluate("(log) => log.isConnected"), "what is new must be added to the log that is there"
    expect(scene.get_by_role("log")).to_contain_text("愤怒 70 → 85 变糟")
    expect(scene.get_by_role("log")).to_contain_text("我激动？")
    expect(scene.locator(".exchange").last).to_be_focused()
    expect(scene.locator(".exchange").last).to_contain_text("别跟我来这套")
    expect(scene.get_by_role("meter", name="愤怒：85 / 100")).to_be_visible()
    coach = scene.locator("details.coach")
    expect(coach).not_to_have_attribute("open", "")
    coach.locator("summary").click()
    expect(coach).to_contain_text("“别激动”是命令")


def test_nothing_moves_on_by_itself(page: Page, address: str) -> None:
    scene = open_scene(page, address, CHAT)
    begin(scene)
    expect(scene.locator(".stage .theirs")).to_have_count(2)
    expect(scene.locator(".reply")).to_have_count(0)
    scene.get_by_role("button", name="继续").click()
    expect(scene.locator(".reply")).to_have_count(3)


def test_a_closed_choice_is_shown_grey_and_does_nothing(page: Page, address: str) -> None:
    page.emulate_media(reduced_motion="reduce")  # while the page glides a forced click lands on a neighbour
    scene = open_scene(page, address, CHAT)
    begin(scene)
    scene.get_by_role("button", name="继续").click()
    closed = scene.locator(".reply").first
    expect(closed).to_have_attribute("aria-disabled", "true")
    expect(closed).to_contain_text("现在还说不出口")
    closed.click(force=True)
    page.keyboard.press("1")
    expect(scene.locator(".reply")).to_have_count(3)


def test_a_reload_resumes_in_the_middle_with_the_half_written_answer(page: Page, scene: Locator) -> None:
    begin(scene)
    say(scene, "两天假都白请了")
    scene.get_by_role("textbox").fill("两天就这么")
    page.reload()
    expect(scene.get_by_role("textbox")).to_have_value("两天就这么")
    expect(scene.locator(".line.mine")).to_contain_text("这件事由我一路跟到底")
    write(scene)
    scene.get_by_role("checkbox").first.check()
    page.reload()
    expect(scene.locator(".said-now")).to_contain_text(WORDS)
    expect(scene.get_by_role("checkbox").first).to_be_checked()
    rate(scene)
    page.reload()
    expect(scene.get_by_role("log")).to_contain_text("行，那你打算怎么办？")


def test_the_order_of_choices_survives_a_reload(page: Page, scene: Locator) -> None:
    begin(scene)
    order = scene.locator(".reply").all_inner_texts()
    page.reload()
    expect(scene.locator(".reply")).to_have_text(order, use_inner_text=True)


def test_replaying_from_a_turn_keeps_the_first_attempt(page: Page, scene: Locator) -> None:
    begin(scene)
    say(scene, "派单一直是维修站")
    say(scene, "发到网上是您的权利")
    expect(scene.locator(".ending-page > .grade")).to_contain_text("待改进")
    expect(scene.locator("[data-tipped=lost] h4")).to_have_text("火气上头")
    scene.locator(".debrief-turn").nth(1).get_by_role("button", name="从这里重走").click()
    say(scene, "我记的是")
    write(scene)
    rate(scene)
    say(scene, "今晚八点前加急")
    expect(scene.locator(".ending-page > .grade")).to_contain_text("优秀")
    expect(scene.locator(".first-attempt summary")).to_have_text("第一次走：待改进（升级投诉）")
    ended = kept(page)["ended"]
    assert [(play["grade"], play["from"]) for play in ended] == [("待改进", None), ("优秀", 1)]
    assert ended[0]["skills"]["共情"] == [-1, 2] and ended[1]["skills"]["共情"] == [0, 3]


def test_the_debrief_tells_what_else_could_have_been_said_and_done(scene: Locator) -> None:
    play_well(scene)
    turn = scene.locator(".debrief-turn").first
    turn.locator(".alternatives summary").click()
    other = turn.locator(".alternative", has_text="派单一直")
    for words in ("会走到：火气上头", "愤怒 70 → 80 变糟", "信任 20 → 10 变糟", "共情−1", "内部分工是公司的事"):
        expect(other).to_contain_text(words)
    scene.get_by_text("对方心里的话").click()
    expect(scene.locator(".ending-page .role-card")).to_contain_text("全勤奖已经泡汤")
    expect(scene.locator(".agreed")).to_contain_text("讲师甲、讲师乙")


def test_an_ending_is_there_again_after_a_reload_with_what_was_written_about_it(page: Page, scene: Locator) -> None:
    play_well(scene)
    scene.get_by_role("textbox", name="哪一句话").fill("由我一路跟到底")
    page.reload()
    expect(scene.get_by_role("heading", name="重新信任")).to_be_visible()
    expect(scene.get_by_role("textbox", name="哪一句话")).to_have_value("由我一路跟到底")
    assert len(kept(page)["ended"]) == 1


def test_too_short_an_answer_names_the_field_and_shows_no_model_answer(scene: Locator) -> None:
    begin(scene)
    say(scene, "两天假都白请了")
    expect(scene.locator(".models")).to_have_count(0)
    write(scene, "您别急 　\n")
    expect(scene.get_by_role("alert")).to_contain_text("「先用一句话接住她的感受")
    expect(scene.get_by_role("alert")).to_contain_text("至少要写 15 字，现在是 3 字")
    expect(scene.get_by_role("textbox")).to_be_focused()
    expect(scene.get_by_role("textbox")).to_have_attribute("aria-invalid", "true")
    expect(scene.locator(".models")).to_have_count(0)
    write(scene)
    expect(scene.locator(".models")).to_contain_text("两头瞒着单位和家里")


def test_keys_choose_only_when_nobody_types_composes_or_commands(page: Page, scene: Locator) -> None:
    begin(scene)
    replies = scene.locator(".reply")
    for keys in ("Control+1", "Alt+1", "9"):
        page.keyboard.press(keys)
    composing = "(element) => element.dispatchEvent(new KeyboardEvent('keydown', {key: '1', bubbles: true, %s}))"
    replies.first.evaluate(composing % "isComposing: true")
    replies.first.evaluate(composing % "keyCode: 229")
    page.locator("h1:visible").evaluate("(title) => { title.tabIndex = -1; title.focus(); }")
    page.keyboard.press("1")
    expect(replies).to_have_count(3)
    expect(scene.locator(".line.mine")).to_have_count(0)


def test_enter_that_ends_a_composition_says_nothing(scene: Locator) -> None:
    begin(scene)
    say(scene, "两天假都白请了")
    field = scene.get_by_role("textbox")
    field.fill(WORDS)
    enter = "(field, more) => field.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, ...more}))"
    field.evaluate(enter, {"ctrlKey": True, "isComposing": True})
    field.evaluate(enter, {"ctrlKey": True, "keyCode": 229})
    field.evaluate(enter, {})
    expect(field).to_be_visible()
    field.press("Control+Enter")
    expect(scene.locator(".models")).to_be_visible()


def test_there_is_no_clock_unless_it_is_switched_on(page: Page, scene: Locator) -> None:
    expect(scene.get_by_role("radio", name="不限时")).to_be_checked()
    begin(scene)
    expect(scene.get_by_role("timer")).to_have_count(0)


def test_a_clock_warns_can_be_extended_and_then_runs_out(page: Page, address: str) -> None:
    page.clock.install()
    scene = open_scene(page, address)
    scene.get_by_role("radio", name="真实速度").check()
    begin(scene)
    expect(scene.get_by_role("timer")).to_have_text("还剩 0:30")
    page.clock.run_for(10_000)
    expect(scene.locator(".time-said")).to_have_text("还剩 20 秒。需要的话，点按钮加时间。")
    scene.get_by_role("button", name="再加 30 秒").click()
    page.clock.run_for(40_000)
    expect(scene.get_by_role("timer")).to_have_text("还剩 0:10")
    page.clock.run_for(11_000)
    expect(scene.get_by_role("log")).to_contain_text("时间到了")
    expect(scene.get_by_role("log")).to_contain_text("别跟我来这套")


SAVED_BEFORE = {
    "play": {
        "seed": 1,
        "speed": 0,
        "moves": [{"node": "没有了的节点", "kind": "write", "text": "我写过的话", "ticks": []}],
        "draft": {"text": "写了一半", "said": False, "ticks": []},
    },
    "ended": [{"ending": "勉强收场", "grade": "合格", "skills": {"共情": [1, 2]}}],
}


def test_a_scene_that_was_changed_keeps_the_words_and_offers_to_start_again(page: Page, scene: Locator) -> None:
    store(page, SAVED_BEFORE)
    expect(scene.locator(".scene-changed")).to_contain_text("这段对话的内容改过了")
    expect(scene.locator(".kept-texts")).to_contain_text("我写过的话")
    expect(scene.locator(".kept-texts")).to_contain_text("写了一半")
    expect(scene.locator(".past")).to_contain_text("走完 1 次；第一次：合格（勉强收场）")
    play_well(scene)
    assert [play["grade"] for play in kept(page)["ended"]] == ["合格", "优秀"]
    assert kept(page)["kept"] == ["我写过的话", "写了一半"]


@pytest.mark.parametrize(
    "value", [7, "x", [], {"play": 1}, {"play": {"seed": 1, "moves": [None]}}, {"ended": [{}, None], "kept": {"a": 1}}]
)
def test_a_damaged_record_never_stops_the_scene(page: Page, scene: Locator, value: object) -> None:
    store(page, value)
    begin(scene)
    say(scene, "两天假都白请了")
    expect(scene.get_by_role("textbox")).to_be_visible()


def store(page: Page, value: object) -> None:
    """Leaves a record behind and comes back to the page."""
    page.evaluate(
        "([key, text]) => localStorage.setItem(key, text)", [f"cw:scene:{PLAY}", json.dumps({"n": 50, "v": value})]
    )
    page.reload()


def test_the_page_source_gives_nothing_away(site: Path) -> None:
    source = (site / "scene" / "index.html").read_text(encoding="utf-8")
    for words in (
        "别激动”是命令",
        "两头瞒着单位",
        "不只是“我理解您”",
        "我激动？",
        "信任+15",
        "优秀",
        "全勤奖",
        "≥30",
    ):
        assert words not in source, words
    keys = re.findall(r'<script type="application/json" class="key">"([^"]+)"', source)
    packed = "".join(base64.b64decode(key).decode() for key in keys)
    assert "别激动”是命令" in packed
    assert "机密" not in source + packed, "trainer text ships to nobody"


def test_without_scripts_the_scene_is_a_gamebook_whose_links_lead_somewhere(
    browser: Browser, address: str, engine: str
) -> None:
    skip_without_scripts(engine)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    scene = page.locator("cw-roleplay").first
    expect(scene.locator(".script")).to_be_visible()
    expect(scene.locator(".role-card")).to_contain_text("可以加急派单")
    expect(scene.locator(".stage")).to_be_hidden()
    links = scene.locator(".script a").all()
    assert len(links) == 12
    for link in links:
        target = str(link.get_attribute("href")).removeprefix("#")
        assert page.locator(f"[id='{target}']").count() == 1, target
    context.close()


def test_paper_gets_the_script_and_room_to_write_before_a_play(page: Page, host: str) -> None:
    scene = open_scene(page, f"{host}/scene/index.html")
    show_as(page, "print")
    expect(scene.locator(".stage")).to_be_hidden()
    expect(scene.locator(".script .node").first).to_be_visible()
    expect(scene.locator(".script .writing-lines").first).to_be_visible()
    expect(scene.locator(".script")).not_to_contain_text("命令")


def test_paper_gets_the_conversation_once_it_was_played(page: Page, host: str) -> None:
    scene = open_scene(page, f"{host}/scene/index.html")
    play_well(scene)
    show_as(page, "print")
    expect(scene.locator(".script")).to_be_hidden()
    turns = scene.locator(".debrief-turn")
    expect(turns.first).to_contain_text("王女士")
    expect(turns.nth(1)).to_contain_text(WORDS)
    for unseen in (".alternatives", ".best-play", ".replay", ".again"):
        assert not any(each.is_visible() for each in scene.locator(unseen).all()), unseen


def test_the_mood_shows_in_a_face_and_a_word_and_is_told_once(scene: Locator) -> None:
    begin(scene)
    mood = scene.locator(".scene-bar .mood")
    expect(mood).to_contain_text("紧张")
    say(scene, "女士您先别激动")
    expect(mood).to_contain_text("很僵")
    expect(mood.locator("svg")).to_have_attribute("aria-hidden", "true")
    expect(scene.locator(".changes")).to_contain_text("气氛：很僵")
    expect(scene.locator(".theirs .portrait .face").first).to_be_visible()
    expect(scene.locator(".mine .portrait .face")).to_have_count(0)


def test_a_person_has_the_authors_picture_and_it_is_described_once(page: Page, address: str) -> None:
    scene = open_scene(page, address, CHAT)
    expect(scene.get_by_role("img", name="抱着孩子的年轻母亲")).to_have_count(1)
    begin(scene)
    picture = scene.locator(".stage .theirs .portrait img").first
    assert picture.evaluate("(image) => image.decode().then(() => image.naturalWidth)") > 0
    expect(scene.get_by_role("img", name="抱着孩子的年轻母亲")).to_have_count(1)
    expect(scene.locator(".cast .role.mine .portrait")).to_have_text("我")


def test_two_tabs_show_the_same_play(page: Page, scene: Locator, address: str) -> None:
    other = open_scene(page.context.new_page(), address)
    begin(scene)
    say(scene, "两天假都白请了")
    expect(other.locator(".line.mine")).to_contain_text("这件事由我一路跟到底")


def test_the_chapter_is_a_step_further_when_an_ending_was_reached(page: Page, scene: Locator) -> None:
    play_well(scene)
    page.goto(page.url.split("#")[0] + "#results/")
    expect(page.locator("#results-body, .results")).to_contain_text(["重新信任"])
    assert page.locator(f"a[data-chapter='{CALL}']").first.get_attribute("data-state") in ("going", "done")
