"""Claims that training courses repeat and research does not carry: the words that tell them, and what to say instead.

The list is data, ``claims.toml``; a course adds its own.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ssg.problems import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A dubious claim: the ``words`` in one of which it must be, its ``patterns``, and what is wrong with it.

    A line with what ``unless`` matches, such as a source, does not make the claim.
    """

    name: str
    words: Sequence[str]
    patterns: Sequence[str]
    why: Mapping[Language, str]
    instead: Mapping[Language, str]
    unless: str = ""

    def found_in(self, line: str) -> re.Match[str] | None:
        """The words of a line that make the claim; a line that speaks about the claim does not make it."""
        lowered = line.lower()
        if not any(word in lowered for word in self.words) or _REFUTED.search(line):
            return None
        if self.unless and re.search(self.unless, line, re.IGNORECASE):
            return None
        found = (re.search(pattern, line, re.IGNORECASE) for pattern in self.patterns)
        return next(filter(None, found), None)


_REFUTED = re.compile(
    r"误解|误传|误读|误用|误区|神话|谬|并非|并不|不成立|不可靠|(?:没有|没|未|缺少|缺乏|查不到)[^，。；]{0,4}(?:找到|证据|依据|出处|根据|得到)|站不住|未经证实|夸大|流传"
    r"|\b(?:myths?|misquot|misread|no evidence|not supported|debunk|contrary)",
    re.IGNORECASE,
)


def likely_claims(text: str, own: Sequence[Claim]) -> Iterator[Claim]:
    """The claims that a text may make, ours and those of its course: looked at closely only where a word of them is."""
    lowered = text.lower()
    return (claim for claim in (*listed_claims(), *own) if any(word in lowered for word in claim.words))


def own_claim(words: str, instead: str) -> Claim:
    """A claim that a course adds: its words, and what to say instead."""
    texts: Mapping[Language, str] = {"zh": instead, "en": instead}
    return Claim(name=words, words=[words.lower()], patterns=[re.escape(words)], why=texts, instead=texts)


@cache
def listed_claims() -> Sequence[Claim]:
    """The claims that we know."""
    rows = tomllib.loads(Path(__file__).with_name("claims.toml").read_text(encoding="utf-8"))
    return [
        Claim(
            name=name,
            words=row["words"],
            patterns=row["patterns"],
            why=row["why"],
            instead=row["instead"],
            unless=row.get("unless", ""),
        )
        for name, row in rows.items()
    ]
