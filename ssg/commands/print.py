"""``print``: packs for the room, each a PDF; where no browser can make one, a page that any browser prints."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from ssg.say import say, user_language
from ssg.terminal import ProgressLine, safe

if TYPE_CHECKING:
    from ssg.paper.model import Sheet
    from ssg.paper.order import Order, Wish
    from ssg.steps import Work

NAME = "print"
HELP = "help_print"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which packs of which courses, on what paper, and where to."""
    parser.add_argument("course", nargs="*", metavar=say("course"), help=say("help_course"))
    parser.add_argument("-o", "--out", default="print", metavar=say("folder"), help=say("help_print_out"))
    parser.add_argument("--pack", nargs="+", action="extend", default=[], metavar=say("name"), help=say("help_pack"))
    parser.add_argument("--all", action="store_true", help=say("help_print_all"))
    parser.add_argument("--paper", choices=("A4", "Letter"), default="", help=say("help_paper"))
    parser.add_argument("--ink", choices=("colour", "saving"), default="colour", help=say("help_ink"))
    parser.add_argument("--flip", choices=("long", "short"), default="long", help=say("help_flip"))
    parser.add_argument("--versions", type=int, default=3, metavar="N", help=say("help_versions"))
    parser.add_argument("--names", default="", metavar=say("file"), help=say("help_names"))
    parser.add_argument("--language", default="", metavar=say("language"), help=say("help_print_language"))
    parser.add_argument("--html", action="store_true", help=say("help_print_html"))


def run(args: argparse.Namespace) -> int:
    """Print, then say what lies where."""
    from ssg.paper.order import CannotPrint, orders
    from ssg.steps import Work, assemble, check, discover, parse, print_problems
    from ssg.write import CannotWrite, check_apart

    began = time.perf_counter()
    work = Work(start=Path.cwd(), progress=ProgressLine(sys.stdout))
    try:
        out = check_apart(work.start / args.out, [work.start / "content", *(work.start / name for name in args.course)])
        sources = discover(args.course, work)
        courses = assemble(sources, parse(sources, work), work)
        check(courses, work)
        work.progress.clear()
        print_problems(work)
        if work.failed:
            print(say("not_printed"))
            return 1
        _print(orders(courses, _wish(args)), args, out, work)
    except (CannotPrint, CannotWrite) as reason:
        work.progress.clear()
        print(say("error", program=args.program, text=safe(say(reason.key, **reason.values))), file=sys.stderr)
        return 2
    print(say("printed", seconds=f"{time.perf_counter() - began:.1f}", out=safe(args.out)))
    return 0


def _wish(args: argparse.Namespace) -> Wish:
    from ssg.paper.order import Wish

    return Wish(
        packs=args.pack,
        language=args.language,
        paper=args.paper,
        saving=args.ink == "saving",
        edge=args.flip,
        versions=args.versions,
        names=args.names,
    )


def _print(wanted: Sequence[Order], args: argparse.Namespace, out: Path, work: Work) -> None:
    from ssg.paper.browser import NoBrowser, printer

    if args.html:
        _each(wanted, args, out, work, _as_page, ".html")
        return
    try:
        with printer() as press:
            _each(wanted, args, out, work, press.pdf, ".pdf")
    except NoBrowser as missing:
        _each(wanted, args, out, work, _as_page, ".html")
        key = "no_print_extra_here" if missing.key == "no_print_extra" and args.program.endswith(".py") else missing.key
        print(say(key, program=args.typed, python=sys.executable))


def _each(
    wanted: Sequence[Order],
    args: argparse.Namespace,
    out: Path,
    work: Work,
    made: Callable[[Sheet], bytes],
    ending: str,
) -> None:
    from ssg.paper.archive import archive
    from ssg.write import save

    for order in wanted:
        files = _files(order, bool(args.pack), work, made, ending)
        if args.all and files:
            files = {PurePosixPath(f"{order.course.settings.id}{order.suffix}.zip"): archive(files)}
        save(files, out)
        work.progress.clear()
        for path in files:
            print(f"  {safe(str(path))}")


def _files(
    order: Order, asked: bool, work: Work, made: Callable[[Sheet], bytes], ending: str
) -> dict[PurePosixPath, bytes]:
    files: dict[PurePosixPath, bytes] = {}
    for pack, sheets in order.sheets():
        if asked and not sheets:
            work.progress.clear()
            print(say("nothing_to_print", pack=_name(pack), course=safe(order.course.settings.title)))
        for sheet in sheets:
            work.progress.show(say("printing", name=sheet.title))
            files[order.path(sheet, ending)] = made(sheet)
    return files


def _name(pack: str) -> str:
    """A pack as the person at the terminal calls it."""
    from ssg.parse import words

    return words.name("pack", pack, "zh" if user_language() == "zh" else "en")


def _as_page(sheet: Sheet) -> bytes:
    return sheet.html.encode()
