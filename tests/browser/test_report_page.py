"""The page of figures in real browsers: accessible, within the window, and quiet under its own policy."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from accessible import LOOKS, sideways, violations
from browsers import REPOSITORY
from playwright.sync_api import Page
from roleplay_scenes import SAMPLE

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    course = folder / "content" / "a"
    course.mkdir(parents=True)
    (course / "course.yaml").write_text("title: 例子\n", encoding="utf-8")
    (course / "01-a.md").write_text(SAMPLE, encoding="utf-8")
    command = [sys.executable, str(REPOSITORY / "build.py"), "check", "--html", "report.html"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return folder / "report.html"


@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_anybody_can_read_it(scheme: str, width: int, report: Path, page: Page) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(report.as_uri())
    assert violations(page) == []
    assert sideways(page) <= 0
    assert said == []
    drawing = page.get_by_role("img", name="《等了两天的空调》的走向图")
    drawing.wait_for()
    assert page.get_by_role("table").count() == 5
