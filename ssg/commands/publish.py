"""``publish``: a build for trainees that notes in each course folder which ids it gave them."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ssg.commands import build
from ssg.say import say
from ssg.terminal import safe

if TYPE_CHECKING:
    from ssg.model import Course
    from ssg.steps import Work

NAME = "publish"
HELP = "help_publish"

arguments = build.arguments


def run(args: argparse.Namespace) -> int:
    """Build; once the site is written, write down the ids of its courses."""
    return build.run_and_then(args, lambda courses, work: _lock(courses, work, args.program))


def _lock(courses: Sequence[Course], work: Work, program: str) -> int:
    from ssg.discover import LOCK_FILE
    from ssg.identity.lock import lock_text

    for sources, course in zip(work.sources, courses, strict=True):
        shown, text = f"{sources.path}/{LOCK_FILE}", lock_text(course)
        try:
            _replace(work.start / shown, text)
        except OSError as error:
            reason = error.strerror or str(error)
            said = say("lock_not_written", file=safe(shown), reason=reason)
            print(say("error", program=program, text=said), file=sys.stderr)
            return 2
        print(say("locked", file=safe(shown), n=text.count("\n") - 1))
    print(say("lock_kept"))
    return 0


def _replace(file: Path, text: str) -> None:
    """In one step, so that a run that is killed leaves the old file or the new one; an equal one is left alone."""
    if file.is_file() and file.read_bytes() == text.encode():
        return
    new = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        new.write_bytes(text.encode())
        new.replace(file)
    finally:
        new.unlink(missing_ok=True)
