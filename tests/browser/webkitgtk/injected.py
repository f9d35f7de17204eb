"""The scripts that Playwright puts into every page, taken from the version that is installed."""

from __future__ import annotations

import ast
import hashlib
import json
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit, urlunsplit

import playwright

DRIVER = Path(playwright.__file__).parent / "driver" / "package" / "lib" / "coreBundle.js"
COPY = "webkitgtk-"
OPTIONS = {
    "isUnderTest": False,
    "sdkLanguage": "python",
    "testIdAttributeName": "data-testid",
    "stableRafCount": 1,
    "browserName": "webkit",
    "isUtilityWorld": False,
    "customEngines": [],
}


@cache
def bootstrap() -> str:
    """A script that gives a page ``window.tests``, by which ``page_side.js`` answers every call."""
    load = "((module) => {{ {source}\nreturn module.exports; }})({{}})"
    return "\n".join(
        [
            f"const {{ InjectedScript }} = {load.format(source=_source('injectedScriptSource'))};",
            f"const {{ UtilityScript }} = {load.format(source=_source('utilityScriptSource'))};",
            f"const options = {json.dumps(OPTIONS)};",
            Path(__file__).with_name("page_side.js").read_text(encoding="utf-8"),
        ]
    )


def prepared(address: str, first_scripts: Sequence[str]) -> str:
    """The address of a copy of a file that first runs what a page of the tests needs; any other address as it is.

    WebDriver has no way to run a script before those of the page.
    """
    parts = urlsplit(address)
    file = Path(unquote(parts.path))
    if not first_scripts or parts.scheme != "file" or file.suffix != ".html" or file.name.startswith(COPY):
        return address
    script = "\n".join(first_scripts)
    name = COPY + hashlib.sha256(script.encode()).hexdigest()[:12]
    file.with_name(f"{name}.js").write_text(script, encoding="utf-8")
    copy = file.with_name(f"{name}.{file.name}")
    html = file.read_text(encoding="utf-8")
    copy.write_text(html.replace("<head>", f'<head><script src="{name}.js"></script>', 1), encoding="utf-8")
    return urlunsplit(parts._replace(path=quote(str(copy))))


def original(address: str) -> str:
    """The address of the file itself, where the page is a copy of it."""
    return re.sub(rf"/{COPY}\w+\.", "/", address)


@cache
def _source(name: str) -> str:
    """A script of the driver, which holds it as a string literal."""
    text = DRIVER.read_text(encoding="utf-8")
    start = text.index(" = '", text.index(f'generated/{name}.ts"() {{')) + 3
    literal = text[start : text.index("\n", start)].rstrip(" ;")
    return str(ast.literal_eval(literal))
