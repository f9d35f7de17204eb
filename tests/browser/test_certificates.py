"""A certificate is there once everything is passed and never before; it prints on one sheet, and verify knows it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from accessible import violations
from browsers import COURSES, REPOSITORY
from jsonschema import Draft202012Validator
from learner import HOURS, SLOW, answer, last_file, saved_file, stored, tool, visit
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pypdf import PdfReader

pytestmark = pytest.mark.browser

VECTORS = json.loads((REPOSITORY / "tests" / "vectors" / "certificate.json").read_text(encoding="utf-8"))
PAGE = REPOSITORY / "themes" / "base" / "pages" / "certificate"
CALL_BACK, STEPS = "answer:close/promise/call-back", "answer:close/promise/steps"


def half(script: str) -> str:
    text = "\n".join((PAGE / f"{name}.js").read_text(encoding="utf-8") for name in ("sha256", "code"))
    return f'(input) => {{ "use strict"; {text}\n{script} }}'


def pass_everything(page: Page, hours: tuple[int, int] = (2, 3)) -> None:
    answer(page, SLOW)
    answer(page, HOURS, hours, possible=2)
    answer(page, CALL_BACK)
    answer(page, STEPS)


def certificate(page: Page, demo: str, name: str | None = "欧阳晓晨") -> None:
    page.goto(f"{demo}#certificate/")
    if name is not None:
        page.get_by_label("写在证书上的名字").fill(name)


def code_on(page: Page) -> str:
    return page.locator("[data-part=code]").inner_text()


def results_file(page: Page) -> dict[str, Any]:
    page.locator(".certificate [data-action=download-results]").click()
    return last_file(page)


def verify(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ssg", "verify", *arguments]
    return subprocess.run(command, cwd=REPOSITORY, capture_output=True, encoding="utf-8", check=False)


def test_the_page_makes_the_codes_of_the_vectors(page: Page, demo: str, host: str) -> None:
    for address in (demo, f"{host}/demo/index.html"):  # under a host name the browser has no hash of its own
        page.goto(address)
        codes = page.evaluate(
            half("return input.map((each) => certificateCode(each.course, each.certificate));"), VECTORS
        )
        assert codes == [each["code"] for each in VECTORS]


def test_before_everything_is_passed_the_page_says_what_is_missing(page: Page, demo: str) -> None:
    visit(page, demo)
    answer(page, SLOW)
    answer(page, HOURS, (1, 2), possible=2)
    answer(page, CALL_BACK)
    page.goto(f"{demo}#certificate/")
    rows = page.locator(".certificate-missing li")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("说好的事")
    expect(rows).to_contain_text("现有 1 / 2 分，80% 通过")
    expect(rows).to_contain_text("还有 1 题没答")
    expect(page.locator(".certificate-sheet")).to_be_hidden()
    page.get_by_role("link", name="说好的事").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("收尾")


def test_whoever_passes_the_last_quiz_is_told_and_led_to_the_certificate(page: Page, demo: str) -> None:
    visit(page, demo)
    pass_everything(page)
    page.get_by_role("status").get_by_role("button", name="查看证书").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("证书")


def test_without_a_name_there_is_no_sheet_to_print(page: Page, demo: str) -> None:
    visit(page, demo)
    pass_everything(page)
    certificate(page, demo, "  ")
    expect(page.get_by_text("填写姓名以后")).to_be_visible()
    expect(page.locator(".certificate-sheet")).to_be_hidden()
    expect(page.get_by_role("button", name="打印证书")).to_be_hidden()


def test_the_sheet_says_name_course_points_day_and_code(page: Page, demo: str) -> None:
    page.clock.set_fixed_time("2026-05-01T12:00:00")
    visit(page, demo)
    pass_everything(page)
    page.clock.run_for(1000)
    certificate(page, demo)
    sheet = page.locator(".certificate-sheet")
    for words in ("欧阳晓晨", "听懂客户", "得分 4.33 / 5（86%）", "2026年5月1日", "2.33 / 3"):
        expect(sheet).to_contain_text(words)
    page.goto(f"{demo}#results/")
    expect(page.locator("#learner-name")).to_have_value("欧阳晓晨")


def test_reprinting_gives_the_same_day_and_code_and_another_name_another_code(page: Page, demo: str) -> None:
    page.clock.set_fixed_time("2026-05-01T12:00:00")
    visit(page, demo)
    pass_everything(page)
    certificate(page, demo)
    code = code_on(page)
    page.clock.set_fixed_time("2031-01-01T12:00:00")
    page.reload()
    assert code_on(page) == code
    expect(page.locator("[data-part=date]")).to_have_text("2026年5月1日")
    page.get_by_label("写在证书上的名字").fill("欧阳晓辰")
    assert code_on(page) != code


def test_a_wrong_clock_changes_no_point(page: Page, demo: str) -> None:
    page.clock.set_fixed_time("1970-01-01T00:00:00")
    visit(page, demo)
    pass_everything(page)
    certificate(page, demo)
    expect(page.locator("[data-part=score]")).to_have_text("得分 4.33 / 5（86%）")


def test_trying_again_keeps_the_certificate_and_a_better_result_improves_it(page: Page, demo: str) -> None:
    page.clock.set_fixed_time("2026-05-01T12:00:00")
    visit(page, demo)
    pass_everything(page)
    certificate(page, demo)
    answer(page, STEPS, (0, 1), attempt=2)
    page.clock.set_fixed_time("2026-05-02T12:00:00")
    page.reload()
    expect(page.locator("[data-part=score]")).to_have_text("得分 4.33 / 5（86%）")
    answer(page, STEPS, (1, 1), attempt=3)
    answer(page, HOURS, (1, 1), attempt=2, possible=2)
    page.reload()
    expect(page.locator("[data-part=score]")).to_have_text("得分 5 / 5（100%）")
    expect(page.locator("[data-part=date]")).to_have_text("2026年5月1日")


def test_a_certificate_follows_its_learner_in_a_progress_file(page: Page, demo: str, browser: Browser) -> None:
    visit(page, demo)
    pass_everything(page)
    certificate(page, demo)
    code, file = code_on(page), saved_file(page)
    other = browser.new_context(locale="zh-CN").new_page()
    visit(other, f"{demo}#certificate/")
    tool(other, "load-progress")
    other.locator("#load-file").set_input_files(
        {"name": "p.json", "mimeType": "application/json", "buffer": json.dumps(file).encode()}
    )
    other.locator("#load-dialog button[value=confirm]").click()
    expect(other.locator("[data-part=code]")).to_have_text(code)
    other.context.close()


@pytest.mark.parametrize(
    "value", [1, "x", None, {"date": "x", "version": "1", "build": "b", "earned": "1/0", "possible": 1, "quizzes": []}]
)
def test_a_damaged_certificate_is_issued_anew(page: Page, demo: str, value: Any) -> None:
    visit(page, demo)
    pass_everything(page)
    page.evaluate("(v) => localStorage.setItem('cw:demo:certificate', JSON.stringify({ n: 999, v }))", value)
    page.reload()
    certificate(page, demo)
    expect(page.locator("[data-part=score]")).to_have_text("得分 4.33 / 5（86%）")


def test_a_reset_takes_the_certificate_with_it(page: Page, demo: str) -> None:
    visit(page, demo)
    pass_everything(page)
    certificate(page, demo)
    tool(page, "reset")
    page.locator("#reset-dialog button[value=confirm]").click()
    certificate(page, demo, None)
    expect(page.locator(".certificate-missing li")).to_have_count(2)
    assert stored(page)["certificate"]["v"] is None


def test_the_results_file_verifies_and_an_altered_one_does_not(page: Page, demo: str, tmp_path: Path) -> None:
    visit(page, demo)
    pass_everything(page)
    certificate(page, demo)
    file = results_file(page)
    schema = json.loads((REPOSITORY / "ssg" / "schemas" / "results-1.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(file)
    path = tmp_path / "results.json"
    path.write_text(json.dumps(file), encoding="utf-8")
    done = verify(code_on(page), str(path))
    assert done.returncode == 0, done.stdout
    file["certificate"]["name"] = file["learner"]["name"] = "别人"
    path.write_text(json.dumps(file), encoding="utf-8")
    assert verify(code_on(page), str(path)).returncode == 1


def test_answers_given_on_the_screen_are_scored_again_with_the_course(page: Page, demo: str, tmp_path: Path) -> None:
    visit(page, f"{demo}#recognise/")
    page.locator(".item[data-id=slow]").get_by_text("失望", exact=True).click()
    page.locator(".item[data-id=slow]").get_by_role("button", name="检查").click()
    page.locator(".item[data-id=hours]").get_by_role("textbox").fill("25")
    page.locator(".item[data-id=hours]").get_by_role("button", name="检查").click()
    certificate(page, demo, None)
    page.goto(f"{demo}#results/")
    page.get_by_role("button", name="下载学习结果").click()
    file = last_file(page)
    path = tmp_path / "results.json"
    path.write_text(json.dumps(file), encoding="utf-8")
    done = verify(str(path), "--course", str(COURSES / "demo"))
    assert done.returncode == 0, done.stdout
    file["answers"][1]["first"]["earned"] = "2"
    path.write_text(json.dumps(file), encoding="utf-8")
    assert verify(str(path), "--course", str(COURSES / "demo")).returncode == 1


@pytest.mark.parametrize("name", ["晨", "一位名字很长的学员" * 8])
def test_the_certificate_prints_on_one_landscape_sheet(
    page: Page, demo: str, tmp_path: Path, engine: str, name: str
) -> None:
    if engine == "firefox":
        pytest.skip("Playwright makes PDF with Chromium only")
    visit(page, demo)
    pass_everything(page)
    certificate(page, demo, name)
    page.pdf(path=tmp_path / "certificate.pdf", prefer_css_page_size=True, print_background=True)
    pages = PdfReader(tmp_path / "certificate.pdf").pages
    assert [tuple(round(side / 72 * 25.4) for side in each.mediabox[2:]) for each in pages] == [(297, 210)]
    assert page.evaluate("document.querySelector('.certificate-sheet').scrollHeight") > 0


def test_a_name_cannot_turn_the_words_around_it(page: Page, demo: str) -> None:
    visit(page, demo)
    pass_everything(page)
    certificate(page, demo, "<b>陈\u202e晨</b>")
    expect(page.locator("[data-part=name]")).to_have_text("<b>陈 晨</b>")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_page_is_accessible_and_fits_a_phone(context: BrowserContext, demo: str, width: int, theme: str) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    visit(page, f"{demo}#certificate/")
    assert violations(page) == []
    page.goto(f"{demo}#close/")
    pass_everything(page)
    certificate(page, demo)
    page.wait_for_timeout(700)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
