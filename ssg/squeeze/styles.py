"""Style sheets made small, by what the minifier leaves: names of our own, and marks that go without saying."""

from __future__ import annotations

import re
from itertools import chain

from rcssmin import cssmin

from ssg.squeeze.names import names

BEFORE_PSEUDO = re.compile(r"(?<=[^\s{};,]) (?=:)")
DESCENDANT = "\ue000"
"""Stands for the space in ``& th :is(…)``, which the minifier takes for one before a value; a private character."""
DECLARED = re.compile(r"(?<=[{};])--[\w-]+(?=:)")
PROPERTY = re.compile(r"--[\w-]+")
IMPLIED = re.compile(r"(?<=[{};,])&(?: ?(?=[>+~])| (?=[\w.#:*\[]))")
"""``& a`` and ``& > a`` at the start of a nested rule; ``&:hover`` and ``.js &`` need theirs."""
NEEDLESS = re.compile(r"(?<![\w.])0(?=\.\d)|(?<=\[)([\w-]+[~|^$*]?=)\"([a-zA-Z][\w-]*)\"(?=])")
"""The zero of ``0.5``, the quotes of a value that is one word."""

SELECTORS = re.compile(r"[^{};\"']+(?={)")
SIGN = re.compile(r" ?([<>+~]=?) ?(?!=)| (?=$)")
"""With the spaces around it, which say nothing in selectors and queries."""


def minify(text: str) -> str:
    """The same rules. Custom properties that the sheet declares have short names, others keep theirs for scripts."""
    plain = str(cssmin(BEFORE_PSEUDO.sub(DESCENDANT, text))).replace(DESCENDANT, " ")
    spare = NEEDLESS.sub(r"\1\2", IMPLIED.sub("", plain))
    return _renamed(SELECTORS.sub(lambda match: SIGN.sub(r"\1", match[0]), spare))


def _renamed(text: str) -> str:
    known = dict.fromkeys(PROPERTY.findall(text))
    free = (f"--{name}" for name in chain("0123456789", names()) if f"--{name}" not in known)
    declared = set(DECLARED.findall(text))
    short = {name: next(free) for name in known if name in declared}
    return PROPERTY.sub(lambda match: short.get(match[0], match[0]), text)
