"""What is printed, as values: how a trainer wants it, and the sheets that come of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Audience = Literal["trainee", "trainer"]
Size = Literal["A4", "Letter"]
Edge = Literal["long", "short"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """How it is printed. ``saving`` spares ink: no washes, no colour. ``edge`` is the one at which the printer turns a
    sheet for its back, ``versions`` how many orders a test is printed in, ``names`` whom certificates are for.
    """

    size: Size = "A4"
    saving: bool = False
    edge: Edge = "long"
    versions: int = 1
    names: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One document to print: ``name`` is its file's without the ending, ``html`` the whole of it, with all it shows."""

    name: str
    title: str
    audience: Audience
    html: str
