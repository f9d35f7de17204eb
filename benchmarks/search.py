"""How fast a long course is searched: reading it when the search is first opened, the first result, and each key.

Times are medians in milliseconds: from opening until a result stands in the page, and from a key to its results. The
longest task is what kept the page from answering meanwhile (Chromium only).

    .venv/bin/python benchmarks/search.py [chapters] [runs] [chromium|firefox]
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from sample import write_course

ROOT = Path(__file__).parents[1]
QUERY = "先听语速"
MEASURE = """async (query) => {
  const tasks = [];
  const watch = new PerformanceObserver((list) => tasks.push(...list.getEntries().map((task) => task.duration)));
  watch.observe({ type: "longtask" });
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const field = document.getElementById("search-words");
  const shown = () => document.querySelector(".search-results a");
  const type = async (words) => {
    const start = performance.now();
    field.value = words;
    field.dispatchEvent(new Event("input"));
    while (!shown()) await new Promise((done) => setTimeout(done));
    return performance.now() - start;
  };
  const start = performance.now();
  document.querySelector("[data-action=search]").click();
  await type(query);
  const opened = performance.now() - start;
  const keys = [];
  for (let length = 1; length <= query.length; length += 1) {
    document.querySelector(".search-results").replaceChildren();
    keys.push(await type(query.slice(0, length)));
    await frame();
  }
  return { opened, first: keys[0], keys, task: Math.max(0, ...tasks) };
}"""


def main(chapters: str = "100", runs: str = "7", engine: str = "chromium") -> None:
    """Print the medians, and how much the table of characters' forms weighs beside the text."""
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        course, out = Path(scratch, "long"), Path(scratch, "site")
        write_course(course, chapters=int(chapters), items=10)
        subprocess.run(
            [sys.executable, "-m", "ssg", "build", course, "-o", out], cwd=ROOT, check=True, stdout=subprocess.DEVNULL
        )
        page = out / "long" / "index.html"
        text = sum(file.stat().st_size for file in course.glob("*.md"))
        table = page.read_text(encoding="utf-8").partition('id="variants">"')[2].partition('"')[0]
        path = shutil.which("firefox-esr" if engine == "firefox" else "chromium")
        channel = "moz-firefox" if engine == "firefox" else None
        browser = getattr(playwright, engine).launch(executable_path=path, channel=channel)
        found = [measure(browser, page.as_uri()) for _ in range(int(runs))]
        print(f"{chapters} chapters, {text:,} bytes of text; forms of characters {len(table.encode()):,} bytes")
        for name, words in (("opened", "reading and first result"), ("first", "first key"), ("task", "longest task")):
            times = [each[name] for each in found]
            print(f"{words:26} median {statistics.median(times):.0f} ms (to {max(times):.0f})")
        keys = [key for each in found for key in each["keys"]]
        print(f"{'each key':26} median {statistics.median(keys):.0f} ms (to {max(keys):.0f})")


def measure(browser: Browser, address: str) -> dict[str, float | list[float]]:
    """One fresh opening."""
    page = browser.new_page()
    page.goto(address)
    page.wait_for_timeout(500)
    times: dict[str, float | list[float]] = page.evaluate(MEASURE, QUERY)
    page.close()
    return times


if __name__ == "__main__":
    main(*sys.argv[1:])
