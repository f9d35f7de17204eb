"""What was made before is found again: contents by the hash of all they are made of, in a folder of the environment.

It saves time and nothing else: without the folder, and for an entry that is damaged, the same is made anew.
"""

from __future__ import annotations

import hashlib
import os
import sys
import sysconfig
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path

KEPT = 100
"""How many entries stay, the youngest; a build of a course needs about 25."""


def remembered(make: Callable[[str], str], text: str, *, code: Path) -> str:
    """What ``make`` makes of the text, by the code alone that is in the file or folder."""
    name = name_of(make.__name__, text, code=code)
    known = recall(name)
    made = make(text) if known is None else known.decode()
    if known is None:
        keep(name, made.encode())
    return made


def name_of(*parts: str, code: Path) -> str:
    """The name of what the code makes of the parts, with the packages that are installed now."""
    return _hash("\0".join([_packages(), _text_of(code), *parts]).encode())


def recall(name: str) -> bytes | None:
    """The entry of that name, if there is one and it is whole."""
    try:
        digest, content = (folder() / name).read_bytes().split(b"\n", 1)
    except (OSError, ValueError):
        return None
    return content if digest == _hash(content).encode() else None


def keep(name: str, content: bytes) -> None:
    """Keep the entry, where the environment can be written; whoever reads meanwhile finds all of it or nothing."""
    draft = folder() / f"{name}.{os.getpid()}"
    with suppress(OSError):
        folder().mkdir(parents=True, exist_ok=True)
        draft.write_bytes(_hash(content).encode() + b"\n" + content)
        draft.replace(folder() / name)
        for old in sorted(folder().iterdir(), key=lambda entry: entry.stat().st_mtime, reverse=True)[KEPT:]:
            old.unlink()


def folder() -> Path:
    """Where the entries are: below the environment that the program runs in, and goes with it."""
    return Path(sys.prefix, "var", "cache", "coursewright")


@cache
def _packages() -> str:
    """Names and versions of all that is installed beside this program."""
    return "\n".join(sorted(path.name for path in Path(sysconfig.get_path("purelib")).glob("*.dist-info")))


@cache
def _text_of(code: Path) -> str:
    files = sorted(code.glob("*.py")) if code.is_dir() else [code]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
