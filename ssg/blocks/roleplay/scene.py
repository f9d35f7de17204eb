"""A role-play from its section to a block: first the cast, then the names of all nodes, then the nodes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from ssg.blocks.kind import common
from ssg.blocks.roleplay.checks import check_plot
from ssg.blocks.roleplay.data import plot_data
from ssg.blocks.roleplay.declarations import read_cards, read_cast
from ssg.blocks.roleplay.model import Node, Plot, RoleCard
from ssg.blocks.roleplay.node import ending_name, read_node
from ssg.blocks.roleplay.portraits import Portrait, portraits
from ssg.blocks.roleplay.reading import Place, Reading, bullets, report_stray
from ssg.blocks.roleplay.texts import report_personal_data
from ssg.model import Block, Json, Kept, Part, Progress
from ssg.parse import words
from ssg.parse.context import Context
from ssg.parse.marks import halve, split_setting
from ssg.parse.metadata.identifier import is_plain
from ssg.parse.prose.anchors import slug
from ssg.parse.sections import Section
from ssg.parse.settings import Settings, choice_of, list_items, yes
from ssg.parse.tree import Node as Element
from ssg.problems import Problem, severity

REPEATABLE = ("person", "meter", "role_card", "trainer")
PROSE = ("paragraph", "blockquote", "alert", "table", "dl", "heading", "trainer")
"""What a briefing may hold; bullets with ``-`` are settings, lists with ``*`` prose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene(Block):
    """A conversation to be played: the briefing, and the plot with all that moves in it."""

    kind: ClassVar[str] = "roleplay"
    part: ClassVar[Part] = "practised"
    progress: ClassVar[Progress] = "play"
    briefing: Markup
    plot: Plot
    trainer: Sequence[Markup]

    def key(self) -> Json:
        """Rules, coach notes, replies and model answers."""
        return plot_data(self.plot)

    def check(self) -> Iterator[Problem]:
        """The faults that need the whole scene."""
        return check_plot(self.plot)

    def kept(self) -> Sequence[Kept]:
        """The nodes and choices: the moves of a play name them."""
        return [each for node in self.plot.nodes.values() for each in _kept(node)]

    @property
    def numbers(self) -> dict[str, int]:
        """The nodes as numbered paragraphs of a gamebook."""
        return {id: at for at, id in enumerate(self.plot.nodes, start=1)}

    @property
    def portraits(self) -> Mapping[str, Portrait]:
        """What stands for each person."""
        return portraits(self.plot)

    @property
    def my_cards(self) -> Sequence[RoleCard]:
        """The role cards of the learner's own part; the others are shown when the play is over."""
        return [card for card in self.plot.cards if card.name == self.plot.learner]

    @property
    def timed(self) -> bool:
        """Whether any turn has a time limit that a learner may switch on."""
        return any(node.timer for node in self.plot.nodes.values())

    def onward(self, node: Node) -> Sequence[str]:
        """The nodes that the conversation may take by itself from here, each once."""
        return list(dict.fromkeys(to for to, _ in node.led()))


def parse(section: Section, context: Context) -> Scene | None:
    """The scene of a section; None after reporting what makes it unplayable."""
    known_problems = len(context.problems)
    settings = _settings(section, context)
    cast = read_cast(settings, context)
    places = _places(section.sections, context)
    reading = Reading(context=context, cast=cast, places=places)
    nodes = [read_node(each, place.id, reading) for each, place in zip(section.sections, places, strict=True)]
    if not nodes:
        context.report("RP400", context.span(section.line, section.text))
    scene = Scene(
        **common(section, settings, context),
        briefing=context.html([each for each in section.nodes if each.type in PROSE or _is_prose_list(each)]),
        plot=Plot(
            learner=cast.learner,
            channel=choice_of(settings, "channel", "channel", "talk", context),
            people=cast.people,
            pictures=cast.pictures,
            meters=cast.meters,
            skills=cast.skills,
            grades=cast.grades,
            cards=read_cards(settings, cast, context),
            agreed=settings.text("agreed"),
            shuffle=yes(settings, "shuffle", True, context),
            dim=choice_of(settings, "closed", "closed", "hide", context) == "dim",
            nodes={node.id: node for node in nodes},
        ),
        trainer=[setting.html(context) for setting in settings.every("trainer")],
    )
    report_personal_data(section, context)
    broken = any(severity(problem) == "error" for problem in context.problems[known_problems:])
    return None if broken else scene


def _settings(section: Section, context: Context) -> Settings:
    for element in section.nodes:
        if element.type not in (*PROSE, "bullet_list"):
            report_stray(element, "RP113", context)
    lists = [element for element in section.nodes if element.type == "bullet_list" and not _is_prose_list(element)]
    return Settings(list(bullets(list_items(lists), "roleplay", context, REPEATABLE)))


def _is_prose_list(element: Element) -> bool:
    return element.type == "bullet_list" and element.markup == "*"


def _places(sections: Sequence[Section], context: Context) -> Sequence[Place]:
    """The names of all nodes; of two that slug alike the second is reported and gets an id of its own."""
    places: list[Place] = []
    for section in sections:
        id = slug(halve(section.text))
        first = next((place for place in places if place.slug == id), None)
        if first:
            context.report("RP101", context.span(section.line, section.text), name=section.text, first=first.line)
        if not id:
            context.report("RP130", context.span(section.line, section.text), name=section.text)
        places.append(
            Place(
                id=_given_id(section, places, context) or (f"{id}-{section.line}" if first or not id else id),
                slug=id,
                name=ending_name(section.text) or section.text,
                anchor=section.anchor.rpartition("/")[2],
                line=section.line,
            )
        )
    return places


def _given_id(section: Section, places: Sequence[Place], context: Context) -> str:
    """The 编号 among the bullets of a node: arrows name headings, but plays under way name ids, which survive edits."""
    for item in list_items(section.nodes):
        parts = split_setting(item.inline.content) if item.inline else None
        if not parts or words.find("node", parts[0]) != "id":
            continue
        span = context.span(item.line, parts[1])
        first = next((place for place in places if place.id == parts[1]), None)
        if first:
            context.report("ST004", span, id=parts[1], first=first.line)
        elif is_plain(parts[1]):
            return parts[1]
        else:
            context.report("ST017", span, value=parts[1])
    return ""


def _kept(node: Node) -> Iterator[Kept]:
    yield Kept(kind="node", id=node.id, text=node.name, span=node.span)
    for choice in node.choices:
        yield Kept(kind="choice", id=f"{node.id}/{choice.id}", text=choice.text, span=choice.span)
