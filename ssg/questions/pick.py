"""Gaps chosen from a list: blanks in the stem or below it, each filled with one of some words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from markupsafe import escape

from ssg.model import Json, Question, Score
from ssg.parse.context import Context, skip_text
from ssg.parse.prose.plain import plain
from ssg.parse.settings import Setting
from ssg.questions.answer import Alternative, Answer, Expected, Form, Place, Words, says
from ssg.questions.blanks import gap_settings, has_choices, report_misplaced
from ssg.questions.draft import ItemDraft, QuestionKind, fingerprint, token
from ssg.questions.shape import key_name, report_unused, rule_of, sound
from ssg.scoring import share

_SEPARATORS = ("[|｜]", "[、；;]", "[，,]")
"""The first one that a list of words holds parts it, so that words may hold the later ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word to choose; ``id`` hashes it, so that order never matters to it."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A blank: the id of the right word, and the words to choose from in the author's order."""

    right: str
    words: Sequence[Word]
    own: bool

    @property
    def shown(self) -> Sequence[Word]:
        """The words in an order that tells nothing."""
        return mixed(self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick(Question):
    """A text with blanks; ``bank`` are the words that all blanks share, those without words of their own."""

    kind: ClassVar[str] = "pick"
    gaps: Sequence[Gap]
    bank: Sequence[Word]
    rule: str

    @property
    def shown(self) -> Sequence[Word]:
        """The shared words in an order that tells nothing."""
        return mixed(self.bank)

    def key(self) -> Mapping[str, Json]:
        """``{gaps: [id of the right word], rule, explanation, print}``."""
        return {
            "gaps": [gap.right for gap in self.gaps],
            "rule": self.rule,
            "explanation": self.explanation,
            "print": self.fingerprint(),
        }

    def own_fingerprint(self) -> str:
        """Changes with the text around the blanks, the words to choose from and the right ones."""
        gaps = [(gap.right, sorted(word.id for word in gap.words)) for gap in self.gaps]
        return fingerprint(self.stem, self.body, gaps, self.rule)


def fits(draft: ItemDraft) -> bool:
    """Blanks with words to choose from make this type."""
    return bool(draft.blanks or draft.settings.get("gap")) and has_choices(draft) and not draft.options


def parse(draft: ItemDraft, context: Context) -> Pick | None:
    """The item of a draft: one ``空n`` for each blank and words for all; what makes it unusable is reported."""
    before = len(context.problems)
    report_unused(draft, context, "pick", settings=["gap", "choices", "gap_choices", "rule"])
    shared = draft.settings.get("choices")
    bank = _words(shared, context) if shared else []
    own = {setting.number: setting for setting in draft.settings.every("gap_choices")}
    for setting in own.values():
        report_misplaced(setting, draft, context)
    gaps = [_gap(setting, own.get(setting.number), bank, context) for setting in gap_settings(draft, context)]
    rule = rule_of(draft, ["partial", "all"], context)
    if not sound(context, before):
        return None
    used = [] if all(gap.own for gap in gaps) else bank
    return Pick(**draft.common(draft.body(context)), gaps=gaps, bank=used, rule=rule)


def _gap(setting: Setting, own: Setting | None, bank: Sequence[Word], context: Context) -> Gap:
    words = _words(own, context) if own else bank
    answer = _plain(setting)
    key = key_name("gap", setting.number, context)
    if not words:
        context.report("QZ801", setting.span, key=key, example=answer)
    elif token(answer) not in {word.id for word in words}:
        context.report("QZ802", setting.span, key=key, text=answer, known="、".join(word.text for word in words))
    return Gap(right=token(answer), words=words, own=own is not None)


def _words(setting: Setting, context: Context) -> Sequence[Word]:
    line = _plain(setting)
    separator = next((each for each in _SEPARATORS if re.search(each, line)), _SEPARATORS[0])
    words = [Word(id=token(text), text=text) for part in re.split(separator, line) if (text := part.strip())]
    if len(words) < 2:
        context.report("QZ803", setting.span, count=len(words))
    seen: set[str] = set()
    for word in words:
        if word.id in seen:
            context.report("QZ804", setting.span, text=word.text)
        seen.add(word.id)
    return words


def mixed(words: Sequence[Word]) -> Sequence[Word]:
    """The words in the order of their ids."""
    return sorted(words, key=lambda word: word.id)


def _plain(setting: Setting) -> str:
    return plain(skip_text(setting.inline.children or [], setting.skip)).strip()


def score(key: Any, response: Any) -> Score:
    """The share of gaps with the right word; the rule ``all`` pays only all of them.

    ``key`` is ``{gaps: [id], rule}``, ``response`` a list of ids, one for each gap in order; a gap without one earns
    nothing, ids beyond the gaps are not read.
    """
    gaps = key["gaps"]
    chosen = response if isinstance(response, list) else []
    right = sum(word == gap for gap, word in zip(gaps, chosen, strict=False))
    if key["rule"] == "all":
        return share(int(right == len(gaps)), 1)
    return share(right, len(gaps))


def form(item: Pick, t: Words) -> Form:
    """A place for each blank, with its words to choose from."""
    places = [
        Place(id=str(n), asked=t["gap_n"].format(n=n), alternatives=[_alternative(word) for word in gap.shown])
        for n, gap in enumerate(item.gaps, 1)
    ]
    return Form(places=places)


def _alternative(word: Word) -> Alternative:
    return Alternative(id=word.id, html=str(escape(word.text)))


def solution(item: Pick, t: Words) -> Answer:
    """The right word of each blank."""
    expected = [
        Expected(
            place=str(n),
            asked=t["gap_n"].format(n=n),
            ids=[gap.right],
            words=[str(escape(word.text)) for word in gap.words if word.id == gap.right],
        )
        for n, gap in enumerate(item.gaps, 1)
    ]
    rule = "score_every" if item.rule == "all" else "score_each"
    return Answer(expected=expected, rule=says(t, rule, item, len(item.gaps)))


KIND = QuestionKind(
    name="pick",
    types=("pick",),
    fits=fits,
    parse=parse,
    score=score,
    form=form,
    solution=solution,
    shares=("gaps",),
)
