"""The texts of a course folder that are no chapters: included files, transcripts of recordings, the glossary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ssg.listing import Listing
from ssg.model import Source
from ssg.parse.includes import find_includes
from ssg.parse.prose.recordings import MEDIA, TRANSCRIPTS
from ssg.problems import Problem
from ssg.text_file import read_text

GLOSSARY = "glossary.md"
# Markdown that belongs to a course folder without being a chapter.
ASIDE = ("readme.md", GLOSSARY, "readme.zh-cn.md", "licence.md", "license.md", "changelog.md")


@dataclass(frozen=True, slots=True, kw_only=True)
class Companions:
    """``included`` and ``transcripts`` are texts by their path in the course folder."""

    included: Mapping[str, Source]
    transcripts: Mapping[str, Source]
    glossary: Source | None

    def sources(self) -> Sequence[Source]:
        """All of them."""
        glossary = [self.glossary] if self.glossary else []
        return [*self.included.values(), *self.transcripts.values(), *glossary]


def read_companions(listing: Listing, path: str, chapters: Sequence[Source], problems: list[Problem]) -> Companions:
    """What the chapters of the course folder ``path`` include, and what lies beside its recordings."""
    name = next((name for name in listing.files if name.casefold() == GLOSSARY), "")
    glossary = read_text(listing.files[name], f"{path}/{listing.real(name)}", problems) if name else None
    texts = [*chapters, glossary] if glossary else chapters
    return Companions(
        included=_included(listing, path, texts, problems),
        transcripts=_transcripts(listing, path, problems),
        glossary=glossary,
    )


def _included(listing: Listing, path: str, texts: Sequence[Source], problems: list[Problem]) -> dict[str, Source]:
    found: dict[str, Source] = {}
    refused: set[str] = set()
    waiting = list(texts)
    while waiting:
        source = waiting.pop()
        for include in find_includes(source.text.split("\n"), source.path.removeprefix(f"{path}/")):
            name = include.file
            if name in found or name in refused or "/" not in name or name not in listing.files:
                continue
            text = read_text(listing.files[name], f"{path}/{listing.real(name)}", problems)
            if text:
                found[name] = text
                waiting.append(text)
            else:
                refused.add(name)
    return found


def _transcripts(listing: Listing, path: str, problems: list[Problem]) -> dict[str, Source]:
    """The texts that bear the name of a recording beside them."""
    stems = {name.rpartition(".")[0] for name in listing.files if name.lower().endswith(MEDIA)}
    names = [f"{stem}{suffix}" for stem in sorted(stems) for suffix in TRANSCRIPTS]
    taken = [name for name in names if name in listing.files]
    texts = (read_text(listing.files[name], f"{path}/{listing.real(name)}", problems) for name in taken)
    return {name: text for name, text in zip(taken, texts, strict=True) if text}
