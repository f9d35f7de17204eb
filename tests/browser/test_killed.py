"""What was called saved survives the browser's sudden death: a real profile, killed at that very moment."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from browsers import KILLS, launch_options
from learner import answer, await_saved, value_of, visit
from playwright.sync_api import Error, Page, Playwright

pytestmark = pytest.mark.browser

ITEM = "answer:recognise/listen/kill-{}"


@contextmanager
def doomed_firefox(playwright: Playwright, profile: Path) -> Iterator[Page]:
    """A page in a browser with a profile that stays, which ends by SIGKILL. Its children end with it."""
    context = playwright.firefox.launch_persistent_context(profile, **launch_options("firefox"))
    try:
        yield context.pages[0]
    finally:
        found = subprocess.run(["pgrep", "-f", str(profile)], capture_output=True, text=True, check=True)
        for process in map(int, found.stdout.split()):
            os.kill(process, signal.SIGKILL)
        with suppress(Error):  # it is gone already
            context.close()


@contextmanager
def doomed_chromium(playwright: Playwright, profile: Path) -> Iterator[Page]:
    """A page in a browser of its own process group, which ends by SIGKILL."""
    port_file = profile / "DevToolsActivePort"
    port_file.unlink(missing_ok=True)
    flags = ["--headless=new", "--no-sandbox", "--no-first-run", "--disable-gpu", "--remote-debugging-port=0"]
    command = [str(launch_options("chromium")["executable_path"]), *flags, f"--user-data-dir={profile}", "about:blank"]
    process = subprocess.Popen(command, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        port = wait_for_port(port_file)
        browser = playwright.chromium.connect_over_cdp(f"http://127.0.0.1:{port}")
        yield browser.contexts[0].pages[0]
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def wait_for_port(file: Path) -> int:
    end = time.monotonic() + 30
    while time.monotonic() < end:
        if file.exists() and (lines := file.read_text().splitlines()):
            return int(lines[0])
        time.sleep(0.05)
    raise TimeoutError("Chromium did not open its debugging port")


DOOMED = {"chromium": doomed_chromium, "firefox": doomed_firefox}


def test_no_answer_called_saved_is_lost_to_a_killed_browser(
    playwright: Playwright, engine: str, demo: str, tmp_path: Path
) -> None:
    for number in range(KILLS + 1):
        with DOOMED[engine](playwright, tmp_path / "profile") as page:
            visit(page, demo)
            if number:
                answer_of_before = ITEM.format(number - 1)
                page.wait_for_timeout(300)
                assert value_of(page, answer_of_before) is not None, f"lost by kill {number}"
            if number < KILLS:
                answer(page, ITEM.format(number))
                await_saved(page, ITEM.format(number))
