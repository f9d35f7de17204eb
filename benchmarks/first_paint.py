"""How soon a large course shows something, and how much memory its page takes, in Chromium from a file.

First paint and first contentful paint are the page's own paint entries, each time in a browser that has kept nothing.
Memory is the private memory of the renderer's process (Private_Clean and Private_Dirty of smaps_rollup, so Linux only):
all that the page costs, the engine included. Beside it stands its scripts' heap (JSHeapUsedSize after a collection).

    .venv/bin/python benchmarks/first_paint.py [chapters] [runs]
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright
from sample import write_course

ROOT = Path(__file__).parents[1]
PAINTS = """() => new Promise((done) => {
  const tell = () => {
    const found = Object.fromEntries(performance.getEntriesByType("paint").map((each) => [each.name, each.startTime]));
    if (found["first-contentful-paint"]) done(found);
    else setTimeout(tell, 20);
  };
  tell();
})"""
LIMITS = {"paint": 300, "memory": 60}
"""Milliseconds and MB."""


def main(chapters: int = 100, runs: int = 9) -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        address = build(Path(scratch), chapters)
        path = shutil.which("chromium-headless-shell") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path)
        paints(browser, address, runs)
        memory(browser, address, chapters)
        browser.close()
    print(f"load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")


def build(folder: Path, chapters: int) -> str:
    """The address of a course of so many chapters."""
    course, out = folder / "large", folder / "site"
    write_course(course, chapters=chapters, items=5)
    command = [sys.executable, "-m", "ssg", "build", str(course), "-o", str(out)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    page = out / "large" / "index.html"
    print(f"{chapters} chapters, document of {page.stat().st_size / 1e6:.2f} MB")
    return page.as_uri()


def paints(browser: Browser, address: str, runs: int) -> None:
    """The times to the first paint, over so many fresh contexts."""
    found = []
    for _ in range(runs):
        context = browser.new_context(viewport={"width": 1280, "height": 800})
        page = context.new_page()
        page.goto(address, wait_until="commit")
        found.append(page.evaluate(PAINTS))
        context.close()
    for name in ("first-paint", "first-contentful-paint"):
        times = sorted(each[name] for each in found)
        middle = statistics.median(times)
        print(f"{name:24} median {middle:.0f} ms, {times[0]:.0f} to {times[-1]:.0f} (limit {LIMITS['paint']} ms)")


def memory(browser: Browser, address: str, chapters: int) -> None:
    """The memory of the page when opened, and after a visit to ten chapters."""
    page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_timeout(2000)
    tell(page, session, "opened")
    for number in range(1, 11):
        page.evaluate("(hash) => { location.hash = hash; }", f"c{number * chapters // 10}/")
        page.wait_for_timeout(300)
    tell(page, session, "ten chapters visited")


def tell(page: Page, session: CDPSession, when: str) -> None:
    """What the page holds now."""
    session.send("HeapProfiler.collectGarbage")
    heap = {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}
    counters = session.send("Memory.getDOMCounters")
    private = renderer_memory(page.context.browser)
    print(
        f"{when:24} renderer {private:.0f} MB private (limit {LIMITS['memory']} MB), "
        f"scripts' heap {heap['JSHeapUsedSize'] / 1e6:.1f} MB, {counters['nodes']} nodes"
    )


def renderer_memory(browser: Browser | None) -> float:
    """MB of private memory of the largest renderer."""
    assert browser is not None
    session = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    sizes = [private(each["id"]) for each in processes if each["type"] == "renderer"]
    return max(sizes)


def private(process: int) -> float:
    """MB of memory that only this process has."""
    text = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    return sum(int(size) for size in re.findall(r"Private_\w+: +(\d+) kB", text)) / 1000


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
