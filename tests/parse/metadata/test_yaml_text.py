"""YAML as authors type it: text stays text, slips are named at their line, and nothing in it can hurt."""

from __future__ import annotations

import time
from typing import Any

import pytest

from ssg.parse.metadata.yaml_text import LOADER, YamlList, YamlMap, YamlText, YamlValue, read_yaml


def plain(value: YamlValue) -> Any:
    if isinstance(value, YamlText):
        return value.text
    if isinstance(value, YamlList):
        return [plain(item) for item in value.items]
    return {key.text: plain(item) for key, item in value.entries}


def faults(text: str) -> list[tuple[str, int, int]]:
    return [(fault.code, fault.span.line, fault.span.column) for fault in read_yaml(text, "course.yaml")[1]]


def test_the_fast_loader_is_there() -> None:
    assert LOADER.__name__ == "CSafeLoader"


@pytest.mark.parametrize("typed", ["no", "yes", "1:30", "010", "2026-01-01", "1e3", "null", "~", "0x1F", ".inf", "80%"])
def test_a_value_stays_what_was_typed(typed: str) -> None:
    document, problems = read_yaml(f"key: {typed}\n", "course.yaml")
    assert (plain(document), problems) == ({"key": typed}, [])


def test_lists_maps_and_long_texts_are_read() -> None:
    document, problems = read_yaml("a: [x, y]\nb:\n  - z\nc: >\n  one\n  two\nd:\ne: {f: g}\n", "course.yaml")
    assert plain(document) == {"a": ["x", "y"], "b": ["z"], "c": "one two\n", "d": "", "e": {"f": "g"}}
    assert problems == []


def test_values_know_their_place_in_the_file() -> None:
    document, _ = read_yaml("title: 倾听\nlist:\n  - 复述\n", "a.md", first_line=2)
    title, items = document.entries[0][1], document.entries[1][1]
    assert (title.span.line, title.span.column, title.span.length) == (2, 8, 2)
    assert isinstance(items, YamlList) and (items.items[0].span.line, items.items[0].span.column) == (4, 5)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title：倾听\nminutes：3\n", [("CF102", 1, 6), ("CF102", 2, 8)]),
        ("title:倾听\n", [("CF103", 1, 6)]),
        ("a:\n\t- b\n", [("CF104", 2, 1)]),
        ("a:\n  \t- b\n", [("CF104", 2, 3)]),
        ("title: 倾听: 第一课\n", [("CF105", 1, 8)]),
        ("title: a\n  minutes: 3\n", [("CF116", 2, 1)]),
        ("title: a\ntitle: b\ntitle: c\n", [("CF106", 2, 1), ("CF106", 3, 1)]),
        ("title: *重点*\n", [("CF107", 1, 8)]),
        ("a: &x b\nc: *x\n", [("CF107", 1, 4)]),
        ("title: !!python/object:os.system x\n", [("CF107", 1, 8)]),
        ("- a\n- b\n", [("CF109", 1, 1)]),
        ("hello\n", [("CF109", 1, 1)]),
        ("? [a]\n: b\n", [("CF109", 1, 3)]),
        ("title: “倾听”\n", [("CF110", 1, 8)]),
        ("title: a\x07b\n", [("CF111", 1, 9)]),
        ("title: a\u2028b\n", [("CF111", 1, 9)]),
        ("a:\n　- b\n", [("CF112", 2, 1)]),
        ("a: b\ntitle: 'x\nc: d\n", [("CF113", 2, 8)]),
        ("a: b\n---\nc: d\n", [("CF114", 2, 1)]),
        ("title: @所有人\n", [("CF115", 1, 8)]),
        ("title: 投诉 #1\n", [("CF117", 1, 11)]),
        ("title: [新人] 倾听\n", [("CF118", 1, 8)]),
        ('title: "倾听" 第一课\n', [("CF120", 1, 8)]),
        ("title: [新人\n", [("CF118", 1, 8)]),
        ("list: - a\n", [("CF119", 1, 7)]),
        ("title: a\n- b\n", [("CF101", 2, 1)]),
    ],
)
def test_a_slip_is_named_at_its_place(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert faults(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "title: “随便你们吧”和“好的”\n",
        "title: '“倾听”'\n",
        "title: a # a note to myself\n",
        'title: "投诉 #1"\n',
        "title: 九点：开会\n",
        "objectives:\n  - 全角冒号：没问题\n",
        "# 只有注释\n",
        "",
    ],
)
def test_what_is_no_slip_is_left_alone(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "[\n", "{a: ", '"a": ['])
def test_a_hundred_thousand_openings_are_refused_in_no_time(opening: str) -> None:
    began = time.perf_counter()
    assert faults(opening * 100_000)[0][0] == "CF108"
    assert time.perf_counter() - began < 1


@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "[\n"])
def test_depth_is_bounded_inside_the_size_that_is_read(opening: str) -> None:
    assert [code for code, _, _ in faults(opening * 20_000)] == ["CF108"]


def test_many_values_are_refused() -> None:
    assert faults("a:\n" + "- b\n" * 10_000)[0][0] == "CF108"


def test_a_bomb_of_aliases_is_refused_at_its_first_anchor() -> None:
    layers = "\n".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 20))
    assert faults(f"l0: &l0 [x]\n{layers}\n") == [("CF107", 1, 5)]


def test_an_unreadable_document_is_an_empty_map() -> None:
    document, problems = read_yaml("title: [\n", "course.yaml")
    assert document == YamlMap(entries=(), span=document.span) and problems
