"""How long a clean build and a check take and what they weigh, beside markdown-it-py merely rendering the same text.

All run as whole processes, in turn, in one run; the medians of the ratios, run by run, are the figures to quote.

    .venv/bin/python benchmarks/build_speed.py [chapters] [runs]
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sample import write_course

ROOT = Path(__file__).parents[1]
PEER = """
import sys
from pathlib import Path
from markdown_it import MarkdownIt
markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])
for file in sorted(Path(sys.argv[1]).glob("*.md")):
    html = markdown.render(file.read_text(encoding="utf-8"))
    Path(sys.argv[2], file.stem + ".html").write_text(html, encoding="utf-8")
"""


def main(chapters: int = 100, runs: int = 9) -> None:
    """Print medians, ratios and the peak memory of all three."""
    with tempfile.TemporaryDirectory() as scratch:
        course, out, plain = Path(scratch, "course"), Path(scratch, "site"), Path(scratch, "plain")
        plain.mkdir()
        write_course(course, chapters=chapters, items=6)
        ours = [sys.executable, "-m", "ssg", "build", str(course), "-o", str(out)]
        check = [sys.executable, "-m", "ssg", "check", str(course)]
        peer = [sys.executable, "-c", PEER, str(course), str(plain)]
        rounds = [(run(ours), run(check), run(peer)) for _ in range(runs + 1)][1:]
        size = sum(file.stat().st_size for file in course.glob("*.md")) / chapters
    print(f"{chapters} chapters of {size:.0f} bytes with six items each, {runs} runs in turn after a warm-up")
    for at, name in enumerate(("coursewright build", "coursewright check", "markdown-it-py alone")):
        seconds, peak = statistics.median(each[at][0] for each in rounds), max(each[at][1] for each in rounds)
        print(f"{name:20} median {seconds:.3f} s  peak {peak:.0f} MB")
    tell("build to markdown-it-py", [build[0] / peer[0] for build, _, peer in rounds])
    tell("check to build", [checked[0] / build[0] for build, checked, _ in rounds])


def tell(name: str, ratios: list[float]) -> None:
    """Print a ratio as the median of all rounds, and its spread."""
    print(f"{name}: {statistics.median(ratios):.2f} (round by round {min(ratios):.2f} to {max(ratios):.2f})")


def run(command: list[str]) -> tuple[float, float]:
    """Wall seconds and peak megabytes of one whole process."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status:
        raise SystemExit(f"failed: {' '.join(command)}")
    return wall, usage.ru_maxrss / 1024


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
