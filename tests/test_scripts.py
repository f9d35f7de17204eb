"""The scripts of the base theme share one scope and one table of words, and leave the network alone."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from ssg.parse.metadata.languages import LANGUAGES

THEME = Path(__file__).parents[1] / "themes" / "base"
SCRIPTS = {str(file.relative_to(THEME)): file.read_text(encoding="utf-8") for file in sorted(THEME.rglob("*.js"))}
CODE = {name: re.sub(r"^\s*(//.*|/\*\*.*?\*/)$", "", text, flags=re.MULTILINE) for name, text in SCRIPTS.items()}
"""The scripts without the comments that have lines of their own."""
FORBIDDEN = (
    r"\bfetch\(",
    r"XMLHttpRequest",
    r"\beval\(",
    r"new Function",
    r"\bimport\b\s*[({\"']",
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write",
    r"crypto\.(subtle|randomUUID)",
    r"serviceWorker",
    r"window\.confirm|\b(alert|prompt)\(",
    r"setAttribute\(\"style\"",
)


def words(language: str) -> dict[str, str]:
    table = tomllib.loads((THEME / "locales" / f"{language}.toml").read_text(encoding="utf-8"))["runtime"]
    return dict(table)


def top_level_names() -> Iterator[str]:
    for name, text in SCRIPTS.items():
        if name != "runtime/boot.js":  # a script of its own
            yield from re.findall(r"^(?:async )?(?:function|const|let|class) (\w+)", text, flags=re.MULTILINE)


def test_no_name_is_declared_twice_in_the_scope_that_all_scripts_share() -> None:
    assert [name for name, times in Counter(top_level_names()).items() if times > 1] == []


def test_every_script_of_the_theme_says_first_what_it_is_for() -> None:
    assert [name for name, text in SCRIPTS.items() if not text.startswith("// ")] == []


def test_theme_yaml_lists_every_script_of_the_runtime() -> None:
    listed = (THEME / "theme.yaml").read_text(encoding="utf-8")
    assert [name for name in SCRIPTS if name.startswith("runtime/") and f"- {name}\n" not in listed] == []


def test_theme_yaml_lists_no_script_that_is_not_there() -> None:
    listed = yaml.safe_load((THEME / "theme.yaml").read_text(encoding="utf-8"))
    assert [name for name in [*listed["boot"], *listed["scripts"], *listed["start"]] if name not in SCRIPTS] == []


@pytest.mark.parametrize("pattern", FORBIDDEN)
def test_no_script_needs_what_a_file_a_frame_or_the_policy_forbids(pattern: str) -> None:
    assert [name for name, code in CODE.items() if re.search(pattern, code)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_a_script_asks_for_exists(language: str) -> None:
    asked = {key for code in CODE.values() for key in re.findall(r"\bt\(\"(\w+)\"", code)}
    assert sorted(asked - set(words(language))) == []


def test_no_word_is_there_for_nothing() -> None:
    everything = "\n".join(CODE.values())
    built = tuple(re.findall(r"`(\w+_)\$\{", everything))
    assert [key for key in words("zh-Hans") if f'"{key}"' not in everything and not key.startswith(built)] == []
