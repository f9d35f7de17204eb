"""The handout: the course to read on paper, with a cover, a list of contents and the glossary."""

from __future__ import annotations

from collections.abc import Sequence

from ssg.paper.model import Sheet
from ssg.paper.pack import PackKind
from ssg.paper.press import Press, Run, numbered


def make(press: Press) -> Sequence[Sheet]:
    """One document."""
    course = press.course
    runs = numbered(course.chapters)
    if course.glossary:
        runs.append(Run("glossary", course.glossary.page.title))
    title = f"{course.settings.title} · {press.t['pack_handout']}"
    return [press.sheet("handout", "handout", title, "trainee", runs)]


KIND = PackKind(name="handout", make=make)
