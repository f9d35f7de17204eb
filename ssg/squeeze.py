"""Scripts and styles as they travel: without the comments and the indentation that are for us.

Names stay as they are written, so a fault in a learner's browser still reads like the source. What a line-wise rule
would need to know of strings is kept out of the sources by tests/test_squeeze.py.
"""

from __future__ import annotations

import re

SCRIPT_COMMENT = re.compile(r"^\s*(?://.*|/\*\*(?:(?!\*/)[\s\S])*\*/)$", re.MULTILINE)
STYLE_COMMENT = re.compile(r"/\*[\s\S]*?\*/")
LINE_START = re.compile(r"^\s+", re.MULTILINE)


def squeeze_script(text: str) -> str:
    """The script without comments that have lines of their own, indentation and empty lines."""
    return LINE_START.sub("", SCRIPT_COMMENT.sub("", text))


def squeeze_style(text: str) -> str:
    """The style sheet without comments, indentation and empty lines."""
    return LINE_START.sub("", STYLE_COMMENT.sub("", text))
