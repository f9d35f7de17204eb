"""A place in somebody else's JSON: it gives what it is asked for, or says where that is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

_POINTS = re.compile(r"[0-9]{1,400}(/[1-9][0-9]{0,400})?")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LARGEST = 2**53
_LONGEST = 4_000


class UnreadableError(Exception):
    """A file that is no results file: the phrase that says so, and its words."""

    def __init__(self, key: str, **values: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


class Node:
    """A value of JSON, and the way to it."""

    def __init__(self, value: Any, where: str = "") -> None:
        self.value = value
        self.where = where

    def __getitem__(self, name: str) -> Node:
        if not self.has(name):
            raise self._wrong(name)
        return Node(self.value[name], f"{self.where}.{name}".lstrip("."))

    def __iter__(self) -> Iterator[Node]:
        if not isinstance(self.value, list):
            raise self._wrong()
        return (Node(value, f"{self.where}[{number}]") for number, value in enumerate(self.value))

    def has(self, name: str) -> bool:
        """Whether it is an object with such a field."""
        return isinstance(self.value, dict) and name in self.value

    def text(self) -> str:
        """A text that can be written as UTF-8."""
        if not isinstance(self.value, str) or len(self.value) > _LONGEST or _SURROGATE.search(self.value):
            raise self._wrong()
        return self.value

    def count(self) -> int:
        """A whole number from 0."""
        if type(self.value) is not int or not 0 <= self.value < _LARGEST:  # true is an int, too
            raise self._wrong()
        return self.value

    def flag(self) -> bool:
        """True or false."""
        if not isinstance(self.value, bool):
            raise self._wrong()
        return self.value

    def points(self) -> Fraction:
        """Exact points, as “7/3”."""
        if not _POINTS.fullmatch(self.text()):
            raise self._wrong()
        return Fraction(self.text())

    def _wrong(self, name: str = "") -> UnreadableError:
        return UnreadableError("verify_shape", where=f"{self.where}.{name}".strip(".") or "{ }")
