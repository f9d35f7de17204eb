"""Role-plays whose best choices can be told without thinking."""

from __future__ import annotations

from collections.abc import Iterator

from ssg.check.kind import Check
from ssg.cues import Codes, weigh
from ssg.model import Course
from ssg.problems import Problem

CODES = Codes(longest="RP601", shortest="RP611", place="RP602", polite="RP603", absolute="RP604")


def check_cues(course: Course) -> Iterator[Problem]:
    """Weigh every cue over all decisions of the course."""
    blocks = [block for block in course.blocks() if block.kind == "roleplay"]
    if not blocks:
        return
    # The search of scenes costs time to import; most courses that are built again and again have none.
    from ssg.blocks.roleplay.checks import is_sound
    from ssg.blocks.roleplay.decisions import decisions
    from ssg.blocks.roleplay.scene import Scene

    scenes = [block for block in blocks if isinstance(block, Scene)]
    yield from weigh([each for scene in scenes if is_sound(scene.plot) for each in decisions(scene.plot)], CODES)


CHECK = Check(name="roleplay cues", check=check_cues)
