"""What the page needs to play a scene and a trainee should not read: it ships packed, and never holds trainer text.

The words that a trainee reads anyway (lines, choices, tasks) are in the page's HTML, under the same ids.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ssg.blocks.roleplay.model import Choice, Effect, Line, Node, Plot, Route, Test, Writing
from ssg.model import Json


def plot_data(plot: Plot) -> Mapping[str, Json]:
    """``{start, meters, skills, grades, cards, agreed, shuffle, dim, nodes}``; ``play.js`` reads it."""
    return {
        "start": plot.start.id,
        "meters": [
            {"name": each.name, "start": each.start, "low": each.low, "high": each.high, "better": each.better}
            for each in plot.meters.values()
        ],
        "skills": list(plot.skills),
        "grades": list(plot.grades),
        "cards": [
            {"name": card.name, "rows": [[label, str(html)] for label, html in card.rows]}
            for card in plot.cards
            if card.name != plot.learner
        ],
        "agreed": plot.agreed,
        "shuffle": plot.shuffle,
        "dim": plot.dim,
        "nodes": {node.id: _node(node) for node in plot.nodes.values()},
    }


def _node(node: Node) -> Mapping[str, Json]:
    data: dict[str, Json] = {"name": node.name, "quiet": not node.lines}
    if node.timer:
        data["timer"] = {"seconds": node.timer.seconds, "to": node.timer.to}
    if node.cap:
        data["cap"] = {"times": node.cap.times, "to": node.cap.to}
    if node.routes:
        data["routes"] = [_route(route) for route in node.routes]
    if node.otherwise:
        data["otherwise"] = node.otherwise.to
    if node.choices:
        data["choices"] = [_choice(choice) for choice in node.choices]
    if node.writing:
        data["writing"] = _writing(node.writing)
    if node.ending:
        data["ending"] = {"grade": node.ending.grade}
    return data


def _route(route: Route) -> Mapping[str, Json]:
    return {"tests": _tests(route.tests), "to": route.to}


def _choice(choice: Choice) -> Mapping[str, Json]:
    return {
        "id": choice.id,
        "to": choice.to,
        "effects": _effects(choice.effects),
        "tests": _tests(choice.tests),
        "coach": str(choice.coach),
        "reply": _line(choice.reply) if choice.reply else None,
    }


def _line(line: Line) -> Mapping[str, Json]:
    return {"speaker": line.speaker, "mine": line.mine, "tone": line.tone, "html": str(line.html)}


def _writing(writing: Writing) -> Mapping[str, Json]:
    return {
        "least": writing.least,
        "models": [str(model) for model in writing.models],
        "criteria": [
            {"id": each.id, "html": str(each.html), "effects": _effects(each.effects)} for each in writing.criteria
        ],
    }


def _effects(effects: Sequence[Effect]) -> Json:
    return [[effect.name, effect.change] for effect in effects]


def _tests(tests: Sequence[Test]) -> Json:
    return [[test.name, test.sign, test.number] for test in tests]
