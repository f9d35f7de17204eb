"""``build``: courses become a site that opens by double click."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ssg.say import say
from ssg.terminal import ProgressLine, safe

if TYPE_CHECKING:  # what costs time to import is imported when it is needed
    from ssg.model import Course
    from ssg.steps import Work

NAME = "build"
HELP = "help_build"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which courses, and where to."""
    parser.add_argument("course", nargs="*", metavar=say("course"), help=say("help_course"))
    parser.add_argument("-o", "--out", default="site", metavar=say("folder"), help=say("help_out"))


def run(args: argparse.Namespace) -> int:
    """Build, then say what came of it."""
    return run_and_then(args, lambda courses, work: 0)


def run_and_then(args: argparse.Namespace, finish: Callable[[list[Course], Work], int]) -> int:
    """Build, say what came of it and, where it came to a site, finish; the exit code is then what that gives."""
    from ssg.steps import Work, print_problems
    from ssg.write import CannotWrite

    began = time.perf_counter()
    work = Work(start=Path.cwd(), progress=ProgressLine(sys.stdout))
    try:
        courses = build(args.course, args.out, work)
    except CannotWrite as reason:
        work.progress.clear()
        print(say("error", program=args.program, text=safe(say(reason.key, **reason.values))), file=sys.stderr)
        return 2
    work.progress.clear()
    print_problems(work)
    if work.failed:
        _tell_failure(args.out, work)
        return 1
    _tell_success(courses, args.out, time.perf_counter() - began, work)
    return finish(courses, work)


def build(names: list[str], out: str, work: Work) -> list[Course]:
    """The way from folders to a site. An error on it leaves the old site standing."""
    from ssg.steps import assemble, check, discover, parse, render
    from ssg.write import claim, write

    target = claim(work.start / out, [work.start / "content", *(work.start / name for name in names)])
    sources = discover(names, work)
    chapters = parse(sources, work)
    courses = assemble(sources, chapters, work)
    check(courses, work)
    if not work.failed:
        site = render(courses, work)
        write(site, target)
    return courses


def _tell_success(courses: list[Course], out: str, seconds: float, work: Work) -> None:
    from ssg.messages import summary

    for course in courses:
        items = sum(len(block.items()) for block in course.blocks())
        title, chapters = safe(course.settings.title), len(course.chapters)
        print(
            say(
                "built_course", title=title, chapters=say("chapter_count", n=chapters), items=say("item_count", n=items)
            )
        )
    print(say("built", courses=say("course_count", n=len(courses)), seconds=f"{seconds:.1f}", out=safe(out)))
    if work.problems:
        print(say("found", counts=summary(work.problems)))
    print(say("open", page=safe(str(Path(out) / "index.html"))))


def _tell_failure(out: str, work: Work) -> None:
    from ssg.messages import summary

    print(say("not_built", counts=summary(work.problems)))
    if (work.start / out).exists():
        print(say("old_stands", out=safe(out)))
