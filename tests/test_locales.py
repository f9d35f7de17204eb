"""A word that a theme lacks stops the build: real themes in a folder of their own, and the real command line."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from command import REPOSITORY, plain_environment

from ssg.locales import TABLES, word_faults
from ssg.parse.metadata.languages import LANGUAGES
from ssg.parse.prose.phrases import PHRASES
from ssg.theme import load_theme, theme_names

COURSE = "title: 倾听\nlanguage: {language}\ntheme: mine\n"
MINE = "extends: base\n"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """The program in a folder of its own, with a theme to spoil that extends the base."""
    (tmp_path / "ssg").symlink_to(REPOSITORY / "ssg")
    shutil.copytree(REPOSITORY / "themes" / "base", tmp_path / "themes" / "base")
    locales = tmp_path / "themes" / "mine" / "locales"
    locales.mkdir(parents=True)
    (locales.parent / "theme.yaml").write_text(MINE, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_readme_names_every_language_by_its_own_name(name: str) -> None:
    readme = (REPOSITORY / name).read_text(encoding="utf-8")
    files = sorted((REPOSITORY / "themes" / "base" / "locales").glob("*.toml"))
    own = [tomllib.loads(file.read_text(encoding="utf-8"))["page"]["language_name"] for file in files]
    assert len(own) == len(LANGUAGES) and [each for each in own if each not in readme] == []


def build(program: Path, language: str = "en") -> subprocess.CompletedProcess[str]:
    course = program / "content" / "listening"
    course.mkdir(parents=True, exist_ok=True)
    (course / "course.yaml").write_text(COURSE.format(language=language), encoding="utf-8")
    (course / "01-a.md").write_text("# A\n\nListen, then speak.\n", encoding="utf-8")
    environment = {**plain_environment(), "PYTHONPATH": str(program)}
    command = [sys.executable, "-m", "ssg", "build", "-o", "site"]
    return subprocess.run(command, cwd=program, env=environment, capture_output=True, text=True, encoding="utf-8")


def spoil(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_no_theme_lacks_a_word_in_any_language() -> None:
    faults = [fault for name in theme_names() for each in LANGUAGES for fault in word_faults(load_theme(name), each)]
    assert faults == []


def test_every_language_has_words_and_every_file_of_words_is_a_language() -> None:
    files = (REPOSITORY / "themes" / "base" / "locales").glob("*.toml")
    assert {file.stem for file in files} == set(LANGUAGES)
    assert all(set(words) == set(LANGUAGES) for words in PHRASES.values())


def test_a_whole_theme_builds(program: Path) -> None:
    done = build(program)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("key", ["print_chapter", "verdict_right"])
def test_a_missing_word_stops_the_build_and_says_where_it_belongs(program: Path, key: str) -> None:
    file = program / "themes" / "base" / "locales" / "en.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    words = next(table[each][key] for each in TABLES if key in table[each])
    spoil(file, f'\n{key} = "{words}"\n', "\n")
    done = build(program)
    assert done.returncode == 1
    assert "themes/base/locales/en.toml:1:1 error TH001" in done.stdout
    assert key in done.stdout
    assert not (program / "site").exists()
    assert build(program, language="zh-Hans").returncode == 0, "the other languages are whole"


def test_a_theme_may_have_the_word_that_its_base_lacks(program: Path) -> None:
    spoil(program / "themes" / "base" / "locales" / "en.toml", '\nprint_chapter = "Print this chapter"\n', "\n")
    (program / "themes" / "mine" / "locales" / "en.toml").write_text(
        '[page]\nprint_chapter = "Print"\n', encoding="utf-8"
    )
    assert build(program).returncode == 0


@pytest.mark.parametrize(
    ("words", "code", "line", "told"),
    [
        ('[page]\nprint_chaptr = "Print"\n', "TH002", 2, "print_chapter"),
        ('[page]\nchapter_of = "Chapter {n}"\n', "TH003", 2, "{total}"),
        ('[page]\ncancel = "Cancel {n}"\n', "TH003", 2, "Cancel {n}"),
        ('[page]\n\nminutes = { one = "a minute" }\n', "TH004", 3, "one、other"),
        ('[page]\nminutes = { one = "a minute", few = "{n} min", other = "{n} min" }\n', "TH004", 2, "one、other"),
        ('[page]\ncancel = { one = "Cancel", other = "Cancel" }\n', "TH004", 2, "cancel"),
        ("[page]\ncancel = Cancel\n", "TH005", 1, "line 2"),
    ],
)
def test_a_brand_with_wrong_words_is_told_where(program: Path, words: str, code: str, line: int, told: str) -> None:
    (program / "themes" / "mine" / "locales" / "en.toml").write_text(words, encoding="utf-8")
    done = build(program)
    assert done.returncode == 1
    assert f"themes/mine/locales/en.toml:{line}:1 error {code}" in done.stdout, done.stdout
    assert told in done.stdout
