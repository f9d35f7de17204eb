"""The course as frozen data: what parsing makes, checking reads and rendering prints."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import PurePosixPath
from typing import ClassVar, Literal

from ssg.claims import Claim
from ssg.problems import Problem, Severity, Span

Part = Literal["practised", "tested"]
Progress = Literal["items", "play", "fields", "none"]
Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A text file of a course, decoded; ``path`` is as the author would type it."""

    path: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """A stretch of text that is no block, as safe HTML; ``guide`` is the same with trainers' notes, if it has any."""

    html: str
    span: Span
    guide: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What only a trainer reads, as safe HTML. ``anchor`` is that of the heading above it, ``block`` that of its block.

    ``block`` is empty for a note in prose, which stands in place in ``Prose.guide``.
    """

    html: str
    anchor: str
    block: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A reference out of a chapter's text: to an anchor of the course, or to a file of its folder."""

    target: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """An objective or a skill that a chapter, block or item names: its id, or in front matter its words."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """What a learner can do after the course, as ``course.yaml`` declares it."""

    id: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Points earned of the points possible, exact; never below zero."""

    earned: Fraction
    possible: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A part of a block, no item, that a trainee's records name; ``text`` is what readers know it by.

    ``id`` may hold slashes: a choice is kept under its node. ``given`` says that the author wrote the id.
    """

    kind: Literal["field", "node", "choice"]
    id: str
    text: str
    span: Span
    given: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A name that a trainee's records are kept under, as the course has it or as it was published.

    ``path`` are the ids from the chapter down. ``print`` is an item's fingerprint, ``text`` its wording, shortened.
    """

    sort: Literal["chapter", "block", "item", "part"]
    path: tuple[str, ...]
    kind: str
    print: str
    text: str
    span: Span
    given: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """``course.lock``: the course's id and every name in it when it was last published."""

    course: str
    known: Sequence[Known]
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(ABC):
    """A part of a chapter that a trainee works with. ``id`` is unique in its chapter and survives edits.

    ``word`` is the keyword that the author wrote, since a kind may have several. ``part`` is what the block does for
    an objective; ``progress`` says when the page counts it as done: each of its items answered, a play ended, a field
    filled, or never.
    """

    kind: ClassVar[str]
    part: ClassVar[Part]
    progress: ClassVar[Progress]
    word: str
    id: str
    title: str
    level: int
    anchor: str
    span: Span
    objectives: Sequence[Mention]

    @abstractmethod
    def key(self) -> Json:
        """What the page needs and a trainee should not read: answers, feedback, effects. It ships packed."""

    def outline(self) -> Mapping[str, Json]:
        """What the whole page knows of the block, for progress and results."""
        return {
            "id": self.id,
            "kind": self.kind,
            "progress": self.progress,
            "title": self.title,
            "anchor": self.anchor,
        }

    def check(self) -> Iterator[Problem]:
        """The faults that need the whole block."""
        return iter(())

    def items(self) -> Sequence[Question]:
        """The scored questions of the block, in order."""
        return ()

    def scenes(self) -> Sequence[Mention]:
        """The role-plays that the block names by their titles."""
        return ()

    def kept(self) -> Sequence[Kept]:
        """What else of the block a trainee's records name, in order: fields, say."""
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(ABC):
    """One item of a quiz. ``id`` is unique in its quiz; ``stem`` and ``body`` are what the trainee reads.

    ``objectives`` are the item's own; where it names none, those of its block are meant. ``hint_cost`` is what each
    opened hint takes of its points, in per cent, and ``confidence`` whether the learner says how sure they are; None
    leaves either to the quiz. ``original`` is the fingerprint of the item that this one translates.
    """

    kind: ClassVar[str]
    id: str
    anchor: str
    span: Span
    stem: str
    body: str
    points: int
    hints: Sequence[str]
    explanation: str
    objectives: Sequence[Mention]
    skills: Sequence[Mention]
    hint_cost: int | None = None
    confidence: bool | None = None
    original: str = ""

    @abstractmethod
    def key(self) -> Mapping[str, Json]:
        """The scoring key and the feedback, as the browser's half of the rule reads it."""

    @abstractmethod
    def own_fingerprint(self) -> str:
        """A short hash of the wording and the key: it changes when an old answer no longer answers this item."""

    def fingerprint(self) -> str:
        """The item's own, or that of the item it translates: an answer belongs to both."""
        return self.original or self.own_fingerprint()

    def check(self) -> Iterator[Problem]:
        """The faults that need the whole item."""
        return iter(())


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of a chapter, for contents lists and for links: ``anchor`` is as Git web pages make it."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """An entry of the glossary. ``html`` is its definition as one line of safe HTML, ``anchor`` its place there."""

    name: str
    aliases: Sequence[str]
    html: str
    anchor: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One Markdown file of a course.

    ``features`` are the parts of the theme that its text needs; ``terms`` are the names of those it explains.
    ``notes`` and ``trainer_files`` are for trainers alone: nothing that trainees get is made of them.
    """

    id: str
    title: str
    anchor: str
    path: str
    minutes: int | None
    objectives: Sequence[Mention]
    parts: Sequence[Prose | Block]
    headings: Sequence[Heading]
    links: Sequence[Link]
    images: Sequence[Link]
    features: AbstractSet[str] = frozenset()
    terms: AbstractSet[str] = frozenset()
    notes: Sequence[Note] = ()
    trainer_files: Sequence[Link] = ()

    def blocks(self) -> Iterator[Block]:
        """The chapter's blocks in order."""
        return (part for part in self.parts if isinstance(part, Block))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """How much a course lets the problems of one code weigh, None for not at all, and the reason it gives."""

    severity: Severity | None
    reason: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """``course.yaml``, checked. ``packs`` are the packs to print in order, none for all, ``paper`` is A4 or Letter."""

    path: str
    id: str
    title: str
    language: str
    version: str
    description: str
    audience: str
    author: str
    licence: str
    pass_mark: int
    theme: str
    languages: Sequence[str]
    objectives: Mapping[str, Objective]
    skills: Sequence[Mention]
    checks: Mapping[str, Ruling]
    claims: Sequence[Claim]
    packs: Sequence[str] = ()
    paper: Literal["A4", "Letter"] = "A4"


@dataclass(frozen=True, slots=True, kw_only=True)
class Glossary:
    """``glossary.md``: its text as a page of the course, and its terms."""

    page: Chapter
    terms: Sequence[Term]


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A whole course: its settings, its chapters in order, and the files they show.

    ``editions`` are its translations, under the same ids. ``files`` names every file of its folder that a chapter may
    show or link to; ``lock`` is what was last published. ``trainer_assets`` are the files that only notes for trainers
    show.
    """

    settings: Settings
    chapters: Sequence[Chapter]
    assets: Mapping[str, bytes]
    files: AbstractSet[str]
    glossary: Glossary | None = None
    editions: Sequence[Course] = ()
    lock: Lock | None = None
    trainer_assets: Mapping[str, bytes] = field(default_factory=dict)

    def pages(self) -> Sequence[Chapter]:
        """Every text of the course: its chapters, then its glossary."""
        return [*self.chapters, self.glossary.page] if self.glossary else self.chapters

    def blocks(self) -> Iterator[Block]:
        """Every block of the course in order."""
        return (block for chapter in self.chapters for block in chapter.blocks())

    def outcomes(self, most: int) -> Sequence[str]:
        """What a learner can do after the course: the first objectives of each chapter, so many at most, each once."""
        named = (objective for chapter in self.chapters for objective in chapter.objectives[:most])
        return list(dict.fromkeys(map(self.wording, named)))

    def wording(self, objective: Mention) -> str:
        """An objective as the learner reads it: as declared, or as the chapter words it."""
        declared = self.settings.objectives.get(objective.name)
        return declared.text if declared else objective.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Everything a build writes: relative path → content, complete and in memory."""

    files: Mapping[PurePosixPath, bytes]
