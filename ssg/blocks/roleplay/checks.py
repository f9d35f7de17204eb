"""The faults that only the whole scene shows: in its texts, in its graph, and in how plays of it go."""

from __future__ import annotations

from collections.abc import Iterator

from ssg.blocks.roleplay import graph
from ssg.blocks.roleplay.model import Choice, Effect, Node, Plot
from ssg.blocks.roleplay.outcomes import check_outcomes
from ssg.blocks.roleplay.texts import check_texts
from ssg.problems import Problem, Span, severity


def check_plot(plot: Plot) -> Iterator[Problem]:
    """Every fault of a scene that could be read; how plays go can be told only where the graph has no errors."""
    yield from check_texts(plot)
    yield from _check_graph(plot)
    if is_sound(plot):
        yield from check_outcomes(plot)


def is_sound(plot: Plot) -> bool:
    """Whether the graph has no errors, so that every play comes to an end."""
    return all(severity(problem) != "error" for problem in _check_graph(plot))


def _check_graph(plot: Plot) -> Iterator[Problem]:
    for node in plot.nodes.values():
        yield from _ways_out(node)
        yield from _choices(node)
        yield from _grade(node, plot)
    yield from _reach(plot)
    yield from _counted(plot)
    yield from _unused_grades(plot)


def _problem(code: str, span: Span, **values: str | int) -> Problem:
    return Problem(code=code, span=span, values=values)


def _ways_out(node: Node) -> Iterator[Problem]:
    if node.ending or node.otherwise or (node.choices and not node.writing):
        return
    if node.routes:
        yield _problem("RP415", node.routes[-1].span, name=node.name)
    else:
        yield _problem("RP402", node.span, name=node.name)


def _choices(node: Node) -> Iterator[Problem]:
    if len(node.choices) == 1:
        yield _problem("RP408", node.choices[0].span)
    first: dict[object, Choice] = {}
    for choice in node.choices:
        same = first.setdefault(_what_it_does(choice), choice)
        if same is not choice:
            yield _problem("RP409", choice.span, first=same.span.line)


def _what_it_does(choice: Choice) -> object:
    return choice.to, tuple((effect.name, effect.change) for effect in choice.effects), choice.reply


def _grade(node: Node, plot: Plot) -> Iterator[Problem]:
    if node.ending and not node.ending.grade and plot.grades:
        yield _problem("RP403", node.span, name=node.name, known="、".join(plot.grades))


def _reach(plot: Plot) -> Iterator[Problem]:
    nodes, ways = plot.nodes.values(), graph.ways(plot)
    endings = [node.id for node in nodes if node.ending]
    if not endings:
        yield _problem("RP414", plot.start.span)
        return
    found = graph.reached(ways, [plot.start.id])
    yield from (_problem("RP401", node.span, name=node.name) for node in nodes if node.id not in found)
    home = graph.reached(graph.turned(ways), endings)
    lost = [node for node in nodes if node.id in found and node.id not in home and ways[node.id]]
    yield from (_problem("RP404", node.span, name=node.name) for node in lost)
    if not lost:
        yield from _loops(plot)


def _loops(plot: Plot) -> Iterator[Problem]:
    """Round for ever is only worth saying where a way out exists; without one that is the fault."""
    for node in plot.nodes.values():
        if node.cap and graph.past_caps(plot, node.id) is None:
            yield _problem("RP413", node.cap.span, name=node.name)
    for loop in graph.loops(graph.without_caps(plot)):
        names = [plot.nodes[id].name for id in loop]
        yield _problem("RP410", plot.nodes[loop[0]].span, loop=" → ".join([*names, names[0]]))


def _counted(plot: Plot) -> Iterator[Problem]:
    changed = {effect.name for node in plot.nodes.values() for effect in _effects(node)}
    asked = {
        test.name
        for node in plot.nodes.values()
        for each in (node.routes, node.choices)
        for rule in each
        for test in rule.tests
    }
    for meter in plot.meters.values():
        if meter.name not in changed:
            yield _problem("RP405", meter.span, name=meter.name)
        elif meter.name not in asked:
            yield _problem("RP406", meter.span, name=meter.name)
    for skill, span in plot.skills.items():
        if skill not in changed:
            yield _problem("RP407", span, name=skill)


def _effects(node: Node) -> Iterator[Effect]:
    for choice in node.choices:
        yield from choice.effects
    for criterion in node.writing.criteria if node.writing else ():
        yield from criterion.effects


def _unused_grades(plot: Plot) -> Iterator[Problem]:
    used = {node.ending.grade for node in plot.nodes.values() if node.ending}
    for grade, span in plot.grades.items():
        if grade not in used:
            yield _problem("RP411", span, grade=grade)
