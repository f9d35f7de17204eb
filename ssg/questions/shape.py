"""What an item of a type may consist of; the rest is reported, so that nothing is dropped or shown by accident."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Literal

from ssg.parse import words
from ssg.parse.context import Context
from ssg.parse.marks import halve
from ssg.parse.settings import Setting
from ssg.problems import severity
from ssg.questions.draft import ItemDraft, Option

_BEGINS_AS_NUMBER = re.compile(r"(?:大?[约約]|about |[≈~])?\s*[-+–负負正¥$€£]?\s*\.?[0-9]")
_REASON = re.compile(r"[。，,.;；:：!！(].*")
_ALWAYS = ("type", "hint", "explanation", "points", "id", "objectives", "skills", "trainer", "hint_cost", "confidence")


def sound(context: Context, before: int) -> bool:
    """Whether no error was reported since there were ``before`` problems; warnings leave an item usable."""
    return not any(severity(problem) == "error" for problem in context.problems[before:])


def answer_form(draft: ItemDraft) -> Literal["truth", "number", "words"] | None:
    """What a plain 答案 looks like in an item without options or blanks.

    What begins as a number was meant as one, and 对 with a reason behind it was meant as true.
    """
    answer = halve(draft.settings.text("answer")).strip()
    if not answer or draft.options or draft.blanks or draft.settings.get("gap"):
        return None
    if words.find("truth", _REASON.sub("", answer) if "|" not in answer else answer):
        return "truth"
    return "number" if "|" not in answer and _BEGINS_AS_NUMBER.match(answer) else "words"


def report_unused(
    draft: ItemDraft,
    context: Context,
    type: str,
    *,
    settings: Collection[str] = (),
    forms: Collection[str] = (),
    option_settings: Collection[str] = ("feedback",),
) -> None:
    """Report the settings, options, settings of options and ordered lists that an item of the type does not read.

    Tables and prose are shown as they are. ``forms`` may hold ``options`` and ``steps``.
    """
    name = words.name("type", type, context.language)
    known = "、".join(key_name(key, 1, context) for key in (*settings, *_ALWAYS))
    for setting in draft.settings.all:
        if setting.key not in _ALWAYS and setting.key not in settings:
            key = key_name(setting.key, setting.number, context)
            context.report("QZ001", setting.span, key=key, type=name, known=known)
    if draft.options and "options" not in forms:
        context.report("QZ002", draft.options[0].span, type=name)
    for setting in (setting for option in draft.options for setting in option.settings.all):
        if "options" in forms and setting.key not in option_settings:
            context.report("QZ008", setting.span, key=words.name("option", setting.key, context.language), type=name)
    if draft.steps and "steps" not in forms:
        context.report("QZ003", draft.steps[0].span, type=name)


def report_rows(draft: ItemDraft, context: Context) -> None:
    """Report options that are too few, say nothing or say the same."""
    if len(draft.options) < 2:
        context.report("QZ101", draft.span, count=len(draft.options))
    first: dict[str, Option] = {}
    for option in draft.options:
        if not option.text:
            context.report("QZ010", option.span)
        elif first.setdefault(option.id, option) is not option:
            context.report("QZ104", option.span, first=first[option.id].span.line, text=option.text)


def key_name(key: str, number: int | None, context: Context) -> str:
    """The name of an item setting as we print it."""
    return words.name("item", key, context.language).replace("{n}", str(number))


def required(draft: ItemDraft, key: str, type: str, example: str, context: Context) -> Setting | None:
    """The setting that the type cannot do without; its absence or emptiness is reported."""
    setting = draft.settings.get(key)
    if setting is not None and setting.text:
        return setting
    span = setting.span if setting else draft.span
    name = words.name("type", type, context.language)
    context.report("QZ004", span, key=key_name(key, 1, context), type=name, example=example)
    return None


def rule_of(draft: ItemDraft, rules: Sequence[str], context: Context) -> str:
    """The 计分 setting of a type that knows these rules; the first one where the author says nothing."""
    setting = draft.settings.get("rule")
    found = words.find("rule", setting.text) if setting else rules[0]
    if found in rules or setting is None:
        return found or rules[0]
    known = "、".join(words.name("rule", rule, context.language) for rule in rules)
    context.report("ST016", setting.span, value=setting.text, known=known)
    return rules[0]
