"""The faults that blocks and items find in themselves once they are whole."""

from __future__ import annotations

from collections.abc import Iterator

from ssg.check.kind import Check
from ssg.model import Course
from ssg.problems import Problem


def check_blocks(course: Course) -> Iterator[Problem]:
    """Ask every block and every item."""
    for block in course.blocks():
        yield from block.check()
        for item in block.items():
            yield from item.check()


CHECK = Check(name="blocks", check=check_blocks)
