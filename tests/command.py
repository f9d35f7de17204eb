"""The command line under test: its environment, and the shapes of the fixtures that run it and write files."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]

Run = Callable[..., "subprocess.CompletedProcess[str]"]
Files = Callable[..., Path]


def plain_environment() -> dict[str, str]:
    """An English system without colours to want or refuse, which finds this checkout."""
    settled = {"PYTHONPATH": str(REPOSITORY), "LANG": "C.UTF-8"}
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "SYSTEMROOT", "TMPDIR")}
    return kept | settled
