"""``schema``: what an editor needs to complete and check the files of a course."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from ssg.say import say
from ssg.terminal import safe

NAME = "schema"
HELP = "help_schema"
FOLDER = ".vscode"
PATTERNS = {"course": ["course.yaml"], "translation": ["course.*.yaml"]}
"""The files that a schema is for; front matter is no file of its own, so editors need an extension for it."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where to."""
    parser.add_argument("-o", "--out", default=FOLDER, metavar=say("folder"), help=say("help_schema_out"))
    parser.add_argument("--vscode", action="store_true", help=say("help_vscode"))


def run(args: argparse.Namespace) -> int:
    """Write the schemas; with them, where asked for, snippets and the settings that tie them to files."""
    folder = Path(args.out)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in _files(folder, vscode=args.vscode):
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
            print(say("schema_written", file=safe(str(folder / name))))
    except OSError as error:
        reason = say("schema_not_writable", folder=safe(args.out), reason=error.strerror or str(error))
        print(say("error", program=args.program, text=reason), file=sys.stderr)
        return 2
    return 0


def _files(folder: Path, *, vscode: bool) -> Iterator[tuple[str, str]]:
    from ssg.schema import FILES, schema
    from ssg.snippets import snippets

    yield from ((name, _json(schema(scope))) for scope, name in FILES.items())
    if vscode:
        yield "coursewright.code-snippets", _json(snippets())
        name = "coursewright-settings.json" if (folder / "settings.json").exists() else "settings.json"
        yield name, _json(_settings(folder))


def _settings(folder: Path) -> object:
    from ssg.schema import FILES

    base = folder.as_posix() if folder.is_absolute() else f"./{folder.as_posix()}"
    schemas = {f"{base}/{FILES[scope]}": patterns for scope, patterns in PATTERNS.items()}
    markdown = {"editor.tabSize": 4, "editor.insertSpaces": True, "editor.quickSuggestions": {"other": True}}
    return {"yaml.schemas": schemas, "[markdown]": markdown, "files.encoding": "utf8", "files.eol": "\n"}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
