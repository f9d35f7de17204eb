"""Printed test papers and keys, read as a trainee and a trainer read them: by numbers, letters and words alone."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from command import REPOSITORY
from lxml import html
from lxml.html import HtmlElement

from ssg.model import Course
from ssg.paper.model import Format, Sheet
from ssg.paper.packs import key, test
from ssg.paper.press import Press, press_of
from ssg.steps import Work, assemble, discover, parse
from ssg.terminal import ProgressLine


@dataclass(frozen=True, kw_only=True)
class Question:
    """What stands on paper under one number: options by their letters, one such list for each own list of a gap."""

    lists: Sequence[dict[str, str]]
    rows: Sequence[str]
    columns: dict[str, str]
    spots: dict[str, str]


Marks = Sequence[tuple[str, Sequence[str], str]]
"""What the grid of a key says under one number: for each place its label, the letters, and all of its text."""


@cache
def read_course(folder: str) -> Course:
    """The course in a folder of this repository."""
    work = Work(start=REPOSITORY, progress=ProgressLine(io.StringIO()))
    sources = discover([folder], work)
    (course,) = assemble(sources, parse(sources, work), work)
    return course


def press(course: Course, versions: int = 3) -> Press:
    """A press that prints so many versions."""
    return press_of(course, Format(versions=versions))


def papers(printed: Press) -> Sequence[Sheet]:
    """The test papers, a sheet for each version."""
    return test.KIND.make(printed)


def keys(printed: Press) -> Sequence[Sheet]:
    """The answer keys in the same order."""
    return key.KIND.make(printed)


def questions(sheet: Sheet) -> list[list[Question]]:
    """The questions of each test on a paper, in order."""
    return [[_question(each) for each in _all(part, "li", "test-item")] for part in _tests(sheet)]


def marks(sheet: Sheet) -> list[list[Marks]]:
    """What the grid of each test on a key says, in order."""
    return [[_marks(each) for each in part.xpath(".//ol[@class='glance']/li")] for part in _tests(sheet)]


def words(fragment: str) -> str:
    """A piece of HTML as one reads it."""
    return _text(html.fragment_fromstring(fragment, create_parent="p")) if fragment else ""


def _all(element: HtmlElement, tag: str, name: str) -> Sequence[HtmlElement]:
    found: Sequence[HtmlElement] = element.xpath(f".//{tag}[contains(concat(' ', @class, ' '), ' {name} ')]")
    return found


def _tests(sheet: Sheet) -> Sequence[HtmlElement]:
    body = html.fromstring(sheet.html).body
    return [each for each in body if re.search(r"\btest-\d", each.get("class", ""))]


def _question(element: HtmlElement) -> Question:
    grid, sides = _all(element, "table", "choice-grid"), element.xpath(".//div[@class='sides-by-side']/table")
    rights = [sides[1].xpath(".//tbody/tr")] if sides else []
    lists = [each.xpath("./li") for each in _all(element, "ol", "choices")]
    return Question(
        lists=[_letters(each) for each in lists or rights],
        rows=[_text(row[1]) for table in (*grid, *sides[:1]) for row in table.xpath(".//tbody/tr")],
        columns=_letters([head for table in grid for head in _all(table, "th", "cell")]),
        spots={_text(each[0]): (each[0].tail or "") for each in _all(element, "span", "spot")},
    )


def _letters(elements: Sequence[HtmlElement]) -> dict[str, str]:
    found = {}
    for element in elements:
        (letter,) = _all(element, "b", "letter")
        found[_text(letter)] = _text(element).removeprefix(_text(letter)).strip()
    return found


def _marks(element: HtmlElement) -> Marks:
    return [_mark(each) for each in _all(element, "span", "part")]


def _mark(part: HtmlElement) -> tuple[str, Sequence[str], str]:
    label = "".join(map(_text, part.xpath("./small")))
    return label, [_text(each) for each in part.xpath("./b")], _text(part).removeprefix(label).strip()


def _text(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())
