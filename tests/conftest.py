"""Real files and the real command line, for every test that is not about a browser."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from command import Files, Run, plain_environment
from forked import Forked

if TYPE_CHECKING:
    from playwright.sync_api import Playwright


def pytest_configure() -> None:
    """Look for cycles seldom: reading makes hardly any, and looking takes a tenth of its time."""
    gc.set_threshold(100_000)


@pytest.fixture
def coursewright(started: Run, forked: Forked | None, tmp_path: Path) -> Run:
    """Run the command line in the test's folder: ``coursewright("build", "listening", LANG="zh_CN.UTF-8")``."""

    def run(*arguments: str, cwd: Path = tmp_path, **environment: str) -> subprocess.CompletedProcess[str]:
        if forked is None or not environment.keys() <= {"LANG"}:
            return started(*arguments, cwd=cwd, **environment)
        return forked.run(arguments, cwd, plain_environment() | environment)

    return run


@pytest.fixture(scope="session")
def forked() -> Iterator[Forked | None]:
    """What runs the command line without importing it each time, where processes can fork."""
    if not hasattr(os, "fork"):
        yield None
        return
    forked = Forked(plain_environment())
    yield forked
    forked.close()


@pytest.fixture
def started(tmp_path: Path) -> Run:
    """The same from a Python of its own, as on any machine."""

    def run(*arguments: str, cwd: Path = tmp_path, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "ssg", *arguments],
            cwd=cwd,
            env=plain_environment() | environment,
            capture_output=True,
            encoding="utf-8",
            timeout=300,
        )

    return run


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """Write files below the test's folder, as text in UTF-8 or as bytes: ``files({"content/a/01.md": "# A"})``."""

    def write(contents: dict[str, str | bytes]) -> Path:
        for name, content in contents.items():
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path

    return write


@pytest.fixture
def course(files: Files) -> Path:
    """A course that builds without problems, in ``content/listening``."""
    chapter = (
        "# Listen first\n\nPlain text.\n\n## Quiz: Heard?\n\n### Is it true?\n\n- answer: true\n- explanation: It is.\n"
    )
    below = {"course.yaml": "title: Listening\nlanguage: en\n", "01-first.md": chapter}
    return files({f"content/listening/{name}": text for name, text in below.items()}) / "content" / "listening"


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What starts browsers: there can be but one of them in a process."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        yield driver
