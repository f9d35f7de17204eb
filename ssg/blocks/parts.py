"""What blocks of practice read alike: settings that keep to their lines, and lists of criteria to judge oneself by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ssg.parse import words
from ssg.parse.context import Context
from ssg.parse.prose.plain import plain
from ssg.parse.sections import Section
from ssg.parse.settings import Setting, Settings, list_items, read_settings
from ssg.parse.tree import Node
from ssg.questions.draft import token
from ssg.wording import listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """A line of a self-rating: what was done or said, as safe HTML."""

    id: str
    html: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What stands below a heading before the next one: its settings, and everything else."""

    settings: Settings
    nodes: Sequence[Node]


def read_opening(
    section: Section, scope: str, context: Context, *, repeatable: Sequence[str] = (), listing: Sequence[str] = ()
) -> Opening:
    """The settings of a section; only those named in ``listing`` may have a list below them, and more would be lost."""
    bullets = [node for node in section.nodes if node.type == "bullet_list" and node.markup == "-"]
    items = list(list_items(bullets))
    settings = read_settings(iter(items), scope, context, repeatable=("trainer", *repeatable))
    lists = {id(setting.inline) for setting in settings.all if setting.key in listing}
    for item in items:
        for child in item.children[1:]:
            if child.type != "bullet_list" or id(item.inline) not in lists:
                report_stray(child.line, section, scope, context)
    return Opening(settings=settings, nodes=[node for node in section.nodes if node not in bullets])


def report_stray(line: int, section: Section, scope: str, context: Context) -> None:
    """Say of a part that no rule reads what may stand there instead."""
    known = "、".join(f"- {name}：…" for name in words.names(scope, context.language))
    context.report("ST018", context.span(line), kind=section.text, known=known)


def read_criteria(setting: Setting, context: Context) -> Sequence[Criterion]:
    """The lines of a self-rating; faults are reported, and so is what two readers would judge differently."""
    rows = [item for nested in setting.nested for item in nested.children if item.inline]
    if setting.text or not rows:
        context.report("CS004", setting.span)
    found: dict[str, Criterion] = {}
    for row in rows:
        text = plain(row.inline.children or []) if row.inline else ""
        criterion = Criterion(id=token(text), html=context.inline_html(row.inline) if row.inline else "")
        if criterion.id in found:
            context.report("CS005", context.span(row.line, text), text=text)
        vague = listed("vague", text)
        if vague:
            context.report("CS006", context.span(row.line, vague[0]), word=vague[0])
        found.setdefault(criterion.id, criterion)
    return list(found.values())
