"""What gives the best of several texts away without thinking: length, place, kind words or absolutes.

Each cue is weighed over all decisions against what chance alone would do: were the best texts dealt out by lot, how
often would so many or more of them bear the cue? (Haladyna, Downing and Rodriguez 2002, rules 20 and 24, ask authors
of tests to keep options about equally long and to vary the place of the key.)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from math import comb

from ssg.chance import is_beyond_chance
from ssg.problems import Problem, Severity, Span
from ssg.wording import WordList, breadth, holds_listed, listed

CHANCE = 0.05
TIMES = 1.3
FEWEST, FEWEST_FOR_MEANS, FEWEST_FOR_WORDS = 6, 4, 3
SHOWN = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Texts to choose among; ``best`` are the numbers of the best: some, not all. ``span`` is where they stand."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """The code of each cue, where these texts stand."""

    longest: str
    shortest: str
    place: str
    polite: str
    absolute: str


Marks = Callable[[Sequence[int]], AbstractSet[int]]
"""Of the choices' lengths, the numbers of those that stand out."""


def weigh(found: Sequence[Decision], codes: Codes) -> Iterator[Problem]:
    """The cues that tell the best texts from the others more often than chance would."""
    if found:
        yield from _length(found, codes.longest, _longest, lambda times: times > TIMES)
        yield from _length(found, codes.shortest, _shortest, lambda times: times < 1 / TIMES)
        yield from _place(found, codes.place)
        yield from _kind_words(found, codes.polite)
        yield from _absolutes(found, codes.absolute)


def _longest(lengths: Sequence[int]) -> AbstractSet[int]:
    longest = max(lengths)
    return {at for at, length in enumerate(lengths) if length == longest}


def _shortest(lengths: Sequence[int]) -> AbstractSet[int]:
    shortest = min(lengths)
    return {at for at, length in enumerate(lengths) if length == shortest}


def _length(found: Sequence[Decision], code: str, marks: Marks, unlike: Callable[[float], bool]) -> Iterator[Problem]:
    lengths = [[breadth(text) for text in decision.texts] for decision in found]
    marked = [(decision, marks(row)) for decision, row in zip(found, lengths, strict=True)]
    hits = [decision for decision, marks in marked if marks & decision.best]
    chances = [decision.chance_to_hit(marks) for decision, marks in marked]
    times = _times(found, lengths)
    by_count = len(found) >= FEWEST and is_beyond_chance(len(hits), chances, CHANCE)
    if hits and (by_count or (len(found) >= FEWEST_FOR_MEANS and unlike(times))):
        yield _problem(code, hits, hits=len(hits), count=len(found), times=f"{times:.2f}")


def _times(found: Sequence[Decision], lengths: Sequence[Sequence[int]]) -> float:
    """How many times as long as the other choices the best are, on average."""
    rows = [*zip(found, lengths, strict=True)]
    best = [row[at] for decision, row in rows for at in decision.best]
    others = [length for decision, row in rows for at, length in enumerate(row) if at not in decision.best]
    return (sum(best) / len(best)) / (sum(others) / len(others))


def _place(found: Sequence[Decision], code: str) -> Iterator[Problem]:
    """The author's habit; a learner sees it only where choices are not shuffled."""
    places = max(len(decision.texts) for decision in found)
    for place in range(places):
        there = [decision for decision in found if place < len(decision.texts)]
        hits = [decision for decision in there if place in decision.best]
        chances = [decision.chance_to_hit({place}) for decision in there]
        # So many places are tried.
        if len(there) >= FEWEST and is_beyond_chance(len(hits), chances, CHANCE / places):
            level: Severity | None = "info" if all(decision.shuffled for decision in hits) else None
            yield _problem(code, hits, level, hits=len(hits), count=len(there), place=place + 1)


def _kind_words(found: Sequence[Decision], code: str) -> Iterator[Problem]:
    """Decisions in which only the best choices have kind words."""
    marked = [(each, polite) for each in found if (polite := _with(each, "polite"))]
    hits = [decision for decision, polite in marked if polite <= decision.best]
    chances = [decision.chance_to_hold(polite) for decision, polite in marked]
    if len(hits) >= FEWEST_FOR_WORDS and is_beyond_chance(len(hits), chances, CHANCE):
        yield _problem(code, hits, hits=len(hits), count=len(marked))


def _absolutes(found: Sequence[Decision], code: str) -> Iterator[Problem]:
    """Decisions with absolutes, none of them in a best choice."""
    marked = [(each, absolute) for each in found if (absolute := _with(each, "absolute"))]
    if any(absolute & decision.best for decision, absolute in marked):
        return
    chance = 1.0
    for decision, absolute in marked:
        chance *= 1 - decision.chance_to_hit(absolute)
    if len(marked) >= FEWEST_FOR_WORDS and chance < CHANCE:
        yield _problem(code, [decision for decision, _ in marked], count=len(marked))


def _with(decision: Decision, words: WordList) -> AbstractSet[int]:
    if not holds_listed(words, decision.texts):
        return frozenset()
    return {at for at, text in enumerate(decision.texts) if listed(words, text)}


def _problem(code: str, told: Sequence[Decision], level: Severity | None = None, **values: str | int) -> Problem:
    """Told at the first place, with the others in the message."""
    places = [f"{each.span.path.rpartition('/')[2]}:{each.span.line}" for each in told]
    shown = "、".join(places[:SHOWN]) + ("…" if len(places) > SHOWN else "")
    return Problem(code=code, span=told[0].span, values={**values, "places": shown}, level=level)
