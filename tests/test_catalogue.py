"""The catalogue of codes: each entry's example is a course that shows that fault, at that line."""

from __future__ import annotations

import re
import string
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from ssg.explain import bad_files, good_files
from ssg.messages import sentences
from ssg.problems import Problem, catalogue, severity
from ssg.steps import Work, assemble, check, discover, parse
from ssg.terminal import ProgressLine

SSG = Path(__file__).parents[1] / "ssg"
SETTINGS = "title: 例子\nlanguage: zh-Hans\n"
ROWS: dict[str, dict[str, Any]] = {
    code: row
    for file in sorted((SSG / "catalogue").glob("*.toml"))
    for code, row in tomllib.loads(file.read_text(encoding="utf-8")).items()
}
RIGHT = [code for code, row in ROWS.items() if row.keys() & {"good", "good_files", "good_without"}]
SHOWN = [code for code, row in ROWS.items() if "example" in row or "files" in row]


def write_example(row: dict[str, Any], folder: Path) -> None:
    """The course that an entry's example is; a lone chapter gets the plainest settings."""
    files = row.get("files") or {"course.yaml": SETTINGS, "01-a.md": row["example"]}
    if "course.yaml" not in files and row.get("path") != "course.yaml":
        files = {"course.yaml": SETTINGS, **files}
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode(row.get("encoding", {}).get(name, "utf-8")))


def problems_of(folder: Path) -> list[Problem]:
    """Everything that a check of the folder finds."""
    work = Work(start=folder.parent, progress=ProgressLine(sys.stdout))
    sources = discover([folder.name], work)
    check(assemble(sources, parse(sources, work), work), work)
    return work.problems


@pytest.mark.parametrize("code", SHOWN)
def test_the_example_shows_its_fault_at_its_line(code: str, tmp_path: Path) -> None:
    row = ROWS[code]
    write_example(row, tmp_path / "example")
    problems = problems_of(tmp_path / "example")
    places = {(problem.span.path.partition("/")[2], problem.span.line) for problem in problems if problem.code == code}
    assert (row.get("path", "01-a.md"), row["line"]) in places, [(p.code, p.span) for p in problems]


@pytest.mark.parametrize("code", RIGHT)
def test_the_example_put_right_has_neither_its_fault_nor_any_error(code: str, tmp_path: Path) -> None:
    right = good_files(ROWS[code])
    assert right != bad_files(ROWS[code]) or "encoding" in ROWS[code]
    write_example({"files": right}, tmp_path / "example")
    problems = problems_of(tmp_path / "example")
    assert [problem for problem in problems if problem.code == code or severity(problem) == "error"] == []


def test_every_example_is_also_put_right() -> None:
    assert sorted(set(SHOWN) - set(RIGHT)) == []


@pytest.mark.parametrize("code", SHOWN)
def test_the_example_can_be_told_in_both_languages(code: str, tmp_path: Path) -> None:
    write_example(ROWS[code], tmp_path / "example")
    for problem in problems_of(tmp_path / "example"):
        for language in ("zh", "en"):
            assert all(sentences(problem, language))


@pytest.mark.parametrize("code", ROWS)
def test_both_languages_fill_in_the_same_words(code: str) -> None:
    entry = catalogue()[code]
    for texts in (entry.message, entry.fix, entry.fix_plain):
        fields = {language: fields_of(text) for language, text in texts.items()}
        assert set(fields) == {"zh", "en"}
        if texts is entry.message:
            assert fields["zh"] == fields["en"]


def fields_of(text: str) -> set[str]:
    """The names in braces that a text leaves to be filled in."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_no_code_is_given_twice() -> None:
    files = [tomllib.loads(file.read_text(encoding="utf-8")) for file in (SSG / "catalogue").glob("*.toml")]
    found = Counter(code for file in files for code in file)
    assert [code for code, count in found.items() if count > 1] == []


def test_every_code_in_the_program_is_in_the_catalogue_and_the_other_way_round() -> None:
    used = {
        code
        for file in SSG.rglob("*.py")
        for code in re.findall(r'"([A-Z]{2}\d{3})"', file.read_text(encoding="utf-8"))
    }
    assert used == set(ROWS)
