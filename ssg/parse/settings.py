"""Settings: the bullets ``- key：value`` of a block, an item, an option, a node or a choice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token
from markupsafe import Markup

from ssg.parse import words
from ssg.parse.context import Context
from ssg.parse.marks import halve, split_setting
from ssg.parse.traces import Keyword
from ssg.parse.tree import Node
from ssg.problems import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One bullet: ``key`` is the keyword's id, ``number`` the one in 空2, ``text`` the value as typed."""

    key: str
    number: int | None
    text: str
    inline: Token
    skip: int
    span: Span
    nested: Sequence[Node]

    def html(self, context: Context) -> Markup:
        """The value as safe HTML."""
        return context.inline_html(self.inline, self.skip)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one place, in the author's order."""

    all: Sequence[Setting]

    def get(self, key: str) -> Setting | None:
        """The setting of that key, if the author wrote it."""
        return next(self.every(key), None)

    def every(self, key: str) -> Iterator[Setting]:
        """All settings of a key that may be repeated."""
        return (setting for setting in self.all if setting.key == key)

    def text(self, key: str, default: str = "") -> str:
        """The value as typed, or the default."""
        setting = self.get(key)
        return setting.text if setting else default


def list_items(nodes: Sequence[Node], type: str = "bullet_list") -> Iterator[Node]:
    """The items of the lists of one type that stand directly among the nodes."""
    return (item for node in nodes if node.type == type for item in node.children)


def read_setting(item: Node, scope: str, context: Context) -> Setting | None:
    """The setting that a list item is; what is no setting of the scope is reported."""
    inline = item.inline
    text = inline.content if inline else ""
    parts = split_setting(text)
    if inline is None or parts is None:
        context.report("ST010", context.span(item.line, text.split("\n")[0]), text=text.split("\n")[0])
        return None
    key, value, skip = parts
    found = words.match(scope, key)
    if found is None:
        code = "ST011" if words.guess(scope, key) else "ST012"
        known = "、".join(words.names(scope, context.language))
        context.report(code, context.span(item.line, key), key=key, guess=words.guess(scope, key), known=known)
        return None
    context.page.traces.keywords.append(Keyword(line=item.line, scope=scope, id=found.id, number=found.number))
    place = context.span(item.line, value.split("\n")[0]) if value else context.span(item.line)
    nested = [child for child in item.children if child.type in ("bullet_list", "ordered_list")]
    return Setting(
        key=found.id,
        number=found.number,
        text=value,
        inline=inline,
        skip=skip,
        span=place,
        nested=nested,
    )


def read_settings(items: Iterator[Node], scope: str, context: Context, repeatable: Sequence[str] = ()) -> Settings:
    """The settings that the list items are; a key said twice is reported and its first value kept."""
    settings: list[Setting] = []
    seen: dict[tuple[str, int | None], Setting] = {}
    for item in items:
        setting = read_setting(item, scope, context)
        if setting is None:
            continue
        first = seen.setdefault((setting.key, setting.number), setting)
        if first is setting or setting.key in repeatable:
            settings.append(setting)
        else:
            key = words.name(scope, setting.key, context.language).replace("{n}", str(setting.number))
            context.report("ST013", setting.span, key=key, first=first.span.line)
    return Settings(settings)


def yes(settings: Settings, key: str, default: bool, context: Context) -> bool:
    """A 是/否 setting."""
    setting = settings.get(key)
    if setting is None:
        return default
    found = words.find("yes_no", setting.text)
    if found is None:
        context.report("ST014", setting.span, value=setting.text)
        return default
    return found == "yes"


def whole_number(settings: Settings, key: str, default: int, context: Context, *, lowest: int, highest: int) -> int:
    """A setting that is a whole number, with or without a per cent sign, in full or half width."""
    setting = settings.get(key)
    if setting is None:
        return default
    digits = halve(setting.text).removesuffix("%").strip()
    if not digits.isascii() or not digits.isdigit() or not lowest <= int(digits[:9]) <= highest:
        context.report("ST015", setting.span, value=setting.text, lowest=lowest, highest=highest)
        return default
    return int(digits)


def choice_of(settings: Settings, key: str, scope: str, default: str, context: Context) -> str:
    """A setting whose value is one of a closed list of words."""
    setting = settings.get(key)
    if setting is None:
        return default
    found = words.find(scope, setting.text)
    if found is None:
        known = "、".join(words.names(scope, context.language))
        context.report("ST016", setting.span, value=setting.text, known=known)
        return default
    return found


def identifier(settings: Settings, fallback: str, context: Context, *, above: int = 0) -> str:
    """The block's or item's 编号, else the slug of its heading.

    What was moved says where it was, so that nobody's answers are lost: ``chapter/block``, ``chapter/block/item``.
    ``above`` tells how many names stand above the last one then; 0 where nothing can be moved.
    """
    setting = settings.get("id")
    if setting is None:
        return fallback
    names = setting.text.split("/")
    if not all(names) or len(names) not in (1, above + 1) or any(mark in setting.text for mark in " :\t\\#"):
        context.report("ST017", setting.span, value=setting.text)
        return fallback
    return setting.text
