"""Number: a typed number within a tolerance, in exact decimals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Context as Arithmetic
from decimal import Decimal
from typing import Any, ClassVar

from markupsafe import escape

from ssg.model import Json, Question, Score
from ssg.normalise import normalise
from ssg.parse.context import Context, skip_text
from ssg.parse.marks import halve
from ssg.parse.prose.plain import plain
from ssg.parse.settings import Setting
from ssg.questions.answer import Answer, Expected, Form, Place, Words, says
from ssg.questions.draft import ItemDraft, QuestionKind, fingerprint
from ssg.questions.shape import answer_form, report_unused, required, sound
from ssg.scoring import share

_EXACT = Arithmetic(prec=100)
_LONGEST = 40
_NUMBER = re.compile(r"([-+负負正]?) ?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]*)(?:\.([0-9]+))?")
_TILDE = re.compile("[~～〜⁓]")
_TOLERANCE = re.compile(r"±|\+/-|\+-|正[负負]")
_RANGE = re.compile(r"\.\.+|…+|到|至|to|[-–—−~〜]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeric(Question):
    """A stem that a number answers: any from ``low`` to ``high``, with or without one of the ``units``."""

    kind: ClassVar[str] = "numeric"
    low: Decimal
    high: Decimal
    answer: str
    units: Sequence[str]

    @property
    def unit(self) -> str:
        """The unit to show beside the field; empty where the item has none."""
        return self.units[0] if self.units else ""

    def key(self) -> Mapping[str, Json]:
        """``{low, high, answer, unit, units, explanation, print}``, the limits as decimal strings."""
        return {
            "low": decimal_text(self.low),
            "high": decimal_text(self.high),
            "answer": self.answer,
            "unit": self.unit,
            "units": list(self.units),
            "explanation": self.explanation,
            "print": self.fingerprint(),
        }

    def own_fingerprint(self) -> str:
        """Changes with the stem, the limits and the unit shown; not with its other spellings."""
        return fingerprint(self.stem, self.body, decimal_text(self.low), decimal_text(self.high), self.unit)


def fits(draft: ItemDraft) -> bool:
    """An answer that begins as a number, with no options or blanks, makes a number item."""
    return answer_form(draft) == "number"


def parse(draft: ItemDraft, context: Context) -> Numeric | None:
    """The number item of a draft; what makes it unusable is reported."""
    before = len(context.problems)
    report_unused(draft, context, "numeric", settings=["answer", "unit"])
    units = _units(draft.settings.get("unit"), context)
    answer = required(draft, "answer", "numeric", "24 ± 1", context)
    limits = _limits(answer, units, context) if answer else None
    if limits is None or not sound(context, before):
        return None
    low, high, shown = limits
    return Numeric(**draft.common(draft.body(context)), low=low, high=high, answer=shown, units=units)


def _units(setting: Setting | None, context: Context) -> list[str]:
    if setting is None:
        return []
    units = [unit.strip() for unit in re.split(r"[|｜]", _plain(setting))]
    for unit in units:
        if not normalise(unit, ignore_punctuation=False) or read_number(unit) is not None:
            context.report("QZ503", setting.span, value=setting.text)
    return units


def _limits(answer: Setting, units: Sequence[str], context: Context) -> tuple[Decimal, Decimal, str] | None:
    typed = halve(_plain(answer))
    unit = units[0] if units else ""
    for low, high, shown in _readings(typed, units):
        if low > high:
            context.report("QZ502", answer.span, low=decimal_text(low), high=decimal_text(high))
            return None
        return low, high, shown + (unit if unit == "%" or not unit else f" {unit}")
    context.report("QZ501", answer.span, value=answer.text)
    return None


def _readings(typed: str, units: Sequence[str]) -> Iterator[tuple[Decimal, Decimal, str]]:
    """What a text can be read as, a number first, then a tolerance, then a range: low, high, how it is shown."""
    number = read_number(typed, units)
    if number is not None:
        yield number, number, decimal_text(number)
    for mark in _TOLERANCE.finditer(typed):
        middle, tolerance = read_number(typed[: mark.start()], units), read_number(typed[mark.end() :], units)
        if middle is not None and tolerance is not None and tolerance >= 0:
            shown = f"{decimal_text(middle)} ± {decimal_text(tolerance)}" if tolerance else decimal_text(middle)
            yield _EXACT.subtract(middle, tolerance), _EXACT.add(middle, tolerance), shown
    for mark in _RANGE.finditer(typed):
        low, high = read_number(typed[: mark.start()], units), read_number(typed[mark.end() :], units)
        if low is not None and high is not None:
            yield low, high, f"{decimal_text(low)}–{decimal_text(high)}"


def _plain(setting: Setting) -> str:
    return plain(skip_text(setting.inline.children or [], setting.skip))


def read_number(typed: str, units: Sequence[str] = ()) -> Decimal | None:
    """A number as people type it, with or without one of the units, exactly; None for anything else.

    Full-width digits and marks, commas between thousands, 负 and 正, any dash as a minus sign; at most 40 digits. A per
    cent sign is a unit like others: ``10%`` is 10 where the unit is ``%``, and no number elsewhere.
    """
    if _TILDE.search(typed):
        return None
    text = normalise(typed, ignore_punctuation=False)
    for bare in (text, *(bare for unit in units for bare in _without_unit(text, unit))):
        number = _NUMBER.fullmatch(bare)
        if number is None:
            continue
        whole, places = number[2].replace(",", ""), number[3] or ""
        if not 1 <= len(whole) + len(places) <= _LONGEST:
            continue
        return Decimal(f"{'-' if number[1] in ('-', '负', '負') else ''}{whole}.{places}")
    return None


def _without_unit(text: str, unit: str) -> Iterator[str]:
    name = normalise(unit, ignore_punctuation=False)
    if text.endswith(name) and not re.match("[0-9]", name):
        yield text[: len(text) - len(name)].rstrip(" ")
    if text.startswith(name) and not re.search("[0-9]$", name):
        yield text[len(name) :].lstrip(" ")


def decimal_text(number: Decimal) -> str:
    """The number in plain decimal notation without needless zeros."""
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def score(key: Any, response: Any) -> Score:
    """All from ``low`` to ``high``, both included, else nothing.

    ``key`` is ``{low, high, units}`` with decimal strings, ``response`` the text as typed.
    """
    number = read_number(response, key["units"]) if isinstance(response, str) else None
    inside = number is not None and Decimal(key["low"]) <= number <= Decimal(key["high"])
    return share(int(inside), 1)


def form(item: Numeric, t: Words) -> Form:
    """One place, for a number."""
    return Form(places=[Place(id="", unit=item.unit)])


def solution(item: Numeric, t: Words) -> Answer:
    """The number with its tolerance and unit, and where there is a tolerance, from what to what it reaches."""
    low, high = decimal_text(item.low), decimal_text(item.high)
    shown = str(escape(item.answer))
    reach = f" ({t['answer_reach'].format(low=low, high=high)})" if low != high and "±" in shown else ""
    expected = Expected(place="", words=[shown + reach], join="or")
    return Answer(expected=[expected], rule=says(t, "score_one", item, 1))


KIND = QuestionKind(
    name="numeric",
    types=("numeric",),
    fits=fits,
    parse=parse,
    score=score,
    form=form,
    solution=solution,
    shares=("lines", "typed"),
)
