"""Choices: the ordered list of a node; each item is what the learner says, an arrow, and settings below it."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from ssg.blocks.roleplay.conditions import read_tests
from ssg.blocks.roleplay.effects import read_effects
from ssg.blocks.roleplay.model import Choice, Line
from ssg.blocks.roleplay.reading import Reading, bullets, report_stray, shorten
from ssg.blocks.roleplay.speech import read_reply
from ssg.blocks.roleplay.targets import read_arrow, resolve
from ssg.parse.settings import Setting, list_items
from ssg.parse.tree import Node
from ssg.questions.draft import token


def read_choices(items: Sequence[Node], reading: Reading) -> Sequence[Choice]:
    """The choices that list items are; what is wrong with them is reported."""
    choices = [choice for item in items if (choice := _choice(item, reading))]
    first: dict[str, Choice] = {}
    for choice in choices:
        if first.setdefault(choice.id, choice) is not choice:
            reading.context.report("RP120", choice.span, text=shorten(choice.text), first=first[choice.id].span.line)
    return choices


def _choice(item: Node, reading: Reading) -> Choice | None:
    context = reading.context
    if not item.children or item.children[0].type != "paragraph" or item.inline is None:
        context.report("RP108", context.span(item.line), text=context.page.lines[item.line - 1].strip())
        return None
    for child in item.children[1:]:
        if child.type != "bullet_list":
            report_stray(child, "RP110", context)
    settings = list(bullets(list_items(item.children), "choice", context, ("effect", "coach", "condition")))
    arrow = read_arrow(item.inline, item.line, context)
    if arrow is None:
        text = item.inline.content.split("\n")[0]
        context.report("RP102", context.span(item.line, text), text=shorten(text))
        return None
    if not arrow.text.strip():
        context.report("RP121", arrow.span, target=arrow.target)
        return None
    return Choice(
        id=next((each.text for each in _of("id", settings)), token(arrow.text)),
        text=arrow.text,
        html=context.inline_html(arrow.before),
        to=resolve(arrow, reading),
        effects=[
            effect for each in _of("effect", settings) for effect in read_effects(each.text, _line(each), reading)
        ],
        tests=[test for each in _of("condition", settings) for test in read_tests(each.text, _line(each), reading)],
        coach=Markup("").join(Markup("<p>{}</p>").format(each.html(context)) for each in _of("coach", settings)),
        reply=_reply(_of("reply", settings), reading),
        span=context.span(item.line, arrow.text),
    )


def _of(key: str, settings: Sequence[Setting]) -> Sequence[Setting]:
    return [setting for setting in settings if setting.key == key]


def _line(setting: Setting) -> int:
    return setting.span.line


def _reply(settings: Sequence[Setting], reading: Reading) -> Line | None:
    if not settings:
        return None
    return read_reply(settings[0].inline, settings[0].skip, _line(settings[0]), reading)
