"""The lines that open a chapter file."""

from __future__ import annotations

import pytest

from ssg.model import Source
from ssg.parse.metadata.frontmatter import FrontMatter, read_front_matters
from ssg.parse.metadata.identifier import is_plain, slug
from ssg.problems import Problem


def read(text: str, path: str = "content/a/01-先听.md") -> tuple[FrontMatter, list[Problem]]:
    fronts, problems = read_front_matters([Source(path=path, text=text)])
    return fronts[0], problems


def codes(text: str) -> list[tuple[str, int]]:
    return [(problem.code, problem.span.line) for problem in read(text)[1]]


def test_all_keys_are_read_in_english_and_chinese() -> None:
    english = (
        "---\ntitle: A\nid: a-1\nminutes: 20\nobjectives:\n  - B\n  - C\naudience: D\nreviewed_by: E, F\n---\n# A\n"
    )
    chinese = "---\n标题: A\n编号: a-1\n时长: ２０ 分钟\n目标: [B, C]\n受众: D\n定稿: E、F\n---\n# A\n"
    for text in (english, chinese):
        front, problems = read(text)
        assert problems == []
        assert (front.title, front.id, front.minutes, front.audience) == ("A", "a-1", 20, "D")
        assert ([each.name for each in front.objectives], list(front.reviewed_by)) == (["B", "C"], ["E", "F"])


def test_the_body_keeps_its_line_numbers() -> None:
    front, _ = read("---\ntitle: A\nminutes: 3\n---\n# A\n\nB\n")
    assert front.body.split("\n")[4] == "# A"
    assert front.body.count("\n") == 7


def test_a_file_without_front_matter_is_all_body() -> None:
    front, problems = read("# A\n\n---\n\nB\n")
    assert (front.title, front.minutes, front.body, problems) == ("", None, "# A\n\n---\n\nB\n", [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\ntitle: A\n\nB\n", [("CF210", 1)]),
        ("———\ntitle: A\n———\n", [("CF217", 1)]),
        ("－－－\n标题：A\n－－－\n", [("CF217", 1)]),
        ("\n---\ntitle: A\n---\n", [("CF217", 2)]),
        ("---\ntitel: A\n---\n", [("CF201", 2)]),
        ("---\n天气: 晴\n---\n", [("CF202", 2)]),
        ("---\ntitle: A\n标题: B\n---\n", [("CF203", 3)]),
        ("---\ntitle: [A]\n---\n", [("CF204", 2)]),
        ("---\ntitle:\n---\n", [("CF211", 2)]),
        ("---\nminutes: 半小时\n---\n", [("CF205", 2)]),
        ("---\nminutes: 0\n---\n", [("CF205", 2)]),
        ("---\nminutes: 1.5\n---\n", [("CF205", 2)]),
        ("---\nobjectives: A\n---\n", [("CF206", 2)]),
        ("---\nobjectives:\n  -\n---\n", [("CF206", 3)]),
        ("---\nobjectives:\n  · A\n---\n", [("CF206", 3)]),
        ("---\nid: a b\n---\n", [("CF208", 2)]),
        ("---\nid: results\n---\n", [("CF208", 2)]),
        ("---\nid: con\n---\n", [("CF208", 2)]),
        ("---\n---\n# A\n", []),
    ],
)
def test_a_fault_is_named_at_its_line(text: str, expected: list[tuple[str, int]]) -> None:
    assert codes(text) == expected


def test_a_guess_names_the_key_that_was_meant() -> None:
    assert read("---\nobjektives: [A]\n---\n")[1][0].values["guess"] == "objectives"


@pytest.mark.parametrize(
    ("file", "id"),
    [
        ("01-情绪先开口.md", "情绪先开口"),
        ("02_Angry Customers!.md", "angry-customers"),
        ("3. 稳住自己（上）.md", "稳住自己-上"),
        ("10、复盘.md", "复盘"),
        ("2026.md", "2026"),
        ("cafe\u0301.md", "café"),
    ],
)
def test_the_id_of_a_chapter_comes_from_its_file_name(file: str, id: str) -> None:
    assert slug(file) == id and is_plain(id)
    assert read("# A\n", f"content/a/{file}")[0].id == id


@pytest.mark.parametrize(
    "id", ["", ".", "..", "a/b", "a:b", "a b", "-a", "a.", "NUL", "com1.txt", "x" * 65, "a\n", "<b>"]
)
def test_ids_that_are_no_plain_names_are_refused(id: str) -> None:
    assert not is_plain(id)
