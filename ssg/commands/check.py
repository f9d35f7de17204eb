"""``check``: what a build would complain of, without building."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from ssg.say import say, user_language
from ssg.terminal import ProgressLine, safe

if TYPE_CHECKING:
    from ssg.model import Course
    from ssg.steps import Work

NAME = "check"
HELP = "help_check"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which courses, and for whose eyes."""
    parser.add_argument("course", nargs="*", metavar=say("course"), help=say("help_course"))
    parser.add_argument("--format", choices=("text", "json", "sarif"), default="text", help=say("help_format"))
    parser.add_argument("--coverage", action="store_true", help=say("help_coverage"))
    parser.add_argument("--report", action="store_true", help=say("help_report"))
    parser.add_argument("--html", metavar=say("file"), help=say("help_html"))
    parser.add_argument("--csv", metavar=say("file"), help=say("help_csv"))
    parser.add_argument("--explain", metavar=say("code"), help=say("help_explain"))


def run(args: argparse.Namespace) -> int:
    """Read the courses and print what is wrong with them; or print the page of a code."""
    if args.explain is not None:
        return _explain(args)
    from ssg.steps import Work, assemble, check, discover, parse

    work = Work(start=Path.cwd(), progress=ProgressLine(sys.stdout))
    sources = discover(args.course, work)
    chapters = parse(sources, work)
    courses = assemble(sources, chapters, work)
    check(courses, work)
    work.progress.clear()
    _print(args.format, work)
    # A program reads the problems as one document: what people asked for besides goes beside it.
    beside = sys.stdout if args.format == "text" else sys.stderr
    if args.coverage:
        _print_coverage(courses, beside)
    if args.report:
        _print_report(courses, beside)
    written = [
        file is None or _write(file, make, courses, args, beside)
        for file, make in ((args.html, _page), (args.csv, _table))
    ]
    return 2 if not all(written) else 1 if work.failed else 0


def _explain(args: argparse.Namespace) -> int:
    from ssg.explain import explain, explain_all, guess_code, likely_code

    if args.explain.casefold() == "all":
        print(explain_all(user_language()))
        return 0
    code, guess = likely_code(args.explain), guess_code(args.explain)
    if code is None:
        text = say("guess_code" if guess else "unknown_code", code=safe(args.explain), guess=guess)
        print(say("error", program=args.program, text=text), file=sys.stderr)
        return 2
    print(explain(code, user_language()))
    return 0


def _print_coverage(courses: Sequence[Course], stream: TextIO) -> None:
    from ssg.reports.coverage import coverage_lines

    print("\n".join(["", *coverage_lines(courses)]), file=stream)


def _print_report(courses: Sequence[Course], stream: TextIO) -> None:
    from ssg.reports.guessing import guessing_lines
    from ssg.reports.roleplay import report_lines

    print("\n".join(["", *report_lines(courses), "", *guessing_lines(courses)]), file=stream)


def _write(
    name: str,
    make: Callable[[Sequence[Course]], bytes],
    courses: Sequence[Course],
    args: argparse.Namespace,
    stream: TextIO,
) -> bool:
    try:
        Path(name).write_bytes(make(courses))
    except OSError as error:
        reason = say("file_not_writable", file=safe(name), reason=error.strerror or str(error))
        print(say("error", program=args.program, text=reason), file=sys.stderr)
        return False
    print(say("file_written", file=safe(name)), file=stream)
    return True


def _page(courses: Sequence[Course]) -> bytes:
    from ssg.reports.page import report_page

    return report_page(courses, user_language()).encode()


def _table(courses: Sequence[Course]) -> bytes:
    from ssg.reports.coverage import coverage_csv

    # Spreadsheets on Windows take a file without this mark for one in the system's old encoding.
    return coverage_csv(courses).encode("utf-8-sig")


def _print(format: str, work: Work) -> None:
    from ssg.messages import as_json, summary
    from ssg.sarif import as_sarif
    from ssg.steps import print_problems, texts

    if format == "json":
        print(as_json(work.problems, texts(work.sources)))
        return
    if format == "sarif":
        print(as_sarif(work.problems, texts(work.sources)))
        return
    print_problems(work)
    courses = say("course_count", n=len(work.sources))
    print(say("found", counts=summary(work.problems)) if work.problems else say("no_problems", courses=courses))
