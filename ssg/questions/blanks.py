"""The blanks of an item and the settings for them, however they are filled: ``空1``, ``空2`` and so on."""

from __future__ import annotations

from collections.abc import Sequence

from ssg.parse.context import Context
from ssg.parse.settings import Setting
from ssg.questions.draft import ItemDraft
from ssg.questions.shape import key_name


def has_choices(draft: ItemDraft) -> bool:
    """Whether the words for the blanks are given to choose from."""
    return any(draft.settings.get(key) for key in ("choices", "gap_choices"))


def gap_settings(draft: ItemDraft, context: Context) -> Sequence[Setting]:
    """The ``空n`` that hold an answer, in the order of the blanks; one too few or too many is reported."""
    given = {setting.number: setting for setting in draft.settings.every("gap")}
    if not draft.blanks:
        context.report("QZ304", draft.span)
    for setting in given.values():
        report_misplaced(setting, draft, context)
    missing = [number for number in range(1, draft.blanks + 1) if number not in given]
    if missing:
        key = key_name("gap", missing[0], context)
        context.report("QZ301", draft.span, blanks=draft.blanks, given=draft.blanks - len(missing), key=key)
    return [given[number] for number in sorted(given, key=lambda n: n or 0) if given[number].text]


def report_misplaced(setting: Setting, draft: ItemDraft, context: Context) -> None:
    """Report a setting of a gap that is not there, or one that says nothing."""
    key = key_name(setting.key, setting.number, context)
    if draft.blanks and not 1 <= (setting.number or 0) <= draft.blanks:
        context.report("QZ302", setting.span, key=key, blanks=draft.blanks)
    elif not setting.text:
        context.report("QZ303", setting.span, key=key)
