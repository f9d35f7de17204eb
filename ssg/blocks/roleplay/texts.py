"""The faults of a scene's texts: what is missing, says nothing or the same, is too long, or shows whose data it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from markupsafe import Markup

from ssg.blocks.roleplay.model import Choice, Node, Plot, Writing
from ssg.blocks.roleplay.reading import shorten
from ssg.parse.context import Context
from ssg.parse.sections import Section
from ssg.problems import Problem, Span
from ssg.wording import alike, listed, only_listed, personal_data, reading_characters

MOST_CHOICES = 4
SHORTEST_COACH = 10
LONGEST_NODE = 200
CHARACTERS_A_SECOND = 5
"""A quick reader's pace; whoever reads slower than a time limit allows cannot choose at all."""


def check_texts(plot: Plot) -> Iterator[Problem]:
    """Every fault of what is said, told and explained."""
    coached: dict[str, Choice] = {}
    for node in plot.nodes.values():
        yield from _node(node)
        yield from _alike(node.choices)
        for choice in node.choices:
            yield from _coach(choice, coached)
        if node.writing:
            yield from _writing(node.writing)


def report_personal_data(section: Section, context: Context) -> None:
    """Point to what may be the telephone number, address or number of a living person."""
    lines = context.page.lines
    for line in range(section.line, _end(section) + 1):
        for found in personal_data(lines[line - 1]):
            span = Span(path=context.page.path, line=line, column=found.start + 1, length=len(found.text))
            context.report("RP308", span, text=found.text)


def _end(section: Section) -> int:
    """The last line of a section and all inside it."""
    return max([section.line, *(node.end for node in section.nodes), *map(_end, section.sections)])


def _problem(code: str, span: Span, **values: str | int) -> Problem:
    return Problem(code=code, span=span, values=values)


def _node(node: Node) -> Iterator[Problem]:
    if len(node.choices) > MOST_CHOICES:
        yield _problem("RP306", node.choices[MOST_CHOICES].span, count=len(node.choices), most=MOST_CHOICES)
    said = sum(_length(line.html) for line in node.lines)
    if said > LONGEST_NODE and not node.ending:
        yield _problem("RP307", node.span, name=node.name, count=said, most=LONGEST_NODE)
    if node.timer:
        asked = sum(reading_characters(choice.text) for choice in node.choices)
        asked += _length(node.writing.task) if node.writing else 0
        seconds = -(-(said + asked) // CHARACTERS_A_SECOND)
        if seconds > node.timer.seconds:
            yield _problem("RP314", node.timer.span, given=node.timer.seconds, seconds=seconds, count=said + asked)


def _length(html: Markup) -> int:
    return reading_characters(html.striptags())


def _alike(choices: Sequence[Choice]) -> Iterator[Problem]:
    for first, second in combinations(choices, 2):
        if alike(first.text, second.text):
            yield _problem("RP305", second.span, first=first.span.line)


def _coach(choice: Choice, coached: dict[str, Choice]) -> Iterator[Problem]:
    note = choice.coach.striptags().strip()
    text = shorten(choice.text)
    if not note:
        yield _problem("RP302", choice.span, text=text)
    elif only_listed("verdict", note):
        yield _problem("RP304", choice.span, text=text, note=note)
    elif len(note) < SHORTEST_COACH:
        yield _problem("RP303", choice.span, text=text, note=note, least=SHORTEST_COACH)
    elif coached.setdefault(note, choice) is not choice:
        yield _problem("RP315", choice.span, text=text, first=coached[note].span.line)


def _writing(writing: Writing) -> Iterator[Problem]:
    if not writing.models:
        yield _problem("RP309", writing.span)
    if not writing.criteria:
        yield _problem("RP313", writing.span)
    for criterion in writing.criteria:
        words = listed("vague", criterion.text)
        if words:
            yield _problem("RP310", criterion.span, text=shorten(criterion.text), word=words[0])
