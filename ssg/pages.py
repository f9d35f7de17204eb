"""The pages of a course that are no chapters: what the learner sees of their own work.

Each is a folder of its name in ``themes/base/pages``: HTML, style, script. Chapters may not take these names as ids.
"""

from __future__ import annotations

from collections.abc import Sequence

PAGES = ("notebook", "results", "certificate")
_NEED = {"notebook": {"quiz", "cards"}, "certificate": {"quiz"}}


def pages_of(kinds: set[str]) -> Sequence[str]:
    """The pages of a course with these kinds of blocks: a notebook only where something can be practised again, a
    certificate where something can be passed."""
    return [page for page in PAGES if page not in _NEED or kinds & _NEED[page]]
