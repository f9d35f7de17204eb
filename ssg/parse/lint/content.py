"""What a text should not tell: data of living persons, and claims that research does not carry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from ssg.claims import Claim, likely_claims
from ssg.parse import words
from ssg.parse.marks import split_setting
from ssg.parse.page import Page
from ssg.parse.sections import block_ranges
from ssg.wording import personal_data

_MAY_BE_PERSONAL = re.compile(r"[@＠]|[0-9０-９](?:[ \u3000)）－–—-]{0,2}[0-9０-９]){9}")
_QUIZZES = ("quiz", "pretest", "posttest", "exam")
_RIGHT = re.compile(r"\s*[-*+]\s*\[[xX✓√]\]")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s")


def check_content(tokens: Sequence[Token], here: Page) -> None:
    """Look at the lines of a chapter; a scene looks after the data in it by itself."""
    text = "\n".join(here.lines)
    claims = list(likely_claims(text, here.claims))
    personal = bool(_MAY_BE_PERSONAL.search(text))
    if not claims and not personal:
        return
    kinds = _kinds(tokens, here)
    likely = _any_of(claims)
    for number, line in enumerate(here.lines, 1):
        if personal and _MAY_BE_PERSONAL.search(line) and kinds[number - 1] != "roleplay":
            for found in personal_data(line):
                here.report("IT501", here.place(number, found.start + 1, len(found.text)), text=found.text)
        if claims and likely.search(line.lower()) and _states(number - 1, kinds, here.lines):
            _report_claims(number, line, claims, here)


def _any_of(claims: Sequence[Claim]) -> re.Pattern[str]:
    """What finds the few lines that are worth a closer look."""
    return re.compile("|".join(re.escape(word) for claim in claims for word in claim.words))


def _report_claims(number: int, line: str, claims: Sequence[Claim], here: Page) -> None:
    for claim in claims:
        found = claim.found_in(line)
        if found:
            place = here.place(number, found.start() + 1, len(found[0]))
            why, instead = claim.why[here.language], claim.instead[here.language]
            here.report("IT502", place, text=found[0], why=why, instead=instead, claim=claim.name)


def _kinds(tokens: Sequence[Token], here: Page) -> list[str]:
    """For each line the kind of the block that it belongs to, empty in prose."""
    kinds = [""] * len(here.lines)
    for block in block_ranges(tokens):
        lines = [token.map for token in tokens[block.first : block.last] if token.map]
        first, last = lines[0][0], max(end for _, end in lines)
        kinds[first:last] = [block.kind] * (last - first)
    return kinds


def _states(at: int, kinds: Sequence[str], lines: Sequence[str]) -> bool:
    """Whether a line says something in the course's own name: a wrong option or a false statement does not."""
    if kinds[at] in _QUIZZES:
        return bool(_RIGHT.match(lines[at])) or (bool(_HEADING.match(lines[at])) and _is_true(at, lines))
    if kinds[at] == "roleplay":
        parts = split_setting(lines[at].lstrip(" \t-*"))
        return parts is not None and words.find("choice", parts[0]) == "coach"
    return True


def _is_true(at: int, lines: Sequence[str]) -> bool:
    """Whether the statement of a heading is marked as true below it."""
    return any(words.find("truth", answer) == "true" for answer in _answers(at, lines))


def _answers(at: int, lines: Sequence[str]) -> Iterator[str]:
    for line in lines[at + 1 :]:
        if _HEADING.match(line):
            return
        parts = split_setting(line.lstrip(" \t-*"))
        if parts and words.find("item", parts[0]) == "answer":
            yield parts[1]
