"""What the parsers of nodes and choices share: the chapter, the cast, the places to go to, and how a bullet is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from markdown_it.token import Token
from markupsafe import Markup

from ssg.blocks.roleplay.model import RATING, Meter
from ssg.parse import words
from ssg.parse.context import Context
from ssg.parse.marks import split_setting
from ssg.parse.prose.plain import plain
from ssg.parse.settings import Setting, read_setting
from ssg.parse.tree import Node
from ssg.problems import Span, closest


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A node as others may refer to it: by its heading, an ending also by its bare name.

    ``id`` is its 编号, else its heading as a slug, which is ``slug``.
    """

    id: str
    slug: str
    name: str
    anchor: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Who takes part and what is counted, as the scene declares it. Names have pictures where the author gave one."""

    learner: str
    people: Sequence[str]
    pictures: Mapping[str, Markup]
    meters: Mapping[str, Meter]
    skills: Mapping[str, Span]
    grades: Mapping[str, Span]

    def counted(self, name: str) -> str | None:
        """The declared meter or skill of that name, whatever its width and case."""
        return same(name, [*self.meters, *self.skills])


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A scene being read."""

    context: Context
    cast: Cast
    places: Sequence[Place]

    def report_undeclared(self, span: Span, name: str) -> None:
        """Say that a name is neither meter nor skill."""
        known = [*self.cast.meters, *self.cast.skills]
        self.context.report("RP202", span, name=name, guess=closest(name, known), known="、".join(known))


def same(name: str, known: Sequence[str]) -> str | None:
    """The known name that this one is, compared as keywords are."""
    return next((each for each in known if words.fold(each) == words.fold(name)), None)


def meant(name: str, known: Sequence[str]) -> str:
    """The person that a name most likely means: one spelled nearly alike, or with the same family name."""
    return closest(name, list(known)) or next((each for each in known if each[:1] == name[:1]), "")


def is_rating(name: str) -> bool:
    """Whether a condition asks for the self-rating."""
    return name == RATING or words.find("tested", name) == "rating"


def bullets(items: Iterator[Node], scope: str, context: Context, repeatable: Sequence[str]) -> Iterator[Setting]:
    """The settings of one place; whatever is not understood is reported."""
    first: dict[str, Setting] = {}
    for item in items:
        setting = bullet(item, scope, context)
        if setting is None:
            continue
        earlier = first.setdefault(setting.key, setting)
        if earlier is setting or setting.key in repeatable:
            yield setting
        else:
            key = words.name(scope, setting.key, context.language)
            context.report("ST013", setting.span, key=key, first=earlier.span.line)


def bullet(item: Node, scope: str, context: Context) -> Setting | None:
    """The setting that a bullet is; None after saying why it is none."""
    parts = split_setting(item.inline.content) if item.inline else None
    if parts and words.find(scope, parts[0]) is None:
        _report_unknown(item, parts[0], scope, context)
        return None
    setting = read_setting(item, scope, context)
    if setting and not setting.text and not setting.nested:
        context.report("RP112", context.span(item.line), key=words.name(scope, setting.key, context.language))
        return None
    if setting:
        _report_rest(item, scope, setting, context)
    return setting


ELSEWHERE = {"choice": "RP114", "node": "RP115", "ending": "RP116", "roleplay": "RP117", "route": "RP118"}
"""The code that says where a keyword belongs which stands in the wrong place."""


def _report_unknown(item: Node, key: str, scope: str, context: Context) -> None:
    span = context.span(item.line, key)
    for other, code in ELSEWHERE.items():
        if other != scope and words.find(other, key):
            if not (other == "choice" and _is_outdented(item, context)):
                context.report(code, span, key=key)
            return
    known = "、".join(words.names(scope, context.language))
    context.report("RP103", span, key=key, guess=words.guess(scope, key), known=known)


def _is_outdented(item: Node, context: Context) -> bool:
    """A setting of a choice with too few spaces before it: the reader of lines says so (RP002)."""
    return context.page.lines[item.line - 1][:1] in (" ", "\t", "　")


NESTED = {"role_card", "rating"}
"""The settings that hold a list of their own."""


def _report_rest(item: Node, scope: str, setting: Setting, context: Context) -> None:
    allowed = ("bullet_list",) if setting.key in NESTED else ()
    for child in item.children[1:]:
        if child.type not in allowed:
            report_stray(child, "RP110", context)


def report_stray(node: Node, code: str, context: Context) -> None:
    """Say that a piece of the author's text has no meaning where it stands."""
    text = context.page.lines[node.line - 1].strip()
    context.report(code, context.span(node.line, text), text=shorten(text))


def shorten(text: str) -> str:
    """The text, or its beginning where it is long: for messages."""
    return text if len(text) <= 24 else f"{text[:23]}…"


def source_lines(inline: Token) -> list[Token]:
    """The inline token cut into one for each line of the source."""
    lines: list[list[Token]] = [[]]
    for child in inline.children or []:
        if child.type in ("softbreak", "hardbreak"):
            lines.append([])
        else:
            lines[-1].append(child)
    return [replace(inline, children=line, content=plain(line)) for line in lines]


def last_span(context: Context, line: int, fragment: str) -> Span:
    """The place of the last occurrence of a fragment in a line."""
    column = context.page.lines[line - 1].rfind(fragment) if fragment else -1
    if column < 0:
        return context.span(line)
    return context.page.place(line, column + 1, len(fragment))
