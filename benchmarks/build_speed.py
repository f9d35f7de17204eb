"""How long a clean build takes and what it weighs, beside markdown-it-py merely parsing and rendering the same text.

Both run as whole processes, in turn, in one run; the ratio of the medians is the figure to quote.

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
    """Print medians, the ratio and the peak memory of both."""
    with tempfile.TemporaryDirectory() as scratch:
        course, out, plain = Path(scratch, "course"), Path(scratch, "site"), Path(scratch, "plain")
        plain.mkdir()
        write_course(course, chapters=chapters, items=6)
        ours = [sys.executable, "-m", "ssg", "build", str(course), "-o", str(out)]
        peer = [sys.executable, "-c", PEER, str(course), str(plain)]
        pairs = [(run(ours), run(peer)) for _ in range(runs + 1)][1:]
        size = sum(file.stat().st_size for file in course.glob("*.md")) / chapters
    mine, theirs = ([pair[side][0] for pair in pairs] for side in (0, 1))
    print(f"{chapters} chapters of {size:.0f} bytes with six items each, {runs} runs in turn after a warm-up")
    print(f"coursewright build   median {statistics.median(mine):.3f} s  peak {max(p[0][1] for p in pairs):.0f} MB")
    print(f"markdown-it-py alone median {statistics.median(theirs):.3f} s  peak {max(p[1][1] for p in pairs):.0f} MB")
    ratios = [a / b for a, b in zip(mine, theirs, strict=True)]
    print(f"ratio {statistics.median(ratios):.2f} (pair by pair {min(ratios):.2f} to {max(ratios):.2f})")


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
