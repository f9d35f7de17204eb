"""What gives the best choice away, weighed over a whole course against chance."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from command import Files
from test_course_checks import course, problems

LONG, MIDDLE, SHORT = "{}您担心的是老人今晚怎么过，是不是这样？", "{}这个要看维修站的安排。", "{}我去问问看。"
HEAD = """## 角色扮演：{title}

- 学员：小周
- 人物：王女士
- 技能：共情
- 评级：优、差
{shuffle}
"""
ENDS = "\n### 结局：好\n\n- 评级：优\n\n### 结局：差\n\n- 评级：差\n"
NAMES = "一二三四五六七八九十"


def chapter(rows: Sequence[Sequence[str]], *, shuffled: bool = True, title: str = "空调") -> str:
    """A scene of one node a row; of each row the choice marked with ``*`` leads on, the others to the worse ending."""
    nodes = [_node(at, row, len(rows)) for at, row in enumerate(rows)]
    return HEAD.format(title=title, shuffle="" if shuffled else "- 打乱选项：否\n") + "".join(nodes) + ENDS


def _node(at: int, row: Sequence[str], rows: int) -> str:
    lines = [f"\n### 第{NAMES[at]}步\n", "> 王女士：那你说说看。\n"]
    for number, text in enumerate(row, start=1):
        on = f"第{NAMES[at + 1]}步" if at + 1 < rows else "结局：好"
        lines.append(f"{number}. {text.removeprefix('*')} → {on if text.startswith('*') else '结局：差'}")
        lines.append(f"    - 影响：共情{'+1' if text.startswith('*') else f'-{number}'}")
        lines.append(f"    - 教练：第{at + 1}步第{number}个选项，为什么这样说会好一些或者差一些。")
    return "\n".join([*lines, ""])


def rows(best: Sequence[int], texts: Sequence[str] = (LONG, MIDDLE, SHORT)) -> list[list[str]]:
    """Rows of the texts; the best is turned through the places so that only its length tells."""
    found = []
    for at, which in enumerate(best):
        marked = [("*" if number == which else "") + text.format(NAMES[at]) for number, text in enumerate(texts)]
        found.append(marked[at % 3 :] + marked[: at % 3])
    return found


def cues(folder: Path) -> list[tuple[str, str, int]]:
    """The cues found in the courses below a folder, with file and line."""
    return [
        (problem.code, problem.span.path.rpartition("/")[2], problem.span.line)
        for problem in problems(folder)
        if problem.code in ("RP601", "RP602", "RP603", "RP604", "RP611")
    ]


@pytest.mark.parametrize(
    ("best", "expected"),
    [
        ([0, 2, 1, 0, 2, 1], []),
        ([0, 0, 0, 0, 0, 0], ["RP601"]),
        ([2, 2, 2, 2, 2, 2], ["RP611"]),
        ([0, 0, 0, 0, 0, 1], ["RP601"]),  # 13 of 729 by lot
        ([1, 0, 2, 1, 0, 1], []),
        ([0, 0], []),
    ],
)
def test_length_is_told_where_chance_would_not_do_so(best: list[int], expected: list[str], files: Files) -> None:
    folder = course(files, {"01-a.md": chapter(rows(best))})
    assert [code for code, _, _ in cues(folder)] == expected


def test_scenes_of_a_course_are_weighed_together(files: Files) -> None:
    halves = {f"0{number}-a.md": chapter(rows([0, 0, 0])) for number in (1, 2)}
    assert cues(course(files, halves)) == [("RP601", "01-a.md", 13)]
    [told] = [problem for problem in problems(files({})) if problem.code == "RP601"]
    assert (told.values["hits"], told.values["count"]) == (6, 6)
    assert str(told.values["places"]).startswith("01-a.md:13、01-a.md:")
    assert "02-a.md:" in str(told.values["places"])


@pytest.mark.parametrize(("shuffled", "level"), [(True, "info"), (False, None)])
def test_a_favourite_place_matters_less_where_choices_are_shuffled(
    shuffled: bool, level: str | None, files: Files
) -> None:
    lengths = [[LONG, MIDDLE, SHORT], [MIDDLE, SHORT, LONG], [SHORT, LONG, MIDDLE]]
    first = [[f"*{row[0]}", *row[1:]] for row in [*lengths, *lengths]]
    named = [[text.format(NAMES[at]) for text in row] for at, row in enumerate(first)]
    folder = course(files, {"01-a.md": chapter(named, shuffled=shuffled)})
    found = [problem for problem in problems(folder) if problem.code in ("RP601", "RP602", "RP611")]
    assert [(problem.code, problem.values["place"], problem.level) for problem in found] == [("RP602", 1, level)]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("*{}让您白等了，真对不起。", "{}这个要看维修站的安排了。", "{}我现在就去给您问问看。"), ["RP603"]),
        (("*{}让您白等了，真对不起。", "{}抱歉，要看维修站的安排。", "{}我现在就去给您问问看。"), []),
        (("{}绝对不会再让您等下去。", "{}一定会有人跟您联系的。", "*{}这个我先去问清楚再说。"), ["RP604"]),
        (("{}绝对不会再让您等下去。", "{}一定会有人跟您联系的。", "*{}晚上八点我一定打给您。"), []),
    ],
)
def test_kind_words_and_absolutes_give_themselves_away(
    texts: tuple[str, ...], expected: list[str], files: Files
) -> None:
    filled = [[text.format("一二三四"[at]) for text in texts] for at in range(4)]
    turned = [row[at % 3 :] + row[: at % 3] for at, row in enumerate(filled)]
    folder = course(files, {"01-a.md": chapter(turned)})
    assert [code for code, _, _ in cues(folder) if code in ("RP603", "RP604")] == expected


def test_a_scene_with_errors_is_left_out(files: Files) -> None:
    endless = chapter(rows([0] * 6)).replace("### 第六步\n", "### 第六步\n\n- 若 共情≥9 → 第一步\n")
    folder = course(files, {"01-a.md": endless})
    assert "RP410" in [problem.code for problem in problems(folder)] and cues(folder) == []
