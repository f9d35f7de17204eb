"""Asking again until it is so, as Playwright does, or until time is up."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, TypeVar

Found = TypeVar("Found")
PAUSES = (0.02, 0.05, 0.1, 0.1, 0.25)


class Failure(Exception):
    """An error for the test, under the name that Playwright gives it."""

    def __init__(self, message: str, name: str = "Error", details: dict[str, Any] | None = None) -> None:
        super().__init__(message)
        self.name = name
        self.details = details


def until(ask: Callable[[], Found | None], timeout: float, missing: Callable[[], str]) -> Found:
    """The first answer that is not None; ``timeout`` in milliseconds, 0 for a second."""
    end = time.monotonic() + (timeout or 1000) / 1000
    pauses = iter(PAUSES)
    while (answer := ask()) is None:
        if time.monotonic() > end:
            raise Failure(f"Timeout {timeout:g}ms exceeded: {missing()}", name="TimeoutError")
        time.sleep(next(pauses, PAUSES[-1]))
    return answer
