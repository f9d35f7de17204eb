"""Damaged copies of the shipped courses: whatever was done to them, the answer is a message with its place.

``COURSEWRIGHT_MUTATIONS`` says how many copies are made; the first ones are always the same.
"""

from __future__ import annotations

import os
import re
import sys
import time
from pathlib import Path

import pytest
from mutations import MUTATORS, Files, mutated, small_course

from ssg.messages import as_json, as_text
from ssg.problems import severity
from ssg.sarif import as_sarif
from ssg.steps import Work, assemble, check, discover, parse, render, texts
from ssg.terminal import ProgressLine

CONTENT = Path(__file__).parents[1] / "content"
CHAPTERS = [file for file in sorted(CONTENT.glob("*/[0-9]*.md")) if file.stat().st_size < 40_000]
COPIES = int(os.environ.get("COURSEWRIGHT_MUTATIONS", "300"))
PARTS = 20
LONGEST = 5.0
"""Seconds that any copy may take."""
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")
IDS = re.compile(r"^ *- (?:编号|id)[：:] *([^\s#:：/\\]+) *$", re.MULTILINE)


@pytest.mark.parametrize("part", range(PARTS))
def test_no_damage_ends_in_a_traceback_or_a_hang_or_a_loss_without_a_word(part: int, tmp_path: Path) -> None:
    for seed in range(part, COPIES, PARTS):
        chapter = CHAPTERS[seed % len(CHAPTERS)]
        files = mutated(small_course(chapter.parent, chapter.name), seed)
        try:
            check_copy(files, tmp_path / str(seed))
        except Exception as fault:
            raise AssertionError(f"copy {seed} of {chapter.name}") from fault


def check_copy(files: Files, folder: Path) -> None:
    """Read a course as the commands do, to the last step, and look at what is said of it."""
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    began = time.process_time()
    work = Work(start=folder.parent, progress=ProgressLine(sys.stdout))
    sources = discover([folder.name], work)
    courses = assemble(sources, parse(sources, work), work)
    check(courses, work)
    if not work.failed:
        render(courses, work)
        known = {id for course in courses for block in course.blocks() for id in _ids(block)}
        texts_of = (source.text for each in sources for source in each.chapters)
        known |= {str(problem.values.get("id")) for problem in work.problems if problem.code == "ST023"}
        assert {id for text in texts_of for id in IDS.findall(_without_code(text))} <= known, "an id was lost"
    quoted = texts(work.sources)
    assert all(list(as_text(work.problems, quoted, colour=False))) or not work.problems
    as_json(work.problems, quoted)
    as_sarif(work.problems, quoted)
    for problem in work.problems:
        assert problem.span.path.startswith(folder.name) and problem.span.line >= 1, problem
        assert severity(problem) in ("error", "warning", "info")
    assert time.process_time() - began < LONGEST


def _ids(block: object) -> set[str]:
    found = {block.id}
    found |= {item.id for item in block.items()}
    plot = getattr(block, "plot", None)
    return found | (set(plot.nodes) if plot else set())


def _without_code(text: str) -> str:
    """Ids in code are no ids. A fence is closed by one of its kind, as long or longer, with nothing behind it."""
    lines, fence = [], ""
    for line in text.split("\n"):
        marks = FENCE.match(line)
        if fence:
            if marks and not marks[2].strip() and marks[1].startswith(fence):
                fence = ""
        elif marks and not (marks[1][0] == "`" and "`" in marks[2]):
            fence = marks[1]
        elif not line.startswith(("    ", "\t")):
            lines.append(line)
    return "\n".join(lines)


@pytest.mark.parametrize("mutate", MUTATORS, ids=lambda mutate: mutate.__name__)
def test_every_kind_of_damage_changes_a_course(mutate: object) -> None:
    """A mutator that does nothing would prove nothing."""
    from random import Random

    content = CHAPTERS[0].read_bytes()
    assert any(mutate(content, Random(seed)) != content for seed in range(10))
