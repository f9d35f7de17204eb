"""How a course of 1,000 items opens and answers in Chromium, from a file.

First paint is the browser's own first-contentful-paint; an answer is timed from the click on “check” to the frame
after its feedback stands in the page.

    .venv/bin/python benchmarks/thousand_items.py [chapters] [runs]
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
ITEMS = 1000
ANSWER = """
async () => {
  const item = document.querySelector(".chapter:not([hidden]) .item");
  item.querySelector("input").click();
  const start = performance.now();
  item.querySelector("[type=submit]").click();
  while (!item.querySelector(".feedback, [class*=verdict], [class*=result]")?.textContent.trim()) {
    await new Promise(requestAnimationFrame);
  }
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - start;
}
"""


def main(chapters: int = 20, runs: int = 7) -> None:
    """Print the medians of both times."""
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        course, out = Path(scratch, "thousand"), Path(scratch, "site")
        write_course(course, chapters=chapters, items=ITEMS // chapters)
        subprocess.run(
            [sys.executable, "-m", "ssg", "build", course, "-o", out], cwd=ROOT, check=True, stdout=subprocess.DEVNULL
        )
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        page = (out / "thousand" / "index.html").as_uri()
        paints, opens, answers = zip(*(measure(browser, page) for _ in range(runs)), strict=True)
        print(f"{ITEMS} items in {chapters} chapters, {runs} fresh openings")
        print(f"first paint   median {statistics.median(paints):.0f} ms (to {max(paints):.0f})")
        print(f"open chapter  median {statistics.median(opens):.0f} ms (to {max(opens):.0f})")
        print(f"first answer  median {statistics.median(answers):.0f} ms (to {max(answers):.0f})")


def measure(browser: Browser, address: str) -> tuple[float, float, float]:
    """First paint, opening the first chapter, and the first answer, in milliseconds."""
    page = browser.new_page()
    page.goto(address)
    page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length > 0")
    paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    opened = page.evaluate(
        """async () => {
          const start = performance.now();
          location.hash = document.querySelector(".chapter").id;
          await new Promise((done) => addEventListener("hashchange", done, { once: true }));
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
          return performance.now() - start;
        }"""
    )
    page.wait_for_selector(".chapter:not([hidden]) .item [type=submit]")
    answer = page.evaluate(ANSWER)
    page.close()
    return paint, opened, answer


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
