"""How the system's browsers are started for tests: with the rules that hold for a learner."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
COURSES = Path(__file__).parent / "courses"
HOST = "training.example"
"""Not localhost: browsers withhold some of their functions from plain http under such a name."""

ENGINES = ("chromium", "firefox")
IN_WEBKIT = """
    pages way search languages words prose_in_pages
    quiz questions question_types quiz_modes exams cards worksheets self_checks reflections exercises cases
    roleplay best_play notebook results keeping files
"""
"""The test files that WebKitGTK runs too: the way through a course, every kind of question and block, what is kept.

The others ask for what WebDriver cannot do, or repeat for a rule what these show.
"""

FIREFOX_PREFS = {
    "security.fileuri.strict_origin_policy": True,  # as for a learner; automation switches it off
    "network.dns.localDomains": HOST,
}
KILLS = int(os.environ.get("COURSEWRIGHT_KILLS", "10"))
"""How often a browser is killed to see whether it kept what it called saved; 50 for a thorough run."""


def launch_options(engine: str) -> dict[str, object]:
    """What Playwright needs to start the browser that the system has."""
    if engine == "firefox":
        path = shutil.which("firefox-esr") or shutil.which("firefox")
        return {"executable_path": path, "channel": "moz-firefox", "firefox_user_prefs": FIREFOX_PREFS}
    path = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    return {"executable_path": path, "args": [f"--host-resolver-rules=MAP {HOST} 127.0.0.1"]}


def skip_without_scripts(engine: str) -> None:
    """Chromium shows what a page is without scripts; the page's HTML and styles are the same in Firefox.

    Playwright's ``java_script_enabled=False`` has no effect on the system's Firefox.
    """
    if engine == "firefox":
        pytest.skip("Playwright cannot switch off the scripts of the system's Firefox; Chromium's run shows the page")


def skip_long_walk(engine: str) -> None:
    """Under automation Firefox needs minutes for a walk through a whole course; shorter tests show the same in it."""
    if engine == "firefox":
        pytest.skip("a walk through the whole course takes Firefox minutes under automation; Chromium's run shows it")
