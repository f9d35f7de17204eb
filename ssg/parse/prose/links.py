"""Links: those into the course become ``#chapter/anchor``, files beside it are noted, and mistakes are said."""

from __future__ import annotations

from collections.abc import Mapping

from markdown_it.common.normalize_url import validateLink
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from ssg.model import Link
from ssg.parse.page import Page, page
from ssg.parse.prose.places import place
from ssg.parse.prose.plain import plain
from ssg.parse.prose.recordings import MEDIA
from ssg.parse.prose.targets import Kind, Target, image_target, link_target

LINK_FAULTS: Mapping[Kind, str] = {
    "scheme": "LK002",
    "absolute": "LK003",
    "outside": "LK004",
    "backslash": "LK005",
    "empty": "LK006",
}
IMAGE_FAULTS: Mapping[Kind, str] = {**LINK_FAULTS, "web": "LK001", "contact": "LK001", "scheme": "LK001"}


def valid_link(url: str) -> bool:
    """Whether markdown-it may make a link of the address at all: no scripts, no data, nothing of the reader's disk."""
    return not url.strip().lower().startswith(("data:", "blob:", "filesystem:")) and validateLink(url)


def read_links(state: StateCore) -> None:
    """Rewrite the addresses of links and images for the one page of the course, and note what they need."""
    here = page(state.env)
    if here is None:
        return
    trainer = 0
    for token in state.tokens:
        if token.type == "inline" and ("](" in token.content or "[" in token.content or "<" in token.content):
            _read_line(token, here, for_trainer=trainer > 0 or "trainer" in token.meta)
        elif token.type == "trainer_open":
            trainer += 1
        elif token.type == "trainer_close":
            trainer -= 1


def _read_line(inline: Token, here: Page, *, for_trainer: bool) -> None:
    for child in inline.children or []:
        if child.type == "link_open":
            _read_link(child, inline, here, for_trainer=for_trainer)
        elif child.type == "image":
            _read_image(child, inline, here, for_trainer=for_trainer)


def _read_link(token: Token, inline: Token, here: Page, *, for_trainer: bool) -> None:
    target = link_target(str(token.attrs["href"]), here, _file(inline, here))
    token.attrs["href"] = target.href
    if target.kind == "web":
        token.attrs["rel"] = "noopener"
    elif target.kind in LINK_FAULTS:
        _report(LINK_FAULTS[target.kind], target, token, inline, here)
    elif target.kind == "file":
        _note_file(target, token, inline, here, for_trainer=for_trainer)
    elif target.kind != "contact":
        here.links.append(_link(target, token, inline, here))


def _read_image(token: Token, inline: Token, here: Page, *, for_trainer: bool) -> None:
    target = image_target(str(token.attrs["src"]), _file(inline, here))
    token.attrs["src"] = target.href
    if target.name.lower().endswith(MEDIA):
        token.type = "recording"
        token.meta["file"] = target.name
    if not plain(token.children or []).strip():
        _report("MD520" if token.type == "recording" else "MD201", target, token, inline, here)
    if target.kind == "file":
        _note_file(target, token, inline, here, for_trainer=for_trainer)
    else:
        _report(IMAGE_FAULTS[target.kind], target, token, inline, here)


def _note_file(target: Target, token: Token, inline: Token, here: Page, *, for_trainer: bool) -> None:
    (here.trainer_files if for_trainer else here.images).append(_link(target, token, inline, here))


def _file(inline: Token, here: Page) -> str:
    """The file in which a line is written: paths in it start from there."""
    return here.origin((inline.map or [0])[0] + 1).file


def _link(target: Target, token: Token, inline: Token, here: Page) -> Link:
    return Link(target=target.name, span=place(here, inline, token.meta["at"], token.meta["end"]))


def _report(code: str, target: Target, token: Token, inline: Token, here: Page) -> None:
    span = place(here, inline, token.meta["at"], token.meta["end"])
    here.report(code, span, target=target.name, path=target.name.replace("\\", "/"))
