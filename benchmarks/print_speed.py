"""How long packs take to print: the time a page, after the browser has started, and what making the pages costs before.

PYTHONPATH=. .venv/bin/python benchmarks/print_speed.py [COURSE] [ROUNDS]
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from statistics import median

from ssg.model import Course
from ssg.paper.browser import Printer, printer
from ssg.paper.order import Order, Wish, orders
from ssg.paper.pdf import page_count
from ssg.steps import Work, assemble, discover, parse
from ssg.terminal import ProgressLine

WISH = Wish(packs=(), language="", paper="", saving=False, edge="long", versions=3, names="")


def main(course: str = "emotional-intelligence", rounds: str = "3") -> None:
    """Print every pack of a course some times with one browser, and the medians."""
    (order,) = orders([read(course)], WISH)
    began = time.perf_counter()
    with printer() as press:
        print(f"browser started in {1000 * (time.perf_counter() - began):.0f} ms")
        totals = [one_round(order, press, shown=at == 0) for at in range(int(rounds))]
    print(f"median of {rounds} rounds: {median(totals):.1f} ms a page ({min(totals):.1f}–{max(totals):.1f})")


def read(name: str) -> Course:
    """The course as the command reads it."""
    work = Work(start=Path.cwd(), progress=ProgressLine(sys.stdout))
    sources = discover([name], work)
    (course,) = assemble(sources, parse(sources, work), work)
    work.progress.clear()
    return course


def one_round(order: Order, press: Printer, *, shown: bool) -> float:
    """Milliseconds a page over all packs, HTML and PDF."""
    pages, began = 0, time.perf_counter()
    for pack, sheets in order.sheets():
        here, started = 0, time.perf_counter()
        for sheet in sheets:
            here += page_count(press.pdf(sheet))
        pages += here
        if shown and here:
            spent = 1000 * (time.perf_counter() - started)
            print(f"{pack:12} {len(sheets):3} files {here:4} pages {spent:6.0f} ms {spent / here:6.1f} ms a page")
    return 1000 * (time.perf_counter() - began) / pages


if __name__ == "__main__":
    main(*sys.argv[1:])
