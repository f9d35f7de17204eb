"""What a new kind still lacks: keywords, a template, scripts, strings, vectors."""

from __future__ import annotations

from pathlib import Path

import pytest

from ssg.catalog import collect
from ssg.parse.keywords import WORDS
from ssg.parse.metadata.languages import LANGUAGES
from ssg.theme import load_theme, themes_folder

BASE = themes_folder() / "base"
BLOCKS = collect("ssg.blocks")
QUESTIONS = collect("ssg.questions")


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_kind_has_a_keyword_a_template_and_a_script(name: str) -> None:
    assert set(BLOCKS[name].words) <= set(WORDS["kind"]), "no row in the keyword table"
    for suffix in (".html", ".js"):
        assert (BASE / "blocks" / name / f"{name}{suffix}").is_file(), f"no {name}{suffix} in the theme"


@pytest.mark.parametrize("name", BLOCKS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_block_kind_is_named_in_every_language(name: str, language: str) -> None:
    words = load_theme("base").strings(language)["page"]
    assert all(words[f"kind_{word}"] for word in BLOCKS[name].words)


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_type_has_keywords_a_template_and_scripts(name: str) -> None:
    assert set(QUESTIONS[name].types) <= set(WORDS["type"]), "no row in the keyword table"
    for suffix in (".html", ".js", ".score.js"):
        assert (BASE / "questions" / name / f"{name}{suffix}").is_file(), f"no {name}{suffix} in the theme"


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_type_can_be_printed_and_answered(name: str) -> None:
    assert (BASE / "questions" / name / f"{name}.print.html").is_file(), f"no {name}.print.html in the theme"
    assert QUESTIONS[name].form and QUESTIONS[name].solution


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_type_has_scoring_vectors(name: str) -> None:
    assert (Path(__file__).parent / "vectors" / "scoring" / f"{name}.json").is_file()


def test_every_keyword_of_a_kind_or_type_belongs_to_a_module() -> None:
    assert set(WORDS["kind"]) == {word for kind in BLOCKS.values() for word in kind.words}
    assert set(WORDS["type"]) == {type for kind in QUESTIONS.values() for type in kind.types}
