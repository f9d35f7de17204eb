"""Where a link or an image leads: into the course, to a file beside it, or out into the world."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote, unquote

from ssg.parse.page import Page

Kind = Literal["anchor", "file", "chapter", "web", "contact", "scheme", "absolute", "outside", "backslash", "empty"]

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):")
_DRIVE = re.compile(r"[A-Za-z]:|/|\\|%5C", re.IGNORECASE)
_SAFE = "/!$&'()*+,;=@~"
"""What a path may hold unencoded. No colon: ``./javascript:`` must not become an address of its own."""

_SCHEMES: dict[str, Kind] = {"http": "web", "https": "web", "mailto": "contact", "tel": "contact"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """``href`` is what the page says; ``name`` is ``#chapter/anchor``, a path in the course, or the text as typed.

    ``chapter`` is a Markdown file that the course does not have; the kinds from ``scheme`` on are mistakes.
    """

    kind: Kind
    href: str
    name: str


def link_target(href: str, here: Page, written: str) -> Target:
    """Where a link of the page leads that is written in a file of the course folder.

    ``href`` is percent-encoded, as markdown-it gives it.
    """
    path, _, fragment = href.partition("#")
    if href and not path:
        return _anchor(here.chapter, fragment)
    whole = image_target(href, written)
    if whole.kind != "file" or whole.name in here.files:
        return whole
    file = _file(path, written)
    if file in here.chapters:
        return _anchor(here.chapters[file], fragment)
    if file.lower().endswith((".md", ".markdown")) and file not in here.files:
        return Target(kind="chapter", href=href, name=file)
    return Target(kind="file", href=quote(file, safe=_SAFE), name=file)


def image_target(href: str, written: str) -> Target:
    """Where an image of the page lies; all of ``href`` is its path, since a file's name may hold ``#`` and ``?``."""
    kind = _foreign(href)
    if kind:
        return Target(kind=kind, href=href, name=unquote(href))
    file = _file(href, written)
    if "\\" in file:
        return Target(kind="backslash", href=href, name=unquote(href))
    if file == ".." or file.startswith("../"):
        return Target(kind="outside", href=href, name=unquote(href))
    return Target(kind="file", href=quote(file, safe=_SAFE), name=file)


def _foreign(href: str) -> Kind | None:
    if not href:
        return "empty"
    scheme = _SCHEME.match(href)
    if scheme:
        return _SCHEMES.get(scheme[1].lower(), "scheme")
    if href.startswith("//"):
        return "scheme"
    return "absolute" if _DRIVE.match(href) else None


def _file(path: str, written: str) -> str:
    """The path relative to the course folder, ``..`` resolved, in the one Unicode form that all names have."""
    joined = posixpath.join(posixpath.dirname(written), unicodedata.normalize("NFC", unquote(path)))
    return posixpath.normpath(joined)


def _anchor(chapter: str, fragment: str) -> Target:
    name = f"#{chapter}/{unquote(fragment)}"
    return Target(kind="anchor", href=name, name=name)
