"""Scripts and styles as they travel: without the comments, the white space and the long names that are for us."""

from __future__ import annotations

DESCENDANT = "\ue000"
"""Stands for the space in ``& th :is(…)``, which the minifier takes for one before a value; a private character."""


def squeeze_script(text: str) -> str:
    """The script without comments and needless white space, and with short names but for those declared at its top."""
    from rjsmin import jsmin  # what squeezes is only loaded where something is to be squeezed

    from ssg.squeeze.shorten import shorten

    return shorten(str(jsmin(text)))


def squeeze_style(text: str) -> str:
    """The style sheet without comments and needless white space."""
    from rcssmin import cssmin

    return str(cssmin(text.replace(" :", DESCENDANT))).replace(DESCENDANT, " :")
