"""Role-plays for tests: chapters read as a course reads them, vectors, and seeded scenes that nobody wrote."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ssg.blocks.roleplay.model import Node, Plot
from ssg.blocks.roleplay.play import Move, State, begin, offered, phase, step
from ssg.blocks.roleplay.scene import Scene, parse
from ssg.parse.chapter import parse_chapter
from ssg.parse.page import Page
from ssg.parse.sections import Section
from ssg.problems import Problem

HERE = Path(__file__).parent
SAMPLE = (HERE / "blocks" / "roleplay" / "sample.md").read_text(encoding="utf-8")
BROKEN = (HERE / "blocks" / "roleplay" / "broken.md").read_text(encoding="utf-8")


def read(text: str, language: str = "zh") -> tuple[Scene | None, list[Problem]]:
    """The first role-play of a chapter, and all that is wrong with the chapter, in order."""
    page = Page(
        path="a.md",
        file="a.md",
        chapter="a",
        language="en" if language == "en" else "zh",
        tongue="en" if language == "en" else "zh-Hans",
        lines=text.rstrip("\n").split("\n"),
        chapters={"a.md": "a"},
    )
    chapter = parse_chapter(page)
    sources = [part for part in chapter.parts if isinstance(part, Section) and part.kind == "roleplay"]
    scenes = [parse(source, chapter.context) for source in sources]
    for scene in scenes:
        page.problems.extend(scene.check() if scene else ())
    return (scenes[0] if scenes else None), sorted(page.problems, key=lambda problem: problem.span)


def scene_of(text: str) -> Scene:
    """The role-play of a chapter that has no errors."""
    scene, problems = read(text)
    assert scene, [(problem.code, problem.span.line, dict(problem.values)) for problem in problems]
    return scene


def codes(text: str) -> list[tuple[int, str]]:
    """What is wrong with a chapter as (line, code); infos are left out."""
    return [(problem.span.line, problem.code) for problem in read(text)[1] if problem.code not in ("RP406", "RP408")]


@dataclass(frozen=True)
class Vector:
    """A play of a vector file: moves as an author would tell them, and what is so after them."""

    name: str
    plot: Plot
    moves: Sequence[Any]
    expect: dict[str, Any] | None


def vectors() -> Iterator[Vector]:
    """Every play of tests/vectors/roleplay."""
    for file in sorted((HERE / "vectors" / "roleplay").glob("*.json")):
        for case in json.loads(file.read_text(encoding="utf-8")):
            plot = scene_of("\n".join(case["chapter"])).plot
            for play in case["plays"]:
                yield Vector(f"{file.stem}: {case['name']}: {play['name']}", plot, play["moves"], play["expect"])


def move_of(told: Any, node: Node) -> Move:
    """``"continue"``, ``"timeout"``, ``{"say": "begin of a choice"}`` or ``{"tick": ["begin of a line", …]}``."""
    if isinstance(told, str):
        return Move(kind="continue") if told == "continue" else Move(kind="timeout")
    if "say" in told:
        found = [choice.id for choice in node.choices if choice.text.startswith(told["say"])]
        return Move(kind="choose", choice=found[0] if found else "none")
    criteria = node.writing.criteria if node.writing else ()
    return Move(kind="write", ticks=[line.id for line in criteria if line.text.startswith(tuple(told["tick"]))])


def as_json(move: Move) -> dict[str, Any]:
    """The move as the browser's half reads it."""
    return {"kind": move.kind, "choice": move.choice, "ticks": list(move.ticks)}


def shown(plot: Plot, state: State | None) -> dict[str, Any] | None:
    """All of a state, in the form in which both halves are compared."""
    if state is None:
        return None
    return {
        "node": state.node,
        "phase": phase(plot, state),
        "next": state.next,
        "offered": [choice.id for choice in offered(plot, state)],
        "meters": dict(state.meters),
        "skills": dict(state.skills),
        "visits": dict(state.visits),
        "won": dict(state.won),
        "available": dict(state.available),
    }


def follow(plot: Plot, told: Sequence[Any]) -> tuple[list[Move], State | None]:
    """The moves of a vector, and where they lead."""
    state: State | None = begin(plot)
    moves = []
    for each in told:
        assert state is not None
        moves.append(move_of(each, plot.nodes[state.node]))
        state = step(plot, state, moves[-1])
    return moves, state


def random_moves(plot: Plot, dice: random.Random, longest: int = 40) -> list[Move]:
    """A play by somebody who chooses blindly, now and then something impossible."""
    state, moves = begin(plot), []
    while len(moves) < longest and phase(plot, state) not in ("ending", "stuck"):
        move = random_move(plot, state, dice)
        moves.append(move)
        state = step(plot, state, move) or state
    return moves


def random_move(plot: Plot, state: State, dice: random.Random) -> Move:
    node = plot.nodes[state.node]
    if dice.random() < 0.1:
        return dice.choice([Move(kind="timeout"), Move(kind="continue"), Move(kind="choose", choice="none")])
    now = phase(plot, state)
    if now == "choose":
        return Move(kind="choose", choice=dice.choice(node.choices).id)
    if now == "write" and node.writing:
        return Move(kind="write", ticks=[line.id for line in node.writing.criteria if dice.random() < 0.5])
    return Move(kind="continue")


def random_chapter(dice: random.Random) -> str:
    """A scene with choices, free-text turns, routes, caps, timers and conditions, put together by dice."""
    size = dice.randint(3, 7)
    names = [f"节点{number}" for number in range(size)]
    endings = ["结局：好", "结局：坏"]
    head = "\n".join(
        [
            "## 角色扮演：随机",
            "",
            "- 学员：小周",
            "- 人物：王女士",
            "- 仪表：愤怒 50（0–100，越低越好）",
            "- 仪表：信任 0（-30–30，越高越好）",
            "- 技能：共情、倾听",
            "- 评级：优、差",
        ]
    )
    nodes = [_random_node(at, names, endings, dice) for at in range(size)]
    return "\n\n".join([head, *nodes, "### 结局：好\n\n- 评级：优", "### 结局：坏\n\n完了。\n\n- 评级：差"])


def _random_node(at: int, names: list[str], endings: list[str], dice: random.Random) -> str:
    def target() -> str:
        return dice.choice([*names, *endings])

    def test() -> str:
        return f"{dice.choice(['愤怒', '信任', '共情'])}{dice.choice('≥≤><=')}{dice.randint(1, 9)}"

    def effects() -> str:
        return "，".join(
            f"{dice.choice(['愤怒', '信任', '共情', '倾听'])}{dice.randint(-25, 25):+d}"
            for _ in range(dice.randint(1, 3))
        )

    lines = [f"### {names[at]}", ""]
    lines += ["> 王女士：喂？", ""] if dice.random() < 0.7 else []
    lines += [f"- 最多：{dice.randint(1, 3)} 次 → {dice.choice([*names[at + 1 :], *endings])}"]
    lines += [f"- 若 {test()} → {target()}"] if dice.random() < 0.4 else []
    form = dice.choice(["choices", "choices", "writing", "onward"])
    if form == "onward":
        return "\n".join([*lines, "", f"→ {target()}"])
    lines += [f"- 限时：{dice.randint(5, 60)} 秒 → {target()}"] if dice.random() < 0.3 else []
    if form == "writing":
        criteria = [f"    - 标准{number}（{effects()}）" for number in range(dice.randint(1, 3))]
        routes = [f"- 若 自评≥1 → {target()}", f"- 否则 → {target()}"]
        return "\n".join([*lines, "- 自由作答：说一句", "- 自评：", *criteria, *routes])
    lines += [""]
    for number in range(dice.randint(1, 4)):
        lines += [f"{number + 1}. 说法{number} → {target()}", f"    - 影响：{effects()}"]
        lines += [f"    - 条件：{test()}"] if dice.random() < 0.3 else []
    return "\n".join(lines)
