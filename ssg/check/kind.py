"""What a check is: a name and a look at the course."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ssg.model import Course
from ssg.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One look at a whole course; a module of this package ends with ``CHECK = Check(…)``.

    ``editions`` says whether translations are looked at, too: not where they only have what their original has.
    """

    name: str
    check: Callable[[Course], Iterator[Problem]]
    editions: bool = True
