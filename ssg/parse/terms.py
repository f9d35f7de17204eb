"""The terms of a course's glossary, and where a text uses them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from ssg.model import Term

_LATIN = re.compile(r"[A-Za-z0-9]")
_SUFFIX = re.compile(r"(?:e?s)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A term in a text, from ``start`` to ``end``."""

    term: Term
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TermFinder:
    """Finds terms in text in any case: the longest first, Latin ones as whole words, an English plural too."""

    pattern: re.Pattern[str]
    terms: Mapping[str, Term]

    def uses(self, text: str, known: AbstractSet[str]) -> Iterator[Use]:
        """The first use of each term whose name is not ``known`` yet."""
        met = set(known)
        for found in self.pattern.finditer(text):
            term = self.terms.get(found[0].casefold())
            end = _word_end(text, found.start(), found.end())
            if term and end and term.name not in met:
                met.add(term.name)
                yield Use(term=term, start=found.start(), end=end)


def term_finder(terms: Sequence[Term]) -> TermFinder | None:
    """The finder of the terms; None where there are none."""
    by_name = {name.casefold(): term for term in terms for name in (term.name, *term.aliases)}
    if not by_name:
        return None
    names = sorted(by_name, key=lambda name: (-len(name), name))
    first = "".join(sorted({re.escape(name[0]) for name in names}))  # a look at one character spares most of the search
    pattern = re.compile(f"(?=[{first}])(?:{'|'.join(map(re.escape, names))})", re.IGNORECASE)
    return TermFinder(pattern=pattern, terms=by_name)


def _word_end(text: str, start: int, end: int) -> int:
    """Where the word ends that the name is; 0 where the name is only a part of a longer Latin word."""
    if _is_latin(text, start) and start and _is_latin(text, start - 1):
        return 0
    if not _is_latin(text, end - 1):
        return end
    suffix = _SUFFIX.match(text, end)
    for possible in (end, suffix.end() if suffix else end):
        if not _is_latin(text, possible):
            return possible
    return 0


def _is_latin(text: str, at: int) -> bool:
    return at < len(text) and _LATIN.match(text[at]) is not None
