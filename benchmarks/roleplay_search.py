"""How long it takes to search a role-play through: every moment that a play can come to, and what each is worth.

.venv/bin/python benchmarks/roleplay_search.py [runs]
"""

from __future__ import annotations

import io
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

from ssg.blocks.roleplay.scene import Scene
from ssg.blocks.roleplay.study import study_up_to
from ssg.steps import Work, assemble, discover, parse
from ssg.terminal import ProgressLine

HEAD = """# 测量

## 角色扮演：测量用的一场

- 学员：小周
- 人物：王女士
- 仪表：愤怒 60（0–100，越低越好）
- 仪表：信任 30（0–100，越高越好）
- 技能：共情、倾听、澄清
- 评级：优、中、差
"""
ENDINGS = """
### 结局：好

- 评级：优

### 结局：中

- 评级：中

### 结局：差

- 评级：差
"""
SCENES = {
    "25 nodes × 3 choices, no loop": (25, 0),
    "40 nodes × 3 choices, no loop": (40, 0),
    "30 nodes × 3 choices, three short loops": (30, 3),
    "30 nodes × 3 choices, eight short loops": (30, 8),
}
MOST = 50_000


def main(runs: int = 5) -> None:
    """Print the states and the median time of each scene."""
    for name, (nodes, loops) in SCENES.items():
        plot = scene(nodes, loops).plot
        times = []
        for _ in range(runs):
            start = time.perf_counter()
            study = study_up_to(plot, MOST)
            times.append(time.perf_counter() - start)
        method = f"{study.states} states, exact" if study.exhaustive else f"over {MOST} states, by random plays"
        print(f"{name:42} {method:32} median {statistics.median(times):.3f} s (to {max(times):.3f})")


def scene(nodes: int, loops: int) -> Scene:
    """A scene put together by dice, read as a course is."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch, "course")
        folder.mkdir()
        (folder / "course.yaml").write_text("title: 测量\nlanguage: zh-Hans\n", encoding="utf-8")
        (folder / "01-a.md").write_text(chapter(nodes, loops), encoding="utf-8")
        work = Work(start=folder.parent, progress=ProgressLine(io.StringIO()))
        sources = discover(["course"], work)
        [course] = assemble(sources, parse(sources, work), work)
    return next(block for block in course.blocks() if isinstance(block, Scene))


def chapter(nodes: int, loops: int) -> str:
    """Every node leads one to three nodes on; a loop leads back over two, and may be taken twice."""
    dice = random.Random(f"{nodes} {loops}")
    back = {round((at + 1) * nodes / (loops + 1)) for at in range(loops)}
    return HEAD + "".join(node(at, nodes, at in back, at + 2 in back, dice) for at in range(nodes)) + ENDINGS


def node(at: int, nodes: int, leads_back: bool, capped: bool, dice: random.Random) -> str:
    """One node with three choices, each of which moves both meters and now and then a skill."""
    lines = [f"\n### 节点{at}\n", "> 王女士：那你说说看。\n"]
    lines += [f"- 最多：2 次 → {'结局：差'}\n"] if capped else []
    lines += ["- 若 愤怒≥95 → 结局：差\n"] if at % 5 == 4 else []
    for number in range(1, 4):
        to = at - 2 if leads_back and number == 3 else at + number
        name = f"节点{to}" if to < nodes else f"结局：{'好中差'[number - 1]}"
        changes = [f"愤怒{dice.randrange(-20, 21, 5):+d}", f"信任{dice.randrange(-20, 21, 5):+d}"]
        changes += [f"{dice.choice(['共情', '倾听', '澄清'])}+1"] if number == 1 else []
        lines += [f"{number}. 第 {at} 处的说法 {number} → {name}", f"    - 影响：{'，'.join(changes)}"]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
