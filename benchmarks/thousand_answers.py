"""How long the page stops while 1,000 answers are given and saved, one after the other, in Chromium from a file.

Each answer is announced as its question does it, then the page may paint. Printed are the time of an announcement, when
the last answer was called saved, and the longest tasks of the page's thread: by the clock, and by the processor's time,
which other programs on the machine do not lengthen.

    .venv/bin/python benchmarks/thousand_answers.py [chapters]
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright
from sample import write_course

ROOT = Path(__file__).parents[1]
ITEMS = 1000
ANSWER_ALL = """
async () => {
  const { chapters } = JSON.parse(document.getElementById("course-data").textContent);
  const blocks = chapters.flatMap(({ id, blocks }) => blocks.map((block) => ({ ...block, path: `${id}/${block.id}` })));
  const items = blocks.flatMap(({ path, items = [] }) =>
    items.map(({ id, print, points }) => ({ id: `answer:${path}/${id}`, print, possible: points })));
  const saved = new Set();
  document.addEventListener("course:saved", ({ detail }) => detail.ids.forEach((id) => saved.add(id)));
  const times = [];
  const begin = performance.now();
  for (const item of items) {
    const start = performance.now();
    const given = { kind: "choice", response: ["x"], words: [], earned: [1, 1], attempt: 1, hints: 0, shown: 0 };
    const detail = { ...given, ...item };
    document.dispatchEvent(new CustomEvent("course:answered", { detail }));
    times.push(performance.now() - start);
    await new Promise((done) => setTimeout(done));
  }
  while (items.some(({ id }) => !saved.has(id))) await new Promise((done) => setTimeout(done, 10));
  await new Promise((done) => setTimeout(done, 600));
  times.sort((a, b) => a - b);
  return { n: items.length, middle: times[times.length >> 1], longest: times.at(-1), all: performance.now() - begin };
}
"""


def main(chapters: int = 20) -> None:
    """Print the figures of one run."""
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        course, out = Path(scratch, "thousand"), Path(scratch, "site")
        write_course(course, chapters=chapters, items=ITEMS // chapters)
        subprocess.run(
            [sys.executable, "-m", "ssg", "build", course, "-o", out], cwd=ROOT, check=True, stdout=subprocess.DEVNULL
        )
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        page = browser.new_page()
        page.goto((out / "thousand" / "index.html").as_uri())
        browser.start_tracing(page=page, categories=["toplevel"])
        found = page.evaluate(ANSWER_ALL)
        events = json.loads(browser.stop_tracing())["traceEvents"]
        browser.close()
    print(f"{found['n']} answers, all saved after {found['all'] / 1000:.1f} s")
    print(f"one answer    median {found['middle']:.1f} ms, longest {found['longest']:.1f} ms")
    tell_tasks(events)


def tell_tasks(events: list[dict[str, Any]]) -> None:
    """The longest tasks of the threads that run pages."""
    threads = {
        (e["pid"], e["tid"]) for e in events if e["name"] == "thread_name" and e["args"]["name"] == "CrRendererMain"
    }
    tasks = [e for e in events if e["name"].endswith("RunTask") and (e["pid"], e["tid"]) in threads]
    for name, words in (("dur", "by the clock"), ("tdur", "by the processor")):
        times = sorted((e.get(name, 0) / 1000 for e in tasks), reverse=True)
        over = sum(time > 50 for time in times)
        print(f"tasks {words:16} longest {times[0]:.0f} ms, {over} over 50 ms of {len(times)}")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
