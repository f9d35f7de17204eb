"""What is remembered is never anything else than what would be made."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from command import REPOSITORY

from ssg import cache

CODE = Path(__file__)
BUILD = "import sys; sys.prefix = sys.argv.pop(1); from ssg.cli import main; sys.exit(main(sys.argv[1:]))"


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was made from now on, in an environment of its own, each time that it was made."""
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    return []


@pytest.fixture
def remember(made: list[str]) -> Callable[[str], str]:
    def shout(text: str) -> str:
        made.append(text)
        return text.upper()

    return lambda text: cache.remembered(shout, text, code=CODE)


def test_what_was_made_is_not_made_again(made: list[str], remember: Callable[[str], str]) -> None:
    assert [remember("情绪 a"), remember("情绪 a"), remember("b")] == ["情绪 A", "情绪 A", "B"]
    assert made == ["情绪 a", "b"]


@pytest.mark.parametrize("damage", [b"", b"no digest", b"0123\nother", b"\xff\xfe\n"])
def test_a_damaged_entry_is_made_anew(damage: bytes, made: list[str], remember: Callable[[str], str]) -> None:
    remember("a")
    (entry,) = cache.folder().iterdir()
    whole = entry.read_bytes()
    entry.write_bytes(damage)
    assert remember("a") == "A"
    assert entry.read_bytes() == whole
    assert made == ["a", "a"]


def test_an_environment_that_cannot_be_written_only_costs_time(
    tmp_path: Path, made: list[str], remember: Callable[[str], str]
) -> None:
    (tmp_path / "var").write_text("a file where the folder would be", encoding="utf-8")
    assert [remember("a"), remember("a")] == ["A", "A"]
    assert made == ["a", "a"]


def test_other_code_makes_other_entries(tmp_path: Path) -> None:
    code = tmp_path / "code.py"
    code.write_text("1", encoding="utf-8")
    other = tmp_path / "other.py"
    other.write_text("2", encoding="utf-8")
    assert cache.name_of("a", code=code) != cache.name_of("a", code=other)


def test_the_oldest_entries_go(tmp_path: Path, made: list[str]) -> None:
    for number in range(cache.KEPT + 2):
        cache.keep(str(number), b"content")
        os.utime(cache.folder() / str(number), (number, number))
    cache.keep("youngest", b"content")
    assert len(list(cache.folder().iterdir())) == cache.KEPT
    assert cache.recall("0") is None
    assert cache.recall("youngest") == b"content"


def test_a_site_has_the_same_bytes_however_much_is_remembered(tmp_path: Path) -> None:
    def build(prefix: Path) -> dict[str, bytes]:
        command = [sys.executable, "-c", BUILD, prefix, "build", "tests/browser/courses/demo", "-o", tmp_path / "site"]
        subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True)
        files = sorted(path for path in (tmp_path / "site").rglob("*") if path.is_file())
        return {str(path): path.read_bytes() for path in files}

    (tmp_path / "file").touch()
    cold = build(tmp_path / "environment")
    assert list(tmp_path.glob("environment/var/cache/coursewright/*"))
    assert build(tmp_path / "environment") == cold
    assert build(tmp_path / "file") == cold
