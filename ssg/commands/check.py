"""``check``: what a build would complain of, without building."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ssg.say import say
from ssg.terminal import ProgressLine

if TYPE_CHECKING:
    from ssg.steps import Work

NAME = "check"
HELP = "help_check"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which courses, and for whose eyes."""
    parser.add_argument("course", nargs="*", metavar=say("course"), help=say("help_course"))
    parser.add_argument("--format", choices=("text", "json"), default="text", help=say("help_format"))


def run(args: argparse.Namespace) -> int:
    """Read the courses and print what is wrong with them."""
    from ssg.steps import Work, assemble, check, discover, parse

    work = Work(start=Path.cwd(), progress=ProgressLine(sys.stdout))
    sources = discover(args.course, work)
    chapters = parse(sources, work)
    courses = assemble(sources, chapters, work)
    check(courses, work)
    work.progress.clear()
    _print(args.format, work)
    return 1 if work.failed else 0


def _print(format: str, work: Work) -> None:
    from ssg.messages import as_json, summary
    from ssg.steps import print_problems, texts

    if format == "json":
        print(as_json(work.problems, texts(work.sources)))
        return
    print_problems(work)
    courses = say("course_count", n=len(work.sources))
    print(say("found", counts=summary(work.problems)) if work.problems else say("no_problems", courses=courses))
