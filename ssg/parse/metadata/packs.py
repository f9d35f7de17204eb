"""What ``course.yaml`` says of paper: which packs to print, in which order, and on what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from ssg.parse import words
from ssg.parse.keywords import WORDS
from ssg.parse.metadata.fields import Fields
from ssg.parse.metadata.yaml_text import YamlText


def read_packs(fields: Fields) -> Sequence[str]:
    """The packs by their rows in the keyword table, each once; none where the course does not choose."""
    found = [_pack(item, fields) for item in fields.texts("packs")]
    return list(dict.fromkeys(name for name in found if name))


def read_paper(fields: Fields) -> Literal["A4", "Letter"]:
    """The size of the paper; A4 where the course does not say, or says something else."""
    typed = fields.text("paper", "A4")
    size = words.find("paper", typed)
    if size is None:
        fields.report("CF226", fields.place("paper"), value=typed, known="、".join(WORDS["paper"]))
    return "Letter" if size == "Letter" else "A4"


def _pack(item: YamlText, fields: Fields) -> str | None:
    name = words.find("pack", item.text)
    if name is None:
        known = known_packs()
        fields.report("CF225", item.span, value=item.text.strip(), guess=words.guess("pack", item.text), known=known)
    return name


def known_packs() -> str:
    """The names of all packs, for messages."""
    return "、".join(f"{words.name('pack', id, 'zh')} ({words.name('pack', id, 'en')})" for id in WORDS["pack"])
