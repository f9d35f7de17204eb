"""The same function over many values, by two processes where that is faster: same results, same order."""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

Value = TypeVar("Value")
Result = TypeVar("Result")

WORTH_IT = 40
"""So many values pay for a second process, which costs about 15 ms."""


def each(function: Callable[[Value], Result], values: Sequence[Value]) -> list[Result]:
    """The function's results in order. It must be pure: a second process may take half of the values.

    Only where a process can be forked cheaply and has a processor of its own; everywhere else it is a plain loop.
    """
    if sys.platform != "linux" or len(values) < WORTH_IT or len(os.sched_getaffinity(0)) < 2:
        return [function(value) for value in values]
    middle = len(values) // 2
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _work_and_leave(function, values[middle:], writing)
    os.close(writing)
    first = [function(value) for value in values[:middle]]
    with os.fdopen(reading, "rb") as pipe:
        answer = pipe.read()
    _, status = os.waitpid(child, 0)
    # What stopped the child is met again here, where it can be seen.
    second: list[Result] = [function(value) for value in values[middle:]] if status else pickle.loads(answer)
    return [*first, *second]


def _work_and_leave(function: Callable[[Value], Result], values: Sequence[Value], writing: int) -> None:
    """In the child: send the results and end at once, without the parent's farewells."""
    status = 1
    try:
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(pickle.dumps([function(value) for value in values], pickle.HIGHEST_PROTOCOL))
        status = 0
    finally:
        os._exit(status)
