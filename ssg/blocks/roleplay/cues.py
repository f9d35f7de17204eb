"""Decisions as somebody sees them who knows nothing of the matter: texts side by side, and which of them is best."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from math import comb

from ssg.blocks.roleplay.model import Plot
from ssg.blocks.roleplay.study import study
from ssg.problems import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The choices of one node; ``best`` are the numbers of those with the best prospects, some but not all."""

    texts: Sequence[str]
    best: AbstractSet[int]
    shuffled: bool
    span: Span

    def chance_to_hit(self, marked: AbstractSet[int]) -> float:
        """How likely it is that at least one of the marked choices is best, if the best fell among all by lot."""
        return 1 - comb(len(self.texts) - len(marked), len(self.best)) / comb(len(self.texts), len(self.best))

    def chance_to_hold(self, marked: AbstractSet[int]) -> float:
        """How likely it is that all the marked choices are best, if the best fell among all by lot."""
        free = len(self.texts) - len(marked)
        rest = len(self.best) - len(marked)
        return comb(free, rest) / comb(len(self.texts), len(self.best)) if rest >= 0 else 0.0


def decisions(plot: Plot) -> Iterator[Decision]:
    """The decisions of a plot without errors."""
    found = study(plot)
    for at, node in enumerate(plot.nodes.values()):
        best = found.best.get(at, frozenset())
        if node.choices and not node.writing and 0 < len(best) < len(node.choices):
            span = node.choices[min(best)].span
            texts = [choice.text for choice in node.choices]
            yield Decision(texts=texts, best=best, shuffled=plot.shuffle, span=span)
