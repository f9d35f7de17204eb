"""Scripts and styles as they travel: without the comments and the white space that are for us.

Names stay as they are written, so a fault in a learner's browser still reads like the source.
"""

from __future__ import annotations

import re

from rjsmin import jsmin

STYLE_COMMENT = re.compile(r"/\*[\s\S]*?\*/")
LINE_START = re.compile(r"^\s+", re.MULTILINE)


def squeeze_script(text: str) -> str:
    """The script without comments and needless white space."""
    return str(jsmin(text))


def squeeze_style(text: str) -> str:
    """The style sheet without comments, indentation and empty lines.

    The known minifiers in Python take the space out of nested rules such as ``& th :is(…)``, which changes them.
    """
    return LINE_START.sub("", STYLE_COMMENT.sub("", text))
