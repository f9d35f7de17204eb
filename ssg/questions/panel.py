"""Items that a panel judged, for want of a right answer: what their types share."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ssg.model import Json, Question
from ssg.parse import words
from ssg.parse.context import Context
from ssg.questions.draft import ItemDraft, Option
from ssg.questions.shape import report_rows, report_unused


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelItem(Question):
    """Options that a panel judged; ``panel`` says who agreed on it, as safe HTML or empty."""

    options: Sequence[Option]
    panel: str

    @abstractmethod
    def judged(self) -> Mapping[str, Json]:
        """What the panel said, as the browser's half of the rule reads it."""

    @property
    def shown(self) -> Sequence[Option]:
        """The options in an order that tells nothing."""
        return sorted(self.options, key=lambda option: option.id)

    def key(self) -> Mapping[str, Json]:
        """What the panel said, and ``{panel, options: {id: {feedback}}, explanation, print}``."""
        return {
            **self.judged(),
            "panel": self.panel,
            "options": {option.id: {"feedback": option.feedback} for option in self.options},
            "explanation": self.explanation,
            "print": self.fingerprint(),
        }


def report_form(draft: ItemDraft, context: Context, type: str, own: str, *settings: str) -> None:
    """Report what an item of the type does not read; ``own`` is the setting of its options beside the feedback."""
    known = ("feedback", own)
    report_unused(draft, context, type, settings=["agreed", *settings], forms=["options"], option_settings=known)
    report_rows(draft, context)
    for option in draft.options:
        if option.checked:  # none of them is simply right
            context.report("QZ009", option.span, type=words.name("type", type, context.language))


def panel_fields(draft: ItemDraft, context: Context) -> dict[str, Any]:
    """The fields that every item of a panel has."""
    agreed = draft.settings.get("agreed")
    panel = agreed.html(context) if agreed else ""
    return {**draft.common(draft.body(context)), "options": draft.options, "panel": panel}
