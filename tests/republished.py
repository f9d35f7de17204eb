"""Courses of ``edit_scripts`` as real files: checked, put right as the check demands, published and built."""

from __future__ import annotations

import io
from pathlib import Path

import edit_scripts
from edit_scripts import repaired

from ssg.identity.lock import lock_text
from ssg.identity.names import names
from ssg.model import Course
from ssg.problems import Problem, severity
from ssg.steps import Work, assemble, check, discover, parse
from ssg.terminal import ProgressLine

MOST_ROUNDS = 4


def read(files: dict[str, str], folder: Path) -> tuple[Course, list[Problem]]:
    """The course that the files are, below the folder, and the errors in it."""
    for old in folder.glob("*"):
        old.unlink()
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    work = Work(start=folder.parent, progress=ProgressLine(io.StringIO()))
    (course,) = assemble(sources := discover([folder.name], work), parse(sources, work), work)
    check([course], work)
    return course, [problem for problem in work.problems if severity(problem) == "error"]


def lock_of_first(folder: Path) -> str:
    """The ``course.lock`` of the first version."""
    course, errors = read(edit_scripts.published().files(), folder)
    assert errors == []
    return lock_text(course)


def next_version(seed: int, lock: str, folder: Path) -> Course:
    """The course after the edits of a seed, once its author did what the check demands."""
    files = edit_scripts.edited(seed).files() | {"course.lock": lock}
    for _ in range(MOST_ROUNDS):
        course, errors = read(files, folder)
        if not errors:
            return course
        files = repaired(files, errors)
    raise AssertionError([(problem.code, problem.span, problem.values) for problem in errors])


def paths(course: Course) -> dict[str, str]:
    """Where each question of a course is, by its wording."""
    return {known.text: "/".join(known.path) for known in names(course) if known.sort == "item"}
