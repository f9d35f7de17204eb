"""Packs printed by the real command, read back by a reader that had no part in making them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from command import REPOSITORY, plain_environment
from pypdf import PdfReader

COURSES = Path(__file__).parent / "courses"
Printed = Callable[..., Mapping[str, PdfReader]]


@pytest.fixture(scope="session")
def printed_to(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """The folder that ``print`` filled for a course and options; each is printed once.

    A course is a folder of ``tests/paper/courses``, a shipped course by its name below ``content``, or a path.
    """
    done: dict[tuple[str, ...], Path] = {}

    def run(course: str, *arguments: str) -> Path:
        key = (course, *arguments)
        if key not in done:
            own = COURSES / course
            out = tmp_path_factory.mktemp("print")
            command = [
                sys.executable,
                "-m",
                "ssg",
                "print",
                str(own) if own.is_dir() else course,
                "-o",
                str(out),
                *arguments,
            ]
            printed = subprocess.run(
                command, cwd=REPOSITORY, env=plain_environment(), capture_output=True, encoding="utf-8", timeout=300
            )
            assert printed.returncode == 0, printed.stdout + printed.stderr
            done[key] = out
        return done[key]

    return run


@pytest.fixture(scope="session")
def printed(printed_to: Callable[..., Path]) -> Printed:
    """The PDF files of ``print`` by their paths below the course's folder, without the ending: ``trainer/guide``."""

    def read(course: str, *arguments: str) -> Mapping[str, PdfReader]:
        out = printed_to(course, *arguments)
        (folder,) = (each for each in out.iterdir() if each.is_dir())
        return {
            file.relative_to(folder).with_suffix("").as_posix(): PdfReader(file)
            for file in sorted(folder.rglob("*.pdf"))
        }

    return read
