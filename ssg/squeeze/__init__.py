"""Scripts and styles as they travel: without the comments, the white space and the long names that are for us."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from ssg.cache import remembered

CODE = Path(__file__).parent


def squeeze_script(text: str) -> str:
    """The script without comments and needless white space, and with short names but for those declared at its top."""
    return remembered(_script, text, code=CODE)


def squeeze_bundle(text: str) -> tuple[str, Mapping[str, int]]:
    """The same of a script that asks for words, and the numbers that some of their keys became."""
    numbers, script = remembered(_bundle, text, code=CODE).split("\n", 1)
    return script, json.loads(numbers)


def squeeze_style(text: str) -> str:
    """The style sheet without comments and needless white space."""
    return remembered(_style, text, code=CODE)


# What squeezes is loaded only where something is to be squeezed: it takes longer than most builds have to wait for.


def _script(text: str) -> str:
    from rjsmin import jsmin

    from ssg.squeeze.shorten import shorten
    from ssg.squeeze.spare import tighten

    return tighten(shorten(str(jsmin(text))))


def _bundle(text: str) -> str:
    from rjsmin import jsmin

    from ssg.squeeze.words import numbered

    script, numbers = numbered(str(jsmin(text)))
    return f"{json.dumps(numbers)}\n{_script(script)}"


def _style(text: str) -> str:
    from ssg.squeeze.styles import minify

    return minify(text)
