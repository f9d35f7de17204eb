"""What single options are worth: ``- 得分：50%`` below an option, ``-1/3`` where ticking it costs something."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from math import lcm
from typing import Any

from ssg.parse.context import Context
from ssg.parse.marks import halve
from ssg.problems import Span
from ssg.questions.draft import ItemDraft, Option

_CREDIT = re.compile(r"(?P<sign>[-+]?)\s*(?:(?P<percent>\d{1,3})\s*%|(?P<n>\d{1,2})\s*/\s*(?P<d>\d{1,2}))")
_LARGEST_PART = 12
"""Twelfths and whole per cents: their sums stay small whole numbers, so that every browser adds them exactly."""


def read_credits(draft: ItemDraft, context: Context, *, multiple: bool) -> Sequence[Fraction]:
    """For each option its share of the item, −1 to 1; empty where no option has a credit. After Moodle.

    An option without one is worth nothing; a right one its even share of the right ones.
    """
    if not any(option.settings.get("credit") for option in draft.options):
        return ()
    even = Fraction(1, sum(option.checked for option in draft.options) or 1)
    credits = [_credit(option, even if option.checked else Fraction(0), context) for option in draft.options]
    _report(draft.options, credits, draft.span, context, multiple=multiple)
    return credits


def whole_numbers(options: Sequence[Option], credits: Sequence[Fraction]) -> dict[str, Any]:
    """``{weights: {id: n}, of: d}``, each n/d of the item: what a browser can add without a fraction."""
    if not credits:
        return {}
    of = lcm(*(credit.denominator for credit in credits))
    weights = {option.id: int(credit * of) for option, credit in zip(options, credits, strict=True)}
    return {"weights": weights, "of": of}


def _credit(option: Option, default: Fraction, context: Context) -> Fraction:
    setting = option.settings.get("credit")
    if setting is None:
        return default
    found = _CREDIT.fullmatch(halve(setting.text).strip())
    part = int(found["d"] or 100) if found else 0
    size = Fraction(int(found["percent"] or found["n"]), part) if found and part else Fraction(2)
    if size > 1 or (part > _LARGEST_PART and part != 100):
        context.report("QZ105", setting.span, value=setting.text)
        return default
    return -size if found and found["sign"] == "-" else size


def _report(
    options: Sequence[Option], credits: Sequence[Fraction], item: Span, context: Context, *, multiple: bool
) -> None:
    """Full credit must be within reach, and no mark may say other than the credit does."""
    worth = [credit for credit in credits if credit > 0]
    best = sum(worth, Fraction(0)) if multiple else max(worth, default=Fraction(0))
    if best < 1:
        context.report("QZ106", item, best=percent(best))
    elif best > 1:
        context.report("QZ107", item, best=percent(best))
    for option, credit in zip(options, credits, strict=True):
        if credit <= 0 if option.checked else credit == 1:
            context.report("QZ108", option.span, text=option.text, credit=percent(credit))


def percent(share: Fraction) -> str:
    """A share as authors write it: 50%, or 1/3 where per cents would round."""
    whole = share * 100
    return f"{whole}%" if whole.denominator == 1 else str(share)
