"""What a built course weighs: its scripts and styles, gzipped as a server would send them.

python3 build.py && .venv/bin/python benchmarks/page_weight.py site/emotional-intelligence
"""

from __future__ import annotations

import gzip
import sys
from pathlib import Path


def main(course: str = "site/emotional-intelligence") -> None:
    """Print bytes, plain and gzipped, of every script and style of a course, and of its document."""
    files = sorted(Path(course, "assets").iterdir())
    code = [file for file in files if file.suffix in (".js", ".css")]
    for file in [*code, Path(course, "index.html")]:
        print(f"{file.name:32} {file.stat().st_size:>9,} bytes {packed(file):>8,} gzipped")
    plain, gzipped = sum(file.stat().st_size for file in code), sum(map(packed, code))
    print(f"{'scripts and styles':32} {plain:>9,} bytes {gzipped:>8,} gzipped")


def packed(file: Path) -> int:
    """The size as gzip's default level makes it."""
    return len(gzip.compress(file.read_bytes(), 6, mtime=0))


if __name__ == "__main__":
    main(*sys.argv[1:])
