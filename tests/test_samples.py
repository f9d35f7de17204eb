"""Samples and snippets: one of every kind and type in each language, all of them fit to be typed and built."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from command import Files, Run

from ssg.parse.keywords import WORDS
from ssg.problems import Language, Problem, severity
from ssg.snippets import FOLDERS, SCOPES, sample, sample_chapter, snippets, with_stops, without_stops
from ssg.steps import Work, assemble, check, discover, parse
from ssg.terminal import ProgressLine

SAMPLES = [(scope, word, language) for scope in SCOPES for word in WORDS[scope] for language in FOLDERS]


def faults(folder: Path, chapter: str, language: Language) -> list[Problem]:
    """The errors and warnings of a course that is this chapter."""
    (folder / "c").mkdir()
    (folder / "c" / "course.yaml").write_text(f"title: A\nlanguage: {FOLDERS[language]}\n", encoding="utf-8")
    (folder / "c" / "01-a.md").write_text(chapter, encoding="utf-8")
    work = Work(start=folder, progress=ProgressLine(sys.stdout))
    sources = discover(["c"], work)
    check(assemble(sources, parse(sources, work), work), work)
    return [problem for problem in work.problems if severity(problem) != "info"]


@pytest.mark.parametrize(("scope", "word", "language"), SAMPLES)
def test_a_sample_checks_clean(scope: str, word: str, language: Language, tmp_path: Path) -> None:
    assert faults(tmp_path, sample_chapter(scope, word, language), language) == []


@pytest.mark.parametrize(("scope", "word", "language"), SAMPLES)
def test_a_snippet_with_its_stops_as_they_are_is_the_sample(scope: str, word: str, language: Language) -> None:
    body = list(with_stops(sample(scope, word, language)))
    assert any("${1:" in line for line in body)
    assert without_stops(body) == sample(scope, word, language)


def test_a_sample_is_in_house_style(coursewright: Run, files: Files) -> None:
    for scope, word, language in SAMPLES:
        settings = f"title: A\nlanguage: {FOLDERS[language]}\n"
        files({f"content/{language}-{scope}-{word}/course.yaml": settings})
        files({f"content/{language}-{scope}-{word}/01-a.md": sample_chapter(scope, word, language)})
    done = coursewright("format", "--check")
    assert done.returncode == 0, done.stdout


def test_a_node_and_the_arrows_to_it_share_their_stop() -> None:
    body = "\n".join(with_stops("1. 听。 → 结局：好\n\n### 结局：好\n\n{价} $5 \\n\n"))
    assert body == "1. 听。 → 结局：${1:好}\n\n### 结局：$1\n\n{价\\} \\$5 \\\\n\n$0"


def test_no_sample_is_left_over() -> None:
    folder = Path(__file__).parents[1] / "ssg" / "samples"
    found = {file.relative_to(folder).with_suffix("").as_posix() for file in folder.rglob("*.md")}
    assert found == {f"{FOLDERS[language]}/{scope}/{word}" for scope, word, language in SAMPLES}


def test_snippets_are_one_a_word_and_language_with_every_name_as_prefix() -> None:
    found = json.loads(json.dumps(snippets()))
    assert len(found) == len(SAMPLES)
    assert found["kind quiz zh"]["prefix"] == ["测验", "小测", "测试题"]
    assert found["kind roleplay en"]["prefix"] == ["role-play", "roleplay", "role play"]
    assert all(snippet["scope"] == "markdown" and snippet["body"] for snippet in found.values())
