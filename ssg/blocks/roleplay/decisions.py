"""The decisions of a scene as somebody sees them who knows nothing of the matter."""

from __future__ import annotations

from collections.abc import Iterator

from ssg.blocks.roleplay.model import Plot
from ssg.blocks.roleplay.study import study
from ssg.cues import Decision


def decisions(plot: Plot) -> Iterator[Decision]:
    """The decisions of a plot without errors; best are the choices with the best prospects."""
    found = study(plot)
    for at, node in enumerate(plot.nodes.values()):
        best = found.best.get(at, frozenset())
        if node.choices and not node.writing and 0 < len(best) < len(node.choices):
            span = node.choices[min(best)].span
            texts = [choice.text for choice in node.choices]
            yield Decision(texts=texts, best=best, shuffled=plot.shuffle, span=span)
