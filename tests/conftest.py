"""Real files and the real command line, for every test that is not about a browser."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from command import Files, Run, plain_environment


@pytest.fixture
def coursewright(tmp_path: Path) -> Run:
    """Run the command line in the test's folder: ``coursewright("build", "listening", LANG="zh_CN.UTF-8")``."""

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
