"""The map of a role-play: every node a box, every way out a mark, and nothing over anything else."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from itertools import combinations
from xml.etree import ElementTree

import pytest
from roleplay_scenes import SAMPLE, random_chapter, scene_of

from ssg.blocks.roleplay.graph import Graph, ways
from ssg.blocks.roleplay.map import map_of
from ssg.blocks.roleplay.map.layout import BOX, GAP, LANE, Layout, lay_out
from ssg.blocks.roleplay.map.svg import LEAST, TALL, WIDE
from ssg.blocks.roleplay.map.texts import measure, wrap
from ssg.theme import load_theme

WORDS = load_theme("base").page_words("zh-Hans")
SVG = "{http://www.w3.org/2000/svg}"


def picture(text: str = SAMPLE) -> ElementTree.Element:
    """The map as a reader of XML sees it; HTML knows the name space by itself."""
    return ElementTree.fromstring(
        str(map_of(scene_of(text), WORDS)).replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"')
    )


def texts(element: ElementTree.Element) -> list[str]:
    return [each.text or "" for each in element.iter(f"{SVG}text")]


def long_scene(nodes: int) -> str:
    """A scene that somebody wrote on for too long: three choices a node, some back, many on to far nodes."""
    dice = random.Random(nodes)
    names = [f"第{at}段说到这里" for at in range(nodes - 1)]
    lines = ["# 大", "", "## 角色扮演：很长的一天", "", "- 学员：小周", "- 人物：王女士", ""]
    for at, name in enumerate(names):
        capped = at % 5 == 4
        lines += [f"### {name}", "", "> 王女士：还要多久？", "", *(["- 最多：2 次 → 结局：完", ""] if capped else [])]
        targets = [min(at + 1, nodes - 2), min(at + dice.randrange(1, 9), nodes - 2), at - 3 if capped else nodes]
        for number, to in enumerate(targets, 1):
            target = names[to] if to != at and to < nodes - 1 else "结局：完"
            lines.append(f"{number}. 第{at}段的说法{number}{dice.random()} → {target}")
        lines.append("")
    return "\n".join([*lines, "### 结局：完", "", "完了。", ""])


def test_the_sample_is_drawn_with_all_it_has() -> None:
    shown = texts(picture())
    for number, name in enumerate(
        ["接通电话", "火气上头", "你来说一句", "一起定方案", "重新信任", "勉强收场", "升级投诉"], 1
    ):
        assert f"{number} {name}" in shown
    assert [shown.count(letter) for letter in "ABC"] == [5, 3, 3], "three nodes with three choices, and the legend"
    assert {"30″", "×2", "结局 · 优秀", "结局 · 合格", "结局 · 待改进", "〔自己说一句〕"} <= set(shown)
    assert "1 自评≥2 · 2 否则" in shown and "1 信任<10" in shown
    assert "↑2" in shown, "the way back is told by the number it leads to"


def test_marks_read_from_left_to_right_in_every_language() -> None:
    marked = [each.text for each in picture().iter(f"{SVG}text") if each.get("direction") == "ltr"]
    assert {"A", "30″", "×2", "↑2"} <= set(marked) and "2 火气上头" not in marked


def test_endings_differ_in_shape_from_what_goes_on() -> None:
    corners = [rect.get("rx") for rect in picture().iter(f"{SVG}rect") if rect.get("width") == "140"]
    assert corners.count("2") == 4 and len(corners) == 7


def test_whoever_does_not_see_the_map_has_it_in_words() -> None:
    [drawing] = [svg for svg in picture() if svg.get("role") == "img"]
    assert drawing.findtext(f"{SVG}title") == "《等了两天的空调》的走向图"
    assert "1 接通电话: A → 2, B → 3, C → 2, 30″ → 2; 2 火气上头:" in (drawing.findtext(f"{SVG}desc") or "")


def test_many_maps_may_stand_in_a_page_under_any_policy() -> None:
    assert not re.search(r' (id|style|class="(?!map|legend))=|url\(|#|rgb', map_of(scene_of(SAMPLE), WORDS))


def test_what_the_author_writes_is_text() -> None:
    shown = map_of(scene_of(SAMPLE.replace("火气上头", "火气 <b> & 上头")), WORDS)
    assert "2 火气 &lt;b&gt; &amp; 上头" in shown


def test_a_map_is_the_same_every_time() -> None:
    assert map_of(scene_of(SAMPLE), WORDS) == map_of(scene_of(SAMPLE), WORDS)


@pytest.mark.parametrize("nodes", [8, 40, 150])
def test_a_long_scene_is_cut_into_pictures_that_fit_on_paper(nodes: int) -> None:
    scene = long_scene(nodes)
    drawings = [svg for svg in picture(scene) if svg.get("role") == "img"]
    assert (len(drawings) == 1) == (nodes == 8)
    for svg in drawings:
        assert float((svg.get("width") or "").removesuffix("pt")) <= WIDE + 2
        assert float((svg.get("height") or "").removesuffix("pt")) <= TALL
        left, top, wide, high = (float(part) for part in (svg.get("viewBox") or "").split())
        for each in svg.iter(f"{SVG}text"):
            assert float(each.get("font-size") or 0) * LEAST >= 7
            assert left <= float(each.get("x") or 0) <= left + wide and top <= float(each.get("y") or 0) <= top + high
    shown = [text for svg in drawings for text in texts(svg)]
    assert all(sum(text.startswith(f"{number} 第") for text in shown) == 1 for number in range(1, nodes))


@pytest.mark.parametrize("seed", range(30))
def test_scenes_that_nobody_wrote_are_drawn_with_every_way_out(seed: int) -> None:
    text = random_chapter(random.Random(seed))
    nodes = scene_of(text).plot.nodes.values()
    drawn = picture(text)
    signs = [each.text or "" for each in drawn.iter(f"{SVG}text") if each.get("direction") == "ltr"]
    lines = [
        each for each in drawn.iter(f"{SVG}path") if (each.get("d") or "").startswith("M") and not each.get("fill")
    ]
    tags = [sign for sign in signs if sign[0] in "↑↓" and len(sign) > 1]
    assert len(lines) - 1 - ("接着走" in texts(drawn)) + len(tags) == sum(len(list(node.exits())) for node in nodes)


def boxes(layout: Layout) -> Mapping[str, tuple[int, float]]:
    return {node: (row, layout.middle[node, row]) for node, row in layout.row.items()}


def some_graph(seed: int) -> Graph:
    dice = random.Random(seed)
    names = [str(at) for at in range(dice.randrange(2, 30))]
    others = {name: [dice.choice(names) for _ in range(dice.randrange(0, 4))] for name in names}
    return {name: [*others[name], *names[at + 1 : at + 1 + dice.randrange(0, 2)]] for at, name in enumerate(names)}


@pytest.mark.parametrize("seed", range(40))
def test_no_two_boxes_overlap_and_no_way_runs_through_one(seed: int) -> None:
    layout = lay_out(some_graph(seed), most=3, reach=99)
    halves = {spot: (BOX if layout.row[spot[0]] == spot[1] else LANE) / 2 for spot in layout.middle}
    for one, other in combinations(layout.middle, 2):
        if one[1] == other[1]:
            apart = abs(layout.middle[one] - layout.middle[other])
            assert apart >= halves[one] + halves[other] + GAP - 1e-6
    assert all(halves[spot] - 1e-6 <= at <= layout.width - halves[spot] + 1e-6 for spot, at in layout.middle.items())


@pytest.mark.parametrize("seed", range(40))
def test_every_way_leads_down_or_closes_a_loop(seed: int) -> None:
    graph = some_graph(seed)
    layout = lay_out(graph, most=3, reach=99)
    assert set(layout.row) == set(graph)
    order = list(graph)
    for node, others in graph.items():
        for other in others:
            spots = layout.down(node, other)
            assert all(spot in layout.middle for spot in spots)
            assert bool(spots) == (layout.row[other] > layout.row[node])
            assert spots or order.index(other) <= order.index(node), "only what was written before is a way back"


@pytest.mark.parametrize("seed", range(10))
def test_a_row_holds_only_so_many_boxes(seed: int) -> None:
    rows = [row for row, _ in boxes(lay_out(some_graph(seed), most=2, reach=1)).values()]
    assert max(map(rows.count, rows)) <= 2 and set(rows) == set(range(max(rows) + 1))


def test_many_endings_of_one_node_take_several_rows() -> None:
    ends = [str(number) for number in range(7)]
    row = lay_out({"a": ends, **{end: [] for end in ends}}, most=3, reach=99).row
    assert [row[end] for end in ends] == [1, 1, 1, 2, 2, 2, 3]


def test_a_way_that_is_not_drawn_far_leaves_no_lane() -> None:
    graph = {"a": ["b", "d"], "b": ["c"], "c": ["d"], "d": []}
    assert ("d", 1) in lay_out(graph, most=3, reach=99).middle
    short = lay_out(graph, most=3, reach=1)
    assert ("d", 1) not in short.middle and not short.down("a", "d")


def test_boxes_stand_below_all_that_lead_to_them() -> None:
    layout = lay_out(ways(scene_of(SAMPLE).plot), most=3, reach=99)
    assert [layout.row[node] for node in scene_of(SAMPLE).plot.nodes] == [0, 1, 2, 3, 4, 4, 2]


def test_ways_cross_no_more_than_they_must() -> None:
    graph = {"a": ["b", "c"], "b": ["e"], "c": ["d"], "d": [], "e": []}
    middle = lay_out(graph, most=3, reach=99).middle
    assert (middle["b", 1] < middle["c", 1]) == (middle["e", 2] < middle["d", 2])


@pytest.mark.parametrize(
    ("text", "most", "lines"),
    [
        ("火气上头", 2, ["火气上头"]),
        ("他一直等到晚上十点多，还是没有人来开门", 2, ["他一直等到晚上十", "点多，还是没有…"]),
        ("She waited until ten", 3, ["She waited", "until ten"]),
        ("Donaudampfschifffahrt", 1, ["Donaudampfsc…"]),
    ],
)
def test_texts_wrap_inside_their_boxes(text: str, most: int, lines: list[str]) -> None:
    assert wrap(text, 8, most) == lines
    assert all(measure(line) <= 8 for line in lines)
