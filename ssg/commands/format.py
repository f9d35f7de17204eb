"""``format``: chapters in house style, with the same meaning."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ssg.say import say
from ssg.terminal import ProgressLine, safe

if TYPE_CHECKING:
    from ssg.discover import Sources
    from ssg.format.files import Result
    from ssg.steps import Work

NAME = "format"
HELP = "help_format_command"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which courses or chapters, and what besides house style."""
    parser.add_argument("course", nargs="*", metavar=say("course_or_file"), help=say("help_course_or_file"))
    parser.add_argument("--check", action="store_true", help=say("help_format_check"))
    parser.add_argument("--links", action="store_true", help=say("help_format_links"))
    parser.add_argument("--ids", action="store_true", help=say("help_format_ids"))


def run(args: argparse.Namespace) -> int:
    """Format the files, or say which would change."""
    from ssg.format.chapter import Wanted
    from ssg.format.files import each_result
    from ssg.steps import Work, discover, print_problems

    work = Work(start=Path.cwd(), progress=ProgressLine(sys.stdout))
    sources = discover(_folders(args.course), work)
    chosen = {Path(name).resolve() for name in args.course if Path(name).is_file()}
    _tell_strangers(chosen, sources, work)
    counts = {"written": 0, "kept": 0, "refused": 0}
    for result in each_result(
        sources, chosen, Wanted(links=args.links, ids=args.ids), work.start, write=not args.check
    ):
        counts[result.outcome] += 1
        _tell(result, args.check, work)
    work.progress.clear()
    print_problems(work)
    print(say("format_checked" if args.check else "format_done", **counts))
    if chosen and not work.failed and not any(counts.values()):
        return 2  # files were named, and none is a chapter
    return 1 if work.failed or counts["refused"] or (args.check and counts["written"]) else 0


def _folders(names: list[str]) -> list[str]:
    """The folders to read: a chapter's own course, since links and ids need it."""
    return list(dict.fromkeys(str(Path(name).parent) if Path(name).is_file() else name for name in names))


def _tell_strangers(chosen: set[Path], courses: Sequence[Sources], work: Work) -> None:
    editions = [edition for course in courses for edition in course.all()]
    chapters = {(work.start / source.path).resolve() for edition in editions for source in edition.chapters}
    for file in sorted(chosen - chapters):
        print(say("format_no_chapter", path=safe(str(file))))


def _tell(result: Result, check: bool, work: Work) -> None:
    work.progress.show(say("formatting", name=result.path))
    phrase = {"written": "would_format" if check else "formatted", "refused": result.reason}.get(result.outcome)
    if phrase:
        work.progress.clear()
        print(say(phrase, path=safe(result.path)))
