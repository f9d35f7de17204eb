"""The command line: finds the command that is meant, runs it, and turns the ways to end into exit codes.

0 fine, 1 content problems, 2 wrong usage or a folder that cannot be written, 130 interrupted. Whatever costs time to
import is imported by the command that needs it.
"""

from __future__ import annotations

import argparse
import gc
import os
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from io import TextIOWrapper
from pkgutil import iter_modules
from typing import Any, NoReturn, Protocol, cast

from ssg import __version__, commands
from ssg.say import say

DEFAULT = "build"
# argparse speaks English only: its sentences, and the phrases that replace them.
SENTENCES = (
    (r"the following arguments are required: (?P<names>.*)", "required"),
    (r"unrecognized arguments: (?P<names>.*)", "unrecognized"),
    (r"argument (?P<option>\S+): expected .*", "needs_value"),
    (r"argument (?P<option>\S+): invalid choice: .* \(choose from (?P<known>.*)\)", "invalid_choice"),
)


class Command(Protocol):
    """A module in ``ssg/commands``."""

    NAME: str
    HELP: str

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare what may follow the name."""

    def run(self, args: argparse.Namespace) -> int:
        """Do it; the exit code."""


def main(arguments: Sequence[str] | None = None, program: str = "coursewright") -> int:
    """Run a command line, such as ``["build", "listening"]``; ``program`` is its name as the user typed it."""
    _settle_streams()
    # A run is short and makes hardly any cycles: looking for them costs a tenth of a build and frees nothing.
    gc.disable()
    try:
        args = _parse(list(sys.argv[1:] if arguments is None else arguments), program)
        status = cast(int, args.run(args))
        sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader, such as head, has seen enough. Python would complain again when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _settle_streams() -> None:
    """Chinese reaches every console and pipe; what a stream cannot show becomes a question mark, not a traceback."""
    encoding = "utf-8" if os.name == "nt" else None  # None keeps the stream's own
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a host may have put something of its own there
            stream.reconfigure(encoding=encoding, errors="replace")


def _commands() -> Mapping[str, Command]:
    modules = [import_module(f"{commands.__name__}.{found.name}") for found in iter_modules(commands.__path__)]
    return {module.NAME: cast(Command, module) for module in modules if hasattr(module, "NAME")}


def _parse(arguments: list[str], program: str) -> argparse.Namespace:
    known = _commands()
    parser = _parser(known, program)
    if not arguments or (arguments[0].startswith("-") and arguments[0] not in ("-h", "--help", "--version")):
        arguments = [DEFAULT, *arguments]
    name = arguments[0]
    if not name.startswith("-") and name not in known:
        from ssg.problems import closest

        guess = closest(name, list(known))
        key = "guess_command" if guess else "unknown_command"
        parser.error(say(key, name=name, guess=guess, known=", ".join(known)))
    return parser.parse_args(arguments)


def _parser(known: Mapping[str, Command], program: str) -> argparse.ArgumentParser:
    typed = f"{'python' if os.name == 'nt' else 'python3'} {program}" if program.endswith(".py") else program
    parser = Parser(prog=program, description=say("about"), epilog=say("examples", program=typed))
    parser.add_argument("--version", action="version", version=f"Coursewright {__version__}", help=say("help_version"))
    choices = parser.add_subparsers(title=say("commands"), metavar=say("command"), parser_class=Parser)
    for name, command in known.items():
        below = choices.add_parser(name, help=say(command.HELP), description=say(command.HELP))
        command.arguments(below)
        below.set_defaults(run=command.run, program=program, typed=typed)
    if program.endswith(".py"):
        choices.add_parser("test", help=say("help_test"))  # done by the door itself, before it comes here
    return parser


class Parser(argparse.ArgumentParser):
    """argparse in the user's language."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings, add_help=False, allow_abbrev=False, formatter_class=Formatter)
        self._positionals.title = say("what")
        self._optionals.title = say("options")
        self.add_argument("-h", "--help", action="help", help=say("help_help"))

    def error(self, message: str) -> NoReturn:
        """Say in one line what is wrong with the command line."""
        for pattern, key in SENTENCES:
            if found := re.fullmatch(pattern, message):
                message = say(key, **found.groupdict())
        self.print_usage(sys.stderr)
        self.exit(2, say("error", program=self.prog, text=message) + "\n")


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Examples keep their lines, and the word for usage is the user's."""

    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        """As argparse does, with our word."""
        super().add_usage(usage, actions, groups, say("usage") if prefix is None else prefix)
