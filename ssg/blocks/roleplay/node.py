"""Nodes: a heading, what is said and told, settings, routes, then choices or a free-text turn; or an ending."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from ssg.blocks.roleplay.choice import read_choices
from ssg.blocks.roleplay.conditions import certainty, read_tests
from ssg.blocks.roleplay.model import RATING, Cap, Ending, Line, Node, Route, Test, Timer
from ssg.blocks.roleplay.reading import Reading, bullets, report_stray, same
from ssg.blocks.roleplay.speech import read_speech
from ssg.blocks.roleplay.targets import Arrow, read_arrow, resolve
from ssg.blocks.roleplay.writing import read_writing
from ssg.parse import words
from ssg.parse.marks import halve, split_arrow, split_setting
from ssg.parse.sections import Section
from ssg.parse.settings import Setting, list_items
from ssg.parse.tree import Node as Element
from ssg.problems import Span, closest

_IF = re.compile(r"(?:若|如果|if\b)\s*[:：]?\s*(?P<tests>.*)", re.IGNORECASE | re.DOTALL)
_ELSE = re.compile(r"(?:否[则則]|else|otherwise)\s*[:：,，]?\s*", re.IGNORECASE)
_SECONDS = re.compile(r"(\d{1,4})\s*(?:秒[钟鐘]?|s|sec|seconds?)?", re.IGNORECASE)
_TIMES = re.compile(r"(\d{1,2})\s*(?:次|times?|visits?)?", re.IGNORECASE)
_SHORTEST_TIME = 5
REPEATABLE = ("model", "observe", "trainer", "question")


def ending_name(heading: str) -> str | None:
    """The bare name of an ending's heading, ``结局：重新信任``; None for other nodes."""
    parts = split_setting(heading)
    return parts[1] if parts and parts[1] and words.find("ending_heading", parts[0]) else None


@dataclass(slots=True)
class _Body:
    """What has been found below a node's heading so far."""

    lines: list[Line] = field(default_factory=list)
    bullets: list[Element] = field(default_factory=list)
    choices: list[Element] = field(default_factory=list)
    outdented: bool = False
    onward: list[Route] = field(default_factory=list)
    trainer: list[Markup] = field(default_factory=list)


def read_node(section: Section, id: str, reading: Reading) -> Node:
    """The node of a section; whatever below its heading is not understood is reported."""
    context = reading.context
    body = _body(section, reading)
    name = ending_name(section.text)
    scope = "node" if name is None else "ending"
    rows = list(list_items(body.bullets))
    routes = [route for row in rows if (route := _route(row, reading))]
    settings = list(bullets((row for row in rows if not _is_route(row)), scope, context, REPEATABLE))
    node = Node(
        id=id,
        name=name or section.text,
        anchor=section.anchor.rpartition("/")[2],
        lines=body.lines,
        timer=_timer(settings, reading),
        cap=_cap(settings, reading),
        routes=[route for route in routes if route.tests],
        otherwise=_otherwise([*(route for route in routes if not route.tests), *body.onward], reading),
        choices=read_choices(body.choices, reading),
        writing=read_writing(settings, reading),
        ending=_ending(settings, reading) if name is not None else None,
        observe=[setting.html(context) for setting in settings if setting.key == "observe"],
        trainer=[*body.trainer, *(setting.html(context) for setting in settings if setting.key == "trainer")],
        span=context.span(section.line, section.text),
    )
    _report_clashes(node, reading)
    return node


def _body(section: Section, reading: Reading) -> _Body:
    body = _Body()
    for inner in section.sections:
        reading.context.report("RP111", reading.context.span(inner.line, inner.text), text=inner.text)
    for element in section.nodes:
        _sort(element, body, reading)
    return body


def _sort(element: Element, body: _Body, reading: Reading) -> None:
    """Let the form of an element decide what it is."""
    context = reading.context
    told = element.type in ("paragraph", "alert") or (element.type == "bullet_list" and element.markup == "*")
    if element.type == "paragraph" and element.inline and _is_arrow(element.inline.content):
        body.onward += _onward(element, reading)
    elif element.type == "trainer":
        body.trainer.append(context.html(element.children))
    elif (told or element.type == "blockquote") and body.choices:
        report_stray(element, "RP109", context)
    elif element.type == "blockquote":
        body.lines += read_speech(element, reading)
    elif told:
        body.lines.append(Line(html=context.html([element])))
    elif element.type == "bullet_list":
        body.bullets.append(element)
        body.outdented = bool(body.choices) and _is_of_a_choice(element)
    elif element.type == "ordered_list" and (not body.choices or body.outdented):
        body.choices += element.children
    else:
        report_stray(element, "RP108", context)


def _is_of_a_choice(element: Element) -> bool:
    """Whether bullets were meant for the choice above them: the list of choices then goes on below."""
    parts = split_setting(element.inline.content) if element.inline else None
    return parts is not None and words.find("choice", parts[0]) is not None


def _is_arrow(text: str) -> bool:
    parts = split_arrow(text.split("\n")[0])
    return parts is not None and not parts[0]


def _is_route(row: Element) -> bool:
    text = row.inline.content if row.inline else ""
    return bool(_IF.match(text) or _ELSE.match(text))


def _route(row: Element, reading: Reading) -> Route | None:
    """The route that a bullet is: ``若 … → 节点`` or ``否则 → 节点``."""
    if not _is_route(row):
        return None
    for child in row.children[1:]:
        report_stray(child, "RP110", reading.context)
    arrow = _arrow(row, reading)
    if arrow is None:
        return None
    condition = _IF.match(arrow.text)
    if condition:
        tests = read_tests(condition["tests"], row.line, reading)
        return Route(tests=tests, to=resolve(arrow, reading), span=arrow.span) if tests else None
    if not _ELSE.fullmatch(arrow.text.strip()):
        report_stray(row, "RP125", reading.context)
    return Route(tests=(), to=resolve(arrow, reading), span=arrow.span)


def _onward(element: Element, reading: Reading) -> Sequence[Route]:
    """A paragraph that is an arrow alone."""
    arrow = _arrow(element, reading)
    return [Route(tests=(), to=resolve(arrow, reading), span=arrow.span)] if arrow else []


def _arrow(element: Element, reading: Reading) -> Arrow | None:
    arrow = read_arrow(element.inline, element.line, reading.context) if element.inline else None
    if arrow is None:
        report_stray(element, "RP119", reading.context)
    return arrow


def _otherwise(routes: Sequence[Route], reading: Reading) -> Route | None:
    for route in routes[1:]:
        reading.context.report("RP126", route.span, first=routes[0].span.line)
    return routes[0] if routes else None


def _timer(settings: Sequence[Setting], reading: Reading) -> Timer | None:
    found = _number_and_target(settings, "timer", _SECONDS, _SHORTEST_TIME, "RP210", reading)
    return Timer(seconds=found[0], to=found[1], span=found[2]) if found else None


def _cap(settings: Sequence[Setting], reading: Reading) -> Cap | None:
    found = _number_and_target(settings, "cap", _TIMES, 1, "RP211", reading)
    return Cap(times=found[0], to=found[1], span=found[2]) if found else None


def _number_and_target(
    settings: Sequence[Setting], key: str, pattern: re.Pattern[str], lowest: int, code: str, reading: Reading
) -> tuple[int, str, Span] | None:
    """``30 秒 → 节点`` as a number and the id of the node."""
    setting = next((setting for setting in settings if setting.key == key), None)
    if setting is None:
        return None
    context, line = reading.context, setting.span.line
    arrow = read_arrow(setting.inline, line, context)
    if arrow is None:
        context.report("RP104", context.span(line), key=words.name("node", key, context.language))
        return None
    value = arrow.text[setting.skip :].strip()
    number = pattern.fullmatch(halve(value))
    if number is None or int(number[1]) < lowest:
        context.report(code, context.span(line, value), text=value)
        return None
    return int(number[1]), resolve(arrow, reading), arrow.span


def _ending(settings: Sequence[Setting], reading: Reading) -> Ending:
    context = reading.context
    grade = next((setting for setting in settings if setting.key == "grade"), None)
    known = list(reading.cast.grades)
    name = same(grade.text, known) if grade else ""
    if grade and name is None:
        context.report("RP206", grade.span, grade=grade.text, guess=closest(grade.text, known), known="、".join(known))
    return Ending(
        grade=name or "",
        questions=[setting.html(context) for setting in settings if setting.key == "question"],
    )


def _report_clashes(node: Node, reading: Reading) -> None:
    """What a node cannot be at once, and 自评 asked where nobody rates themselves."""
    report = reading.context.report
    if node.ending:
        for span in _spans_of_going_on(node):
            report("RP412", span, name=node.name)
        return
    if node.choices and node.writing:
        report("RP127", node.choices[0].span, line=node.writing.span.line)
    if node.choices and node.otherwise:
        report("RP128", node.otherwise.span, line=node.choices[0].span.line)
    if node.timer and not node.choices and not node.writing:
        report("RP129", node.timer.span)
    rated = len(node.writing.criteria) if node.writing else None
    for test in _tests(node):
        if test.name == RATING and rated is None:
            report("RP214", test.span)
        elif test.name == RATING and rated is not None and certainty(test, 0, rated) is not None:
            report("RP212", test.span, text=f"{test.name}{test.sign}{test.number}", low=0, high=rated)


def _spans_of_going_on(node: Node) -> Iterator[Span]:
    yield from (span for _, span in node.exits())
    if node.writing:
        yield node.writing.span


def _tests(node: Node) -> Iterator[Test]:
    yield from (test for route in node.routes for test in route.tests)
    yield from (test for choice in node.choices for test in choice.tests)
