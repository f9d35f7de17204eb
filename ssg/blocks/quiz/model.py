"""Quiz: items in order, scored, with a pass mark; feedback at once or at the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from ssg.blocks.kind import BlockKind, common
from ssg.catalog import collect
from ssg.model import Block, Json, Part, Progress, Question
from ssg.parse import words
from ssg.parse.context import Context
from ssg.parse.sections import Section
from ssg.parse.settings import choice_of, list_items, read_settings, whole_number, yes
from ssg.questions.draft import ItemDraft, QuestionKind, read_item


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiz(Block):
    """Items under one heading; ``pass_mark`` in per cent or None for the course's, ``attempts`` 0 for any number."""

    kind: ClassVar[str] = "quiz"
    part: ClassVar[Part] = "tested"
    progress: ClassVar[Progress] = "items"
    intro: str
    pass_mark: int | None
    feedback: str
    shuffle: bool
    attempts: int
    questions: Sequence[Question]

    def items(self) -> Sequence[Question]:
        """The questions."""
        return self.questions

    def key(self) -> Json:
        """``{items: {id: key}}``."""
        return {"items": {question.id: question.key() for question in self.questions}}

    def outline(self) -> Mapping[str, Json]:
        """Adds ``pass`` (per cent, None for the course's) and ``items`` with their points and fingerprints."""
        items: Json = [
            {
                "id": item.id,
                "kind": item.kind,
                "points": item.points,
                "print": item.fingerprint(),
                "anchor": item.anchor,
            }
            for item in self.questions
        ]
        return {**Block.outline(self), "pass": self.pass_mark, "items": items}


def parse(section: Section, context: Context) -> Quiz | None:
    """The quiz of a section; an item that cannot be read is reported and left out of the value."""
    bullets = [node for node in section.nodes if node.type == "bullet_list" and node.markup == "-"]
    settings = read_settings(list_items(bullets), "quiz", context, repeatable=("trainer",))
    if not section.sections:
        context.report("ST020", context.span(section.line, section.text))
    questions = [question for each in section.sections if (question := _question(each, context))]
    _report_repeated_ids(questions, context)
    given = settings.get("pass")
    return Quiz(
        **common(section, settings, context),
        intro=context.html([node for node in section.nodes if node not in bullets]),
        pass_mark=whole_number(settings, "pass", 80, context, lowest=0, highest=100) if given else None,
        feedback=choice_of(settings, "feedback", "timing", "at_once", context),
        shuffle=yes(settings, "shuffle", True, context),
        attempts=whole_number(settings, "attempts", 0, context, lowest=0, highest=99),
        questions=questions,
    )


def _question(section: Section, context: Context) -> Question | None:
    draft = read_item(section, context)
    kind = _kind(draft, context)
    return kind.parse(draft, context) if kind else None


def _kind(draft: ItemDraft, context: Context) -> QuestionKind | None:
    kinds: Sequence[QuestionKind] = list(collect("ssg.questions").values())
    if draft.type_setting:
        return next((kind for kind in kinds if draft.type in kind.types), None)
    fitting = [kind for kind in kinds if kind.fits(draft)]
    if len(fitting) == 1:
        return fitting[0]
    known = "、".join(words.names("type", context.language))
    if fitting:
        types = "、".join(words.name("type", kind.types[0], context.language) for kind in fitting)
        context.report("ST022", draft.span, types=types)
    else:
        context.report("ST021", draft.span, known=known)
    return None


def _report_repeated_ids(questions: Sequence[Question], context: Context) -> None:
    for first, second in _repeated(questions):
        context.report("ST004", second.span, id=second.id, first=first.span.line)


def _repeated(questions: Sequence[Question]) -> Iterator[tuple[Question, Question]]:
    seen: dict[str, Question] = {}
    for question in questions:
        first = seen.setdefault(question.id, question)
        if first is not question:
            yield first, question


KIND = BlockKind(name="quiz", words=("quiz",), parse=parse)
