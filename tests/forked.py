"""The command line in a fork of a process that has imported it already: half of a short run is importing.

Every run is a process of its own, with its own folder, environment and streams. What Python reads when it starts, such
as the seed of hashes or the encoding of streams, cannot change in a fork; a run about these needs a start of its own.
Run as a program, this is the process that forks: it answers each line of JSON with an exit code.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path

LONGEST = 300
"""Seconds that a run may take."""
LATER = ("format.files", "identity.lock", "messages", "render", "reports.coverage", "results.rescore", "steps", "write")
"""What commands import when they run."""


class Forked:
    """Runs command lines by a process that waits for them."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._parent = subprocess.Popen(
            [sys.executable, __file__],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def run(self, arguments: Sequence[str], cwd: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
        """What ``subprocess.run`` would give for ``python -m ssg`` with these arguments."""
        with tempfile.TemporaryDirectory() as folder:
            streams = [f"{folder}/out", f"{folder}/err"]
            wanted = {"arguments": arguments, "cwd": str(cwd), "environment": environment, "streams": streams}
            status = self._ask(json.dumps(wanted))
            said = (Path(stream).read_text(encoding="utf-8") for stream in streams)
            return subprocess.CompletedProcess(arguments, status, *said)

    def _ask(self, line: str) -> int:
        assert self._parent.stdin and self._parent.stdout
        self._parent.stdin.write(line + "\n")
        self._parent.stdin.flush()
        return int(self._parent.stdout.readline())

    def close(self) -> None:
        """End the process that waits."""
        self._parent.communicate()


def serve() -> None:
    """Fork for every line; the child returns from here and becomes the run."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            become(**json.loads(line))
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def become(arguments: Sequence[str], cwd: str, environment: Mapping[str, str], streams: Sequence[str]) -> None:
    """Be ``python -m ssg`` with these arguments, in this folder, from here to the exit code."""
    from ssg.cli import main

    signal.alarm(LONGEST)
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(environment)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for number, stream in enumerate(streams, 1):
        os.dup2(os.open(stream, os.O_WRONLY | os.O_CREAT), number)
    sys.exit(main(arguments))


if __name__ == "__main__":
    for name in LATER:
        import_module(f"ssg.{name}")
    serve()
