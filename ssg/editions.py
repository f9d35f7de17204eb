"""The files of a course in another language: ``01-start.en.md`` stands beside ``01-start.md`` and takes its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ssg.companions import ASIDE, GLOSSARY
from ssg.listing import Listing
from ssg.parse.metadata.languages import find_language
from ssg.problems import Problem, Span


def edition(listing: Listing, language: str) -> Listing:
    """The listing as the edition sees it: under each name the translated file, where there is one."""
    names = {original: name for name, original in _translations(listing, language)}
    return replace(listing, files={name: listing.files[names.get(name, name)] for name in listing.files}, names=names)


def without_translations(listing: Listing, languages: Sequence[str]) -> Listing:
    """The listing without the files of these languages' editions: what the original is made of."""
    others = {name for language in languages for name, _ in _translations(listing, language)}
    others |= set(_orphans(listing, languages))
    return replace(listing, files={name: file for name, file in listing.files.items() if name not in others})


def undeclared(listing: Listing, main: str, languages: Sequence[str], path: str) -> Iterator[Problem]:
    """Translations into a language that ``course.yaml`` does not list: as chapters they would show everything twice."""
    for name in listing.files:
        parts = _parts(name)
        if parts and not _is_aside(parts[0]) and parts[0] in listing.files and parts[1] not in (main, *languages):
            values: dict[str, str | int] = {"name": name, "original": parts[0], "language": parts[1]}
            yield Problem(code="TR001", span=Span(path=f"{path}/{name}", line=1), values=values)


def orphans(listing: Listing, languages: Sequence[str], path: str) -> Iterator[Problem]:
    """Translations of nothing, which no reader would get to see."""
    for name, original in _orphans(listing, languages).items():
        if _is_aside(original):
            continue
        values: dict[str, str | int] = {"name": name, "original": original}
        yield Problem(code="TR008", span=Span(path=f"{path}/{name}", line=1), values=values)


def _orphans(listing: Listing, languages: Sequence[str]) -> Mapping[str, str]:
    """The chapters in these languages whose original is not there, with its name."""
    named = {name: parts for name in listing.files if "/" not in name and (parts := _parts(name))}
    return {
        name: original
        for name, (original, language) in named.items()
        if language in languages and original not in listing.files
    }


def _is_aside(name: str) -> bool:
    """Whether a file is about the course folder and no part of the course."""
    return name.casefold() in ASIDE and name.casefold() != GLOSSARY


def _translations(listing: Listing, language: str) -> Iterator[tuple[str, str]]:
    for name in listing.files:
        parts = _parts(name)
        if parts and parts[1] == language and parts[0] in listing.files:
            yield name, parts[0]


def _parts(name: str) -> tuple[str, str] | None:
    """The original's name and the language of a file's name; None where it names no language."""
    stem, _, ending = name.rpartition(".")
    original, _, tag = stem.rpartition(".")
    language = find_language(tag) if tag and ending in ("md", "yaml") else None
    return (f"{original}.{ending}", language) if original and language else None
