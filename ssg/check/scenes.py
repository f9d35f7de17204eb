"""Role-plays that other blocks name by their titles are there."""

from __future__ import annotations

from collections.abc import Iterator

from ssg.check.kind import Check
from ssg.model import Course
from ssg.problems import Problem, closest


def check_scenes(course: Course) -> Iterator[Problem]:
    """Look for every title among the role-plays of the course."""
    titles = [block.title for block in course.blocks() if block.kind == "roleplay"]
    for scene in (scene for block in course.blocks() for scene in block.scenes()):
        if scene.name not in titles:
            values = {"name": scene.name, "guess": closest(scene.name, titles), "known": "、".join(titles) or "–"}
            yield Problem(code="OS009", span=scene.span, values=values)


CHECK = Check(name="scenes", check=check_scenes)
