"""What is printed of one version: all tests of the course under one letter, as a paper and as its key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ssg.paper.press import Press, Run
from ssg.paper.sittings import sittings_of
from ssg.paper.versions import Paper, versions


@dataclass(frozen=True, slots=True, kw_only=True)
class Booklet:
    """The papers of one version with the title of their document and a running head for each."""

    letter: str
    title: str
    papers: Sequence[Paper]
    runs: Sequence[Run]

    def name(self, stem: str) -> str:
        """The name of a file of this version: ``test-paper-a``, or without a letter where there is but one."""
        return f"{stem}-{self.letter.lower()}" if self.letter else stem


def booklets(press: Press, pack: str) -> Sequence[Booklet]:
    """A booklet for each version, none where the course has no quiz; ``pack`` is the word for what it is."""
    sets = [versions(sitting, press.format.versions, press.t) for sitting in sittings_of(press.course)]
    return [_booklet(press, pack, papers) for papers in zip(*sets, strict=True)]


def _booklet(press: Press, pack: str, papers: Sequence[Paper]) -> Booklet:
    name = papers[0].letter
    called = press.t["test_version"].format(n=name) if name else ""
    heads = [" · ".join(filter(None, (paper.sitting.title, called))) for paper in papers]
    return Booklet(
        letter=name,
        title=" · ".join(filter(None, (press.course.settings.title, str(press.t[pack]), called))),
        papers=papers,
        runs=[Run(f"test-{n}", head) for n, head in enumerate(heads, 1)],
    )
