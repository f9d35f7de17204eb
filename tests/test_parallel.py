"""Work shared by two processes comes out as if one had done it."""

from __future__ import annotations

import os

import pytest

from ssg.parallel import WORTH_IT, each


def test_results_come_in_the_order_of_the_values() -> None:
    assert each(lambda value: value * value, range(WORTH_IT * 2 + 1)) == [n * n for n in range(WORTH_IT * 2 + 1)]


def test_few_values_stay_in_one_process() -> None:
    assert set(each(lambda _: os.getpid(), range(WORTH_IT - 1))) == {os.getpid()}


def test_a_fault_in_the_second_half_is_raised_here() -> None:
    with pytest.raises(ZeroDivisionError):
        each(lambda value: 1 // (WORTH_IT - 1 - value), range(WORTH_IT))


def test_what_cannot_be_sent_is_made_here() -> None:
    results = each(lambda value: lambda: value, range(WORTH_IT))
    assert [result() for result in results] == list(range(WORTH_IT))
