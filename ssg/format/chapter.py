"""One chapter to house style: repaired where its slips are certain, then written line by line with the same meaning."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from ssg.format.ids import stamp
from ssg.format.keywords import write_arrows, write_settings
from ssg.format.layout import space_lines, trim_lines, write_blanks, write_headings, write_quotes
from ssg.format.lists import indent_lists, write_boxes
from ssg.format.reading import Reader, Reading
from ssg.format.repairs import repair

Rule = Callable[[list[str], Reading], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is asked for besides house style: targets as links, ids written down."""

    links: bool = False
    ids: bool = False


class Changed(Exception):
    """House style would change what the chapter means, which is a fault of ours: the chapter stays as it is."""


def format_chapter(text: str, reader: Reader, wanted: Wanted) -> str:
    """The chapter in house style; formatting that again changes nothing, or ``Changed`` is raised."""
    return format_reading(reader.read(text), reader, wanted).text


def format_reading(reading: Reading, reader: Reader, wanted: Wanted) -> Reading:
    """The same of a chapter that was read, and as it reads afterwards."""
    written = _format(reading, reader, wanted)
    if _format(written, reader, wanted).text != written.text:
        raise Changed
    return written


def _format(reading: Reading, reader: Reader, wanted: Wanted) -> Reading:
    before = repair(reading, reader)
    reading = reader.read_again(before, _write_lines(before, wanted))
    if wanted.ids:
        reading = reader.read_again(reading, stamp(reading))
    after = reader.read_again(reading, space_lines(reading))
    if not reader.means_the_same(before, after, links=wanted.links, ids=wanted.ids):
        raise Changed
    return after


def _write_lines(reading: Reading, wanted: Wanted) -> str:
    lines = reading.text.split("\n")
    for rule in _rules(wanted):
        rule(lines, reading)
    return "\n".join(lines)


def _rules(wanted: Wanted) -> Sequence[Rule]:
    """Each keeps the number of lines, so that all can go by one reading."""
    arrows = partial(write_arrows, links=wanted.links)
    return (trim_lines, write_headings, write_quotes, indent_lists, write_boxes, write_settings, arrows, write_blanks)
