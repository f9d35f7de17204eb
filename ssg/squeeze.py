"""Scripts and styles as they travel: without the comments and the white space that are for us.

Names stay as they are written, so a fault in a learner's browser still reads like the source.
"""

from __future__ import annotations

from rcssmin import cssmin
from rjsmin import jsmin

DESCENDANT = "\ue000"
"""Stands for the space in ``& th :is(…)``, which the minifier takes for one before a value; a private character."""


def squeeze_script(text: str) -> str:
    """The script without comments and needless white space."""
    return str(jsmin(text))


def squeeze_style(text: str) -> str:
    """The style sheet without comments and needless white space."""
    return str(cssmin(text.replace(" :", DESCENDANT))).replace(DESCENDANT, " :")
