"""``verify``: whether a certificate, the results file it came with and the course agree."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from ssg.say import say
from ssg.terminal import ProgressLine, safe

if TYPE_CHECKING:
    from ssg.model import Course
    from ssg.results.model import Finding, Results

NAME = "verify"
HELP = "help_verify"
LONGEST = 400
"""Characters of what a file holds that are shown in a line."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The code and the files that came with it, in any order."""
    parser.add_argument("what", nargs="+", metavar=say("code_or_file"), help=say("help_code_or_file"))
    parser.add_argument("--course", metavar=say("course"), help=say("help_verify_course"))


def run(args: argparse.Namespace) -> int:
    """Say of each file what agrees and what does not, and in the end what that proves."""
    from ssg.results.certificate import typed_code

    codes = [code for text in args.what if not os.path.lexists(text) and (code := typed_code(text))]
    files = [text for text in args.what if os.path.lexists(text) or not typed_code(text)]
    if not files:
        print(say("error", program=args.program, text=say("verify_needs_file")), file=sys.stderr)
        return 2
    course = None if args.course is None else _read_course(args.course)
    if args.course is not None and course is None:
        print(
            say("error", program=args.program, text=say("verify_bad_course", course=safe(args.course))), file=sys.stderr
        )
        return 2
    fine = [_verify(file, codes, course) for file in files]
    print(f"\n{say('verify_proof')}")
    return 0 if all(fine) else 1


def _read_course(name: str) -> Course | None:
    """The course as ``build`` reads it; None where it has errors, which ``check`` says better."""
    from ssg.steps import Work, assemble, discover, parse

    work = Work(start=Path.cwd(), progress=ProgressLine(sys.stdout))
    sources = discover([name], work)
    courses = assemble(sources, parse(sources, work), work)
    work.progress.clear()
    return None if work.failed or len(courses) != 1 else courses[0]


def _verify(file: str, codes: Sequence[str], course: Course | None) -> bool:
    from ssg.results.node import UnreadableError
    from ssg.results.reading import read_file
    from ssg.results.sums import all_fine

    print(safe(file))
    try:
        results = read_file(file)
        findings = _findings(results, codes, course)
    except UnreadableError as reason:
        _tell(reason.key, reason.values, fine=False)
        return False
    _tell_whose(results)
    for finding in findings:
        _tell(finding.key, finding.values, fine=finding.fine)
    return all_fine(findings)


def _findings(results: Results, codes: Sequence[str], course: Course | None) -> list[Finding]:
    from ssg.results.rescore import check_course
    from ssg.results.sums import check_certificate, check_sums

    found = _code_findings(results, codes)
    if results.certificate:
        found += check_certificate(results, results.certificate)
    found += check_sums(results)
    return [*found, *check_course(results, course)] if course else found


def _code_findings(results: Results, codes: Sequence[str]) -> list[Finding]:
    """Whether the codes that were given are that of the certificate as the file has it."""
    from ssg.results.certificate import code_of
    from ssg.results.model import Finding

    if results.certificate is None:
        return [Finding("verify_no_certificate", not codes, {})]
    code = code_of(results.course, results.certificate)
    return [
        Finding("verify_code" if each == code else "verify_other_code", each == code, {"code": each}) for each in codes
    ]


def _tell_whose(results: Results) -> None:
    found = results.certificate
    if found is None:
        words = {"name": results.learner or "–", "version": results.version, "build": results.build}
        _tell("verify_whose", {**words, "title": results.title}, fine=True)
        return
    earned = Fraction(found.earned)
    words = {"name": found.name, "version": found.version, "build": found.build, "date": found.date, "code": found.code}
    percent = int(earned * 100 / found.possible) if found.possible else 100
    points = {"earned": _decimal(earned), "possible": str(found.possible), "percent": str(percent)}
    _tell("verify_says", {**words, **points, "title": results.title}, fine=True)


def _decimal(points: Fraction) -> str:
    """Rounded to at most two places, as the page shows it."""
    whole, rest = divmod(int(points * 100 + Fraction(1, 2)), 100)
    return f"{whole}.{rest:02d}".rstrip("0").rstrip(".") if rest else str(whole)


def _tell(key: str, values: Mapping[str, str | int], *, fine: bool) -> None:
    """A line below the file's name, which begins with a word where something does not agree."""
    shown = {name: safe(value[:LONGEST]) if isinstance(value, str) else value for name, value in values.items()}
    print(f"  {'' if fine else say('verify_mark')}{say(key, **shown)}")
