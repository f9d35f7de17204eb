"""The pages of a course that are no chapters: what the learner sees of their own work.

Each is a folder of its name in ``themes/base/pages``: HTML, style, script. Chapters may not take these names as ids.
"""

from __future__ import annotations

from collections.abc import Sequence

PAGES = ("notebook", "results")


def pages_of(kinds: set[str]) -> Sequence[str]:
    """The pages of a course with these kinds of blocks: a notebook only where something can be practised again."""
    return [page for page in PAGES if page != "notebook" or kinds & {"quiz", "cards"}]
