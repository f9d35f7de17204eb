"""What a role-play is read as, in every way of typing it; and that nothing written is dropped in silence."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from roleplay_scenes import BROKEN, SAMPLE, codes, read, scene_of

import ssg.catalogue
from ssg.messages import sentences
from ssg.problems import severity

CASES = (Path(__file__).parent / "slips.txt").read_text(encoding="utf-8").split("\n====\n")
CATALOGUE: dict[str, Any] = tomllib.loads(
    (Path(ssg.catalogue.__file__).parent / "roleplay.toml").read_text(encoding="utf-8")
)
NOT_ALONE = {"RP131", "RP601", "RP602", "RP603", "RP604", "RP611"}
"""Seen only with a file beside the chapter, or in a whole course."""
EXAMPLES = {code: row for code, row in CATALOGUE.items() if code > "RP1" and code not in NOT_ALONE}


def test_the_sample_has_no_fault_but_that_a_detour_pays() -> None:
    scene, problems = read(SAMPLE)
    assert scene is not None and [(problem.span.line, problem.code) for problem in problems] == [(51, "RP504")]
    assert (len(scene.plot.nodes), list(scene.plot.skills)) == (7, ["共情", "倾听", "澄清", "方案", "边界"])


def test_the_broken_copy_is_told_line_by_line() -> None:
    assert codes(BROKEN) == [
        (23, "RP104"),
        (28, "RP105"),
        (29, "RP202"),
        (31, "RP001"),
        (44, "RP002"),
        (67, "RP301"),
        (76, "RP203"),
        (78, "RP103"),
    ]


def test_the_broken_copy_is_told_what_to_type_instead() -> None:
    _, problems = read(BROKEN)
    fixes = [sentences(problem, "zh")[1] for problem in problems]
    for part in ("「你来说一句」？（第 52 行）", "「信任」", "「王女士」", "「信任>30」", "「教练」"):
        assert any(part in fix for fix in fixes), part


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_example_of_a_code_shows_it_and_no_other_fault(code: str) -> None:
    row = EXAMPLES[code]
    _, problems = read(row["example"])
    worse = [problem for problem in problems if severity(problem) != "info" or problem.code == code]
    assert {problem.code for problem in worse} == {code}
    assert worse[0].span.line == row["line"]
    assert all("{" not in part for language in ("zh", "en") for part in sentences(worse[0], language))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.split("\n", 1)[0])
def test_a_slip_is_told_with_its_line_and_column(case: str) -> None:
    _, body, expected = case.split("\n~~~\n", 2)
    _, problems = read(body)
    found = [f"{problem.span.line}:{problem.span.column} {problem.code}" for problem in problems]
    assert found == expected.strip().split("\n") if expected.strip() else found == []


def test_full_width_marks_and_english_words_read_as_the_sample_does() -> None:
    wide = SAMPLE.translate(str.maketrans({"+": "＋", "→": "⇒", "≥": "≧", "<": "＜"})).replace("（0–100", "(０～１００")
    assert scene_of(wide).key() == scene_of(SAMPLE).key()
    english = SAMPLE
    for chinese, word in ENGLISH:
        english = english.replace(chinese, word)
    assert scene_of(english).key() == json.loads(
        json.dumps(scene_of(SAMPLE).key(), ensure_ascii=False).replace("结局", "ending-")
    )


ENGLISH = [
    ("## 角色扮演：", "## Role-play: "),
    ("- 学员：", "- Learner: "),
    ("- 人物：", "- Person: "),
    ("- 仪表：", "- Meter: "),
    ("，越低越好）", ", lower is better)"),
    ("，越高越好）", ", higher is better)"),
    ("- 技能：", "- Skills: "),
    ("- 评级：", "- Grade: "),
    ("- 角色卡：", "- Role card: "),
    ("- 限时：30 秒", "- Time limit: 30 s"),
    ("- 最多：2 次", "- At most: 2 times"),
    ("- 影响：", "- Effect: "),
    ("- 教练：", "- Coach: "),
    ("- 条件：信任≥30 且 愤怒≤70", "- Condition: 信任>=30 and 愤怒<=70"),
    ("- 自由作答：", "- Free text: "),
    ("（至少 15 字）", " (at least 15 characters)"),
    ("- 参考说法：", "- Model answer: "),
    ("- 自评：", "- Self-rating:"),
    ("- 若 自评≥2", "- If self-rating>=2"),
    ("- 若 ", "- If "),
    ("- 否则", "- Otherwise"),
    ("- 复盘：", "- Debrief: "),
    ("结局：", "Ending: "),
    (" → ", " -> "),
]


@pytest.mark.parametrize("arrow", ["→", "⇒", "➜", "->", "=>", "—>", "＝＞", "-＞"])
def test_every_arrow_leads_on(arrow: str) -> None:
    assert scene_of(SAMPLE.replace("→", arrow)).key() == scene_of(SAMPLE).key()


@pytest.mark.parametrize(
    "target",
    ["结局：重新信任", "重新信任", "[结局：重新信任](#结局重新信任)", "[走](#结局重新信任)", "结局:重新信任。"],
)
def test_a_target_may_be_a_name_or_a_link(target: str) -> None:
    text = SAMPLE.replace("您选哪个？ → 结局：重新信任", f"您选哪个？ → {target}")
    assert scene_of(text).key() == scene_of(SAMPLE).key()


def test_two_scenes_of_a_chapter_may_have_nodes_of_the_same_name() -> None:
    again = SAMPLE.split("\n", 2)[2].replace("等了两天的空调", "第二天")
    scene, problems = read(f"{again}\n{again.replace('第二天', '第三天')}")
    assert {problem.code for problem in problems} == {"RP504"} and scene is not None


def test_lines_tell_who_speaks_and_how() -> None:
    text = SAMPLE.replace(
        "> 王女士：行，那你打算怎么办？",
        "> **王女士**：（冷笑）行，\n> 那你打算怎么办？\n>\n> 她停了一下：说吧。\n>\n> 客服小周：您说。"
        "\n\n*挂钟*走了三下。",
    )
    scene, problems = read(text.replace("- 人物：王女士", "- 人物：王女士\n- 人物：她停了一下"))
    assert [problem.code for problem in problems] == ["RP504"] and scene is not None
    lines = scene.plot.nodes["一起定方案"].lines
    assert [(line.speaker, line.tone, line.mine) for line in lines] == [
        ("王女士", "冷笑", False),
        ("她停了一下", "", False),
        ("客服小周", "", True),
        ("", "", False),
    ]
    assert "那你打算怎么办" in lines[0].html and "<em>挂钟</em>" in lines[3].html


def test_trainer_text_is_in_nothing_that_ships() -> None:
    text = SAMPLE.replace("- 最多：2 次", "- 观察要点：秘密一\n- 讲师提示：秘密二\n- 最多：2 次").replace(
        "> 王女士：别跟我", "> [!讲师]\n> 秘密三\n\n> 王女士：别跟我"
    )
    scene = scene_of(text)
    node = scene.plot.nodes["火气上头"]
    assert [str(each) for each in node.observe] == ["秘密一"] and len(node.trainer) == 2
    shipped = json.dumps(scene.key(), ensure_ascii=False) + scene.briefing
    shipped += "".join(line.html for each in scene.plot.nodes.values() for line in each.lines)
    assert "秘密" not in shipped


def test_a_reply_is_said_by_the_only_other_person_or_by_whom_it_names() -> None:
    def reply(text: str) -> tuple[str, str, str]:
        scene = scene_of(SAMPLE.replace("    - 影响：愤怒+15，信任-5", f"    - 影响：愤怒+15\n    - 回应：{text}"))
        said = scene.plot.nodes["接通电话"].choices[0].reply
        assert said is not None
        return said.speaker, said.tone, said.html

    assert reply("（冷笑）又来了。") == ("王女士", "冷笑", "<p>又来了。</p>")
    assert reply("王女士：我说过了：没有单号。") == ("王女士", "", "<p>我说过了：没有单号。</p>")
