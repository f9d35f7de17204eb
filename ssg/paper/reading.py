"""The course page's HTML as paper has it: room instead of fields, page numbers and addresses instead of links."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from html import escape, unescape
from pathlib import PurePosixPath
from urllib.parse import unquote

from markupsafe import Markup

from ssg.templates import Strings

_ID = re.compile(r'<[^>]* id="([^"]*)"')
_TERM = re.compile(
    r'<button type="button" class="term"[^>]*>(.*?)</button>'
    r'<span class="definition".*?<a href="#[^"]*">[^<]*</a></span>',
    re.DOTALL,
)
_HERE = re.compile(r'<a class="here".*?</a>', re.DOTALL)
_PLAYER = re.compile(r'<(audio|video)\b[^>]* src="([^"]*)"[^>]*></\1>')
_INSIDE = re.compile(r'<a href="#([^"]*)">(.*?)</a>', re.DOTALL)
_OUTSIDE = re.compile(r'<a href="((?:https?|mailto):[^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_FIELD = re.compile(
    r'<span class="blank-field( number| inline)?">\s*'
    r'<(?:input|textarea)\b[^>]* aria-label="([^"]*)"[^>]*>(?:</textarea>)?\s*</span>'
)
_CELL = re.compile(rf'<div class="cell">\s*{_FIELD.pattern}\s*</div>')
_TAG = re.compile(r"<[^>]*>")

FIELD = '<span class="blank-field'
"""How a field begins in the course's page."""

SHORT = 12
"""Up to so many characters a form's label asks for so little that one line will do."""


def places(parts: Iterable[str]) -> frozenset[str]:
    """Every id in these parts: what a link on paper can name the page of."""
    return frozenset(unescape(id) for part in parts for id in _ID.findall(part))


def on_paper(part: str, t: Strings, known: AbstractSet[str], rows: int, short: int = SHORT) -> Markup:
    """The part with its links written out and lines to write on.

    A field gets ``rows`` lines, one where its label has up to ``short`` characters, or a short one for a number and
    within a sentence; a cell stays empty. ``known`` are the ids on the same paper: a link to one of them says its page,
    which the press fills in.
    """
    html = _HERE.sub("", _TERM.sub(r'<span class="term">\1</span>', str(part)))
    html = _PLAYER.sub(lambda found: _player(found[2], t), html)
    html = _INSIDE.sub(lambda found: _inside(found[1], found[2], known), html)
    html = _OUTSIDE.sub(lambda found: _outside(found[1], found[2]), html)
    html = _CELL.sub('<div class="cell"></div>', html)
    return Markup(_FIELD.sub(lambda found: _room(found[1], 1 if len(unescape(found[2])) <= short else rows), html))


def _player(source: str, t: Strings) -> str:
    name = PurePosixPath(unquote(unescape(source))).name
    return f'<p class="address">{escape(str(t["paper_listen"]).format(file=name))}</p>'


def _inside(target: str, words: str, known: AbstractSet[str]) -> str:
    if unescape(target) not in known:
        return words
    return f'<a class="page-ref" href="#{target}" data-page="">{words}</a>'


def _outside(address: str, words: str) -> str:
    shown = escape(unquote(unescape(address)).removeprefix("mailto:"), quote=False)
    if _TAG.sub("", words).strip() in (shown, shown.rstrip("/")):
        return f'<span class="address">{words}</span>'
    return f'<a href="{address}">{words}</a><span class="address"> {shown}</span>'


def _room(kind: str | None, rows: int) -> str:
    return f'<span class="room{kind or ""}" aria-hidden="true">{"<i></i>" * (1 if kind else rows)}</span>'
