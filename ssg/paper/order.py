"""What a trainer asks for → which packs of which course are printed, and how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal

from ssg.model import Course
from ssg.paper.model import Edge, Format, Sheet
from ssg.paper.pack import pack_names, pack_of
from ssg.paper.press import press_of
from ssg.parse import words
from ssg.parse.metadata.languages import find_language
from ssg.parse.metadata.packs import known_packs

MOST_VERSIONS = 26
MOST_NAMES = 1000


class CannotPrint(Exception):
    """Why nothing is printed, as the key of a phrase and the words in it."""

    def __init__(self, key: str, **values: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What was asked for on the command line; ``packs`` and ``language`` as typed, empty for what the course says."""

    packs: Sequence[str]
    language: str
    paper: Literal["", "A4", "Letter"]
    saving: bool
    edge: Edge
    versions: int
    names: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """The packs of one course, in order; ``suffix`` tells the files of a translation from those of its ``original``."""

    course: Course
    original: Course | None
    packs: Sequence[str]
    format: Format
    suffix: str

    def path(self, sheet: Sheet, ending: str) -> PurePosixPath:
        """The file of a sheet: what is not for trainees lies in a folder of its own."""
        folder = PurePosixPath(self.course.settings.id)
        below = folder / "trainer" if sheet.audience == "trainer" else folder
        return below / f"{sheet.name}{self.suffix}{ending}"

    def sheets(self) -> Iterator[tuple[str, Sequence[Sheet]]]:
        """Each pack with its sheets, none where the course has nothing for it."""
        press = press_of(self.course, self.format, self.original)
        for pack in self.packs:
            yield pack, pack_of(pack).make(press)


def orders(courses: Sequence[Course], wish: Wish) -> list[Order]:
    """An order for each course; raises ``CannotPrint``."""
    if not 1 <= wish.versions <= MOST_VERSIONS:
        raise CannotPrint("bad_versions", n=wish.versions, most=MOST_VERSIONS)
    packs = list(dict.fromkeys(map(_pack, wish.packs)))
    names = _names(wish.names) if wish.names else ()
    return [_order(course, packs, names, wish) for course in courses]


def _order(course: Course, packs: Sequence[str], names: Sequence[str], wish: Wish) -> Order:
    edition = _edition(course, wish.language)
    return Order(
        course=edition,
        original=None if edition is course else course,
        packs=packs or pack_names(course),
        format=Format(
            size=wish.paper or course.settings.paper,
            saving=wish.saving,
            edge=wish.edge,
            versions=wish.versions,
            names=names,
        ),
        suffix="" if edition is course else f".{edition.settings.language}",
    )


def _pack(typed: str) -> str:
    name = words.find("pack", typed)
    if name is None:
        guess = words.guess("pack", typed)
        raise CannotPrint("guess_pack" if guess else "unknown_pack", name=typed, guess=guess, known=known_packs())
    return name


def _edition(course: Course, typed: str) -> Course:
    editions = {each.settings.language: each for each in (course, *course.editions)}
    language = find_language(typed) if typed else course.settings.language
    if language not in editions:
        raise CannotPrint("no_edition", course=course.settings.title, language=typed, known="、".join(editions))
    return editions[language]


def _names(file: str) -> Sequence[str]:
    """The people of a text file, one a line."""
    try:
        text = Path(file).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CannotPrint("bad_names", file=file, reason=getattr(error, "strerror", None) or "UTF-8?") from error
    names = [name for line in text.splitlines() if (name := line.strip())]
    if not names or len(names) > MOST_NAMES:
        raise CannotPrint("number_of_names", file=file, n=len(names), most=MOST_NAMES)
    return names
