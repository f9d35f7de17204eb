"""``new``: a small course to start from, which builds as it is and shows every kind once."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Sequence
from importlib.resources import as_file, files
from pathlib import Path

from ssg.say import say, user_language
from ssg.terminal import safe

NAME = "new"
HELP = "help_new"
STARTERS: Sequence[str] = ("zh-Hans", "en")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Its name, and its language."""
    default = "zh-Hans" if user_language() == "zh" else "en"
    parser.add_argument("name", metavar=say("name"), help=say("help_name"))
    parser.add_argument("--language", choices=STARTERS, default=default, help=say("help_language"))


def run(args: argparse.Namespace) -> int:
    """Copy the starter course of the language; its title and, by its folder, its id are the name."""
    from ssg.parse.metadata.identifier import is_plain

    given = Path(args.name)
    folder = given if len(given.parts) > 1 else Path("content") / given
    if not is_plain(given.name):
        return _refuse(args, "new_bad_name", name=args.name)
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            return _refuse(args, "new_exists", folder=str(folder))
        _copy(args.language, folder)
    except OSError as error:
        return _refuse(args, "new_not_writable", folder=str(folder), reason=error.strerror or str(error))
    shown = given.name if folder.parent == Path("content") else str(folder)
    print(say("new_done", folder=safe(str(folder)), program=args.typed, name=safe(shown)))
    return 0


def _copy(language: str, folder: Path) -> None:
    """All of it or nothing."""
    existed = folder.exists()
    try:
        with as_file(files("ssg.starter") / language) as starter:
            shutil.copytree(starter, folder, dirs_exist_ok=True, copy_function=shutil.copyfile)
        settings = folder / "course.yaml"
        _, _, rest = settings.read_text(encoding="utf-8").partition("\n")
        settings.write_text(f"title: {folder.name}\n{rest}", encoding="utf-8", newline="\n")
    except OSError:
        for file in sorted(folder.rglob("*")):
            file.unlink(missing_ok=True)
        if not existed and folder.is_dir():
            folder.rmdir()
        raise


def _refuse(args: argparse.Namespace, key: str, **values: str) -> int:
    print(say("error", program=args.program, text=safe(say(key, **values))), file=sys.stderr)
    return 2
