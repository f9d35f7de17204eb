"""Included files, through the real command line: their text in place, and every fault at its file and line."""

from __future__ import annotations

import json
from pathlib import Path

from command import Files, Run

MAIN = "# 一\n\n> [!包含] 共用/甲.md\n\n见[后面](#后面)。\n\n## 后面\n\n[没有](#没有)\n"
QUIZ = "## 测验：共用\n\n### 对吗？\n\n- 答案：对\n- 解析：听完。\n"


def course(files: Files, contents: dict[str, str]) -> Path:
    """The course ``c`` of the files."""
    return files({f"c/{name}": text for name, text in {"course.yaml": "title: 课\nid: c\n", **contents}.items()})


def faults(coursewright: Run) -> list[tuple[str, str, int]]:
    """Code, file and line of each problem of the course ``c``."""
    found = json.loads(coursewright("check", "c", "--format", "json").stdout)["problems"]
    return [(row["code"], row["path"].removeprefix("c/"), row["line"]) for row in found]


def page(folder: Path, coursewright: Run) -> str:
    """The built page of the course ``c``."""
    built = coursewright("build", "c")
    assert built.returncode == 0, built.stdout + built.stderr
    return (folder / "site/c/index.html").read_text(encoding="utf-8")


def test_faults_name_the_file_and_the_line_where_they_are_written(files: Files, coursewright: Run) -> None:
    course(
        files,
        {"01-a.md": MAIN, "共用/甲.md": "好。\n\n![](../x.svg)\n\n> [!包含] 深/乙.md\n", "共用/深/乙.md": "a\u200bb\n"},
    )
    assert faults(coursewright) == [
        ("LK102", "01-a.md", 9),
        ("MD410", "共用/深/乙.md", 1),
        ("LK103", "共用/甲.md", 3),
        ("MD201", "共用/甲.md", 3),
    ]


def test_the_message_quotes_the_line_of_the_included_file(files: Files, coursewright: Run) -> None:
    course(files, {"01-a.md": "# 一\n\n> [!包含] 共用/甲.md\n", "共用/甲.md": "先听完。\n\n** 再说 **。\n"})
    shown = coursewright("check", "c").stdout
    assert "共用/甲.md:3:" in shown
    assert "    3 | ** 再说 **。" in shown


def test_an_included_file_may_hold_blocks_and_starts_its_paths_from_where_it_lies(
    files: Files, coursewright: Run
) -> None:
    text = f"![甲](图.svg) [乙](../02-b.md)\n\n{QUIZ}"
    svg = "<svg xmlns='http://www.w3.org/2000/svg'/>"
    two = "# 二\n\n> [!INCLUDE]\n> [共用](共用/甲.md)\n"
    folder = course(
        files, {"01-a.md": "# 一\n\n> 【！引入】共用/甲.md\n", "02-b.md": two, "共用/甲.md": text, "共用/图.svg": svg}
    )
    html = page(folder, coursewright)
    assert html.count('src="%E5%85%B1%E7%94%A8/%E5%9B%BE.svg"') == 2
    assert 'id="a/测验共用"' in html
    assert 'id="b/测验共用"' in html
    assert 'href="#b/"' in html


def test_an_included_block_ends_with_its_file(files: Files, coursewright: Run) -> None:
    chapter = "# 一\n\n> [!包含] 共用/甲.md\n\n接着讲。\n\n> [!包含] 共用/乙.md\n\n最后讲。\n"
    more = "### 再问一句？\n\n- 答案：错\n- 解析：听完。\n"
    nested = f"{QUIZ}\n> [!包含] 题.md\n"
    folder = course(files, {"01-a.md": chapter, "共用/甲.md": QUIZ, "共用/乙.md": nested, "共用/题.md": more})
    html = page(folder, coursewright)
    words = ("<cw-quiz", "</cw-quiz>", "接着讲", "<cw-quiz", "再问一句", "</cw-quiz>", "最后讲")
    at = 0
    for word in words:
        at = html.find(word, at + 1)
        assert at > 0, word


def test_a_file_that_is_included_twice_has_anchors_of_its_own_each_time(files: Files, coursewright: Run) -> None:
    twice = "# 一\n\n> [!包含] 共用/甲.md\n\n> [!包含] 共用/甲.md\n"
    html = page(course(files, {"01-a.md": twice, "共用/甲.md": QUIZ}), coursewright)
    assert 'id="a/测验共用"' in html
    assert 'id="a/测验共用-1"' in html


def test_an_id_that_an_included_block_gives_itself_cannot_stand_twice(files: Files, coursewright: Run) -> None:
    twice = "# 一\n\n> [!包含] 共用/甲.md\n\n> [!包含] 共用/甲.md\n"
    course(files, {"01-a.md": twice, "共用/甲.md": QUIZ.replace("###", "- 编号：q\n\n###", 1)})
    assert ("LK202", "共用/甲.md", 1) in faults(coursewright)


def test_an_include_inside_code_is_code(files: Files, coursewright: Run) -> None:
    code = "# 一\n\n````markdown\n```\n> [!包含] 共用/甲.md\n```\n````\n\n> [!包含] 共用/乙.md\n"
    html = page(course(files, {"01-a.md": code, "共用/乙.md": "乙在这里。\n"}), coursewright)
    assert "共用/甲.md" in html
    assert "乙在这里" in html


def test_files_that_multiply_stop_at_a_limit(files: Files, coursewright: Run) -> None:
    many = {f"共用/{n}.md": f"> [!包含] {n + 1}.md\n\n" * 100 for n in range(1, 5)}
    course(files, {"01-a.md": "# 一\n\n> [!包含] 共用/1.md\n", **many, "共用/5.md": "好。\n"})
    assert {code for code, _, _ in faults(coursewright)} == {"MD509"}


def test_what_is_outside_the_course_is_never_read(files: Files, coursewright: Run) -> None:
    targets = [
        "../secret.md",
        "共用/../../secret.md",
        "/etc/hosts.md",
        "..%2Fsecret.md",
        "共用\\..\\..\\secret.md",
        "C:/x.md",
    ]
    text = "\n\n".join(f"> [!包含] [x](<{target}>)" for target in targets)
    folder = course(files, {"01-a.md": f"# 一\n\n{text}\n"})
    (folder / "secret.md").write_text("秘密", encoding="utf-8")
    assert [code for code, _, _ in faults(coursewright)] == ["MD503"] * len(targets)
