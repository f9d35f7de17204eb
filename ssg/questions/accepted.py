"""The texts that a typed answer may be: ``情绪 | 心情（50%）``."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import escape

from ssg.model import Json
from ssg.normalise import normalise
from ssg.parse.context import Context, skip_text
from ssg.parse.prose.plain import plain
from ssg.parse.settings import Setting, yes
from ssg.questions.draft import ItemDraft

SWITCHES = ("ignore_punctuation", "ignore_particles")
_PERCENT = re.compile(r"\s*[(（]\s*([0-9０-９]{1,9})\s*[%％]\s*[)）]$")
_SLASH = re.compile(r"[\u4e00-\u9fff]\s*[/／]\s*[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """Texts with what each is worth in per cent, and what does not matter when an answer is compared with them."""

    texts: Sequence[tuple[str, int]]
    ignore_punctuation: bool
    ignore_particles: bool

    def key(self) -> dict[str, Json]:
        """``{accept: [[text, percent]], answer: the text to show, ignore_punctuation, ignore_particles}``."""
        return {
            "accept": [list(pair) for pair in self.texts],
            "answer": next((text for text, percent in self.texts if percent == 100), ""),
            "ignore_punctuation": self.ignore_punctuation,
            "ignore_particles": self.ignore_particles,
        }

    def shown(self) -> Sequence[str]:
        """The texts as safe HTML, each that is not worth everything with what it is worth."""
        return [str(escape(text if percent == 100 else f"{text} ({percent}%)")) for text, percent in self.texts]

    def wording(self) -> Json:
        """What tells two keys apart: the normalised texts with their worth, in any order, and the switches."""
        texts = sorted((normalise(text, **self._switches()), percent) for text, percent in self.texts)
        return [texts, self.ignore_punctuation, self.ignore_particles]

    def _switches(self) -> Mapping[str, bool]:
        return {"ignore_punctuation": self.ignore_punctuation, "ignore_particles": self.ignore_particles}


def read_accepted(setting: Setting, draft: ItemDraft, context: Context) -> Accepted:
    """The accepted texts of a setting; what cannot be compared or adds nothing is reported."""
    switches = {
        "ignore_punctuation": yes(draft.settings, "ignore_punctuation", True, context),
        "ignore_particles": yes(draft.settings, "ignore_particles", False, context),
    }
    typed = plain(skip_text(setting.inline.children or [], setting.skip))
    texts: list[tuple[str, int]] = []
    first: dict[str, str] = {}
    for part in re.split(r"[|｜]", typed):
        text, percent = _worth(part.strip(), setting, context)
        compared = normalise(text, **switches)
        if not compared:
            context.report("QZ402", setting.span, value=typed)
        elif compared in first:
            context.report("QZ401", setting.span, text=text, first=first[compared])
        elif _SLASH.search(text):
            context.report("QZ405", setting.span, text=text)
        first.setdefault(compared, text)
        texts.append((text, percent))
    if all(percent < 100 for _, percent in texts):
        context.report("QZ404", setting.span, value=typed)
    return Accepted(texts=texts, **switches)


def _worth(part: str, setting: Setting, context: Context) -> tuple[str, int]:
    found = _PERCENT.search(part)
    if found is None:
        return part, 100
    percent = int(found[1])
    if not 1 <= percent <= 100:
        context.report("QZ403", setting.span, value=found[0].strip())
        percent = 100
    return part[: found.start()], percent
