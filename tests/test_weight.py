"""What a trainee's browser loads stays small: a course that uses every kind, built by the real command."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from command import Run

from ssg.catalog import collect
from ssg.theme import themes_folder

GUIDE = Path(__file__).parents[1] / "content" / "guide"
MOST = 61_440
"""Bytes of scripts and styles, gzipped as files are once for all (level 9): 60 KB of 1,024 bytes."""


@pytest.fixture
def guide(coursewright: Run, tmp_path: Path) -> Path:
    done = coursewright("build", str(GUIDE), "-o", "site")
    assert done.returncode == 0, done.stdout + done.stderr
    return tmp_path / "site" / "guide"


def test_the_guide_uses_every_kind(guide: Path) -> None:
    page = (guide / "index.html").read_text(encoding="utf-8")
    kinds = {*collect("ssg.blocks"), *collect("ssg.questions")}
    assert kinds - set(re.findall(r'data-kind="(\w+)"', page)) == set()
    marks = {"code": '<code class="', "glossary": 'class="term"', "math": "<math", "recording": 'class="recording'}
    assert marks.keys() == {folder.name for folder in (themes_folder() / "base" / "prose").iterdir()}
    assert [name for name, mark in marks.items() if mark not in page] == []


def test_scripts_and_styles_of_every_kind_together_stay_small(guide: Path) -> None:
    files = [file for file in sorted((guide / "assets").iterdir()) if file.suffix in (".js", ".css")]
    weights = {file.name.split(".")[0] + file.suffix: len(gzip.compress(file.read_bytes(), 9)) for file in files}
    assert weights.keys() == {"boot.js", "course.js", "course.css"}
    assert sum(weights.values()) <= MOST, weights
