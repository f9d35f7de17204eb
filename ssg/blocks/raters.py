"""Who fills in a form, and about whom: the head of a 360-degree survey or of an observation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ssg.blocks.rating import names_in
from ssg.parse.context import Context
from ssg.parse.settings import Settings, yes


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """What a rater is to the person rated; ``id`` is kept, and is the same in every language of a course."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Raters:
    """The ``roles`` that a rater may have; whether the form is ``anonymous``; whom it is about, in the author's words.

    ``subject`` is empty where the author says nothing of it, and ``about`` whether the form asks for it at all.
    """

    roles: Sequence[Role]
    anonymous: bool
    about: bool
    subject: str


def read_raters(settings: Settings, about: bool, context: Context) -> Raters:
    """What the settings say of raters; with roles a form is ``about`` somebody in any case."""
    roles, subject = settings.get("raters"), settings.get("subject")
    texts = list(dict.fromkeys(names_in(roles.text))) if roles else []
    if roles and len(texts) < 2:
        context.report("SL004", roles.span, value=roles.text)
    return Raters(
        roles=[Role(id=text, text=text) for text in texts],
        anonymous=yes(settings, "anonymous", False, context),
        about=about or bool(roles) or subject is not None,
        subject=subject.text if subject else "",
    )
