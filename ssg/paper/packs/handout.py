"""The handout: the course to read and to keep, with a cover, contents, worksheets, a summary and the glossary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ssg.model import Block, Chapter, Heading, Prose
from ssg.paper.model import Sheet
from ssg.paper.pack import PackKind
from ssg.paper.press import Press, Run, numbered
from ssg.paper.reading import on_paper, places

ROWS = 2
"""Lines for what is written into a field: whoever wants to write more takes the workbook."""

MOST_ENTRIES = 24
"""How many sections of a chapter the contents list; one with more is for looking things up, not for reading."""

NOTES = '<section class="footnotes"'
"""How the prose with a chapter's notes begins."""

ELSEWHERE: Mapping[str, str] = {
    "quiz": "",
    "survey": "",
    "selfcheck": "workbook",
    "reflection": "workbook",
    "case": "workbook",
    "cards": "cards",
    "observation": "kit",
}
"""What is named in its place only, by the pack that has it; what is answered is on the course's page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A chapter as the handout has it. ``entries`` are its headings for the contents: (id, title)."""

    chapter: Chapter
    parts: Sequence[Markup]
    entries: Sequence[tuple[str, str]]


def make(press: Press) -> Sequence[Sheet]:
    """One document."""
    course = press.course
    raw = {chapter.id: list(_parts(chapter, press)) for chapter in course.pages()}
    known = places(part for parts in raw.values() for part in parts) | {f"{chapter.id}/" for chapter in course.pages()}
    readings = {
        chapter.id: Reading(
            chapter=chapter,
            parts=[on_paper(part, press.t, known, ROWS) for part in raw[chapter.id]],
            entries=entries if len(entries := list(_entries(chapter, known))) <= MOST_ENTRIES else (),
        )
        for chapter in course.pages()
    }
    runs = [*numbered(course.chapters), Run("recap", str(press.t["paper_summary"]))]
    if course.glossary:
        runs.append(Run("glossary", course.glossary.page.title))
    title = f"{course.settings.title} · {press.t['pack_handout']}"
    return [press.sheet("handout", "handout", title, "trainee", runs, readings=readings)]


def _parts(chapter: Chapter, press: Press) -> Iterator[str]:
    """The parts in order, but the notes before the worksheets that end the chapter: those are pages to take out."""
    parts = list(chapter.parts)
    last = parts[-1] if parts else None
    if isinstance(last, Prose) and last.html.startswith(NOTES):
        parts.insert(_first_sheet(parts[:-1]), parts.pop())
    for part in parts:
        yield _part(part, chapter, press)


def _first_sheet(parts: Sequence[Prose | Block]) -> int:
    """Where the worksheets that end a chapter begin, among what is only named."""
    first = len(parts)
    for at in reversed(range(len(parts))):
        part = parts[at]
        if isinstance(part, Prose) or part.kind not in {"worksheet", *ELSEWHERE}:
            break
        if part.kind == "worksheet":
            first = at
    return first


def _part(part: Prose | Block, chapter: Chapter, press: Press) -> str:
    """A part as it is read; of a role-play the situation, of what is done elsewhere its name and place."""
    if isinstance(part, Prose):
        return press.render(part)
    if part.kind in ELSEWHERE:
        return _from("elsewhere", part, chapter, press)
    return _from("situation", part, chapter, press) if part.kind == "roleplay" else press.render(part)


def _from(name: str, block: Block, chapter: Chapter, press: Press) -> str:
    template = press.pages.get_template(f"paper/handout/{name}.html")
    return template.render(block=block, chapter=chapter, t=press.t, pack=ELSEWHERE.get(block.kind, ""))


def _entries(chapter: Chapter, known: frozenset[str]) -> Iterator[tuple[str, str]]:
    titles = {block.anchor: block.title for block in chapter.blocks() if block.kind not in ELSEWHERE}
    named = {block.anchor for block in chapter.blocks() if block.kind in ELSEWHERE}
    for heading in chapter.headings:
        if _is_section(heading, chapter) and heading.anchor not in named:
            id = f"{chapter.id}/{heading.anchor}"
            if id in known:
                yield id, titles.get(heading.anchor, heading.text)


def _is_section(heading: Heading, chapter: Chapter) -> bool:
    return heading.level == 2 and heading.anchor != chapter.anchor


KIND = PackKind(name="handout", make=make)
