"""A section → a quiz: its settings, then each item by the type that fits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from ssg.blocks.kind import common
from ssg.blocks.quiz.model import Quiz
from ssg.catalog import collect
from ssg.model import Mention, Question
from ssg.parse import words
from ssg.parse.context import Context
from ssg.parse.marks import halve
from ssg.parse.sections import Section
from ssg.parse.settings import Setting, Settings, choice_of, list_items, read_settings, whole_number, yes
from ssg.questions.draft import ItemDraft, QuestionKind, read_item

_FEEDBACK = {"quiz": "at_once", "pretest": "score_only", "posttest": "at_end", "exam": "at_end"}
_ATTEMPTS = {"quiz": 0, "pretest": 1, "posttest": 0, "exam": 1}
_TIME = re.compile(
    r"([0-9]{1,4})\s*(?:(?P<s>秒[钟鐘]?|s|sec|seconds?)|(?P<h>小[时時]|h|hours?)|分[钟鐘]?|min|minutes?)?", re.I
)
_LONGEST = 10 * 60 * 60


def parse(section: Section, context: Context) -> Quiz | None:
    """The quiz of a section; an item that cannot be read is reported and left out of the value."""
    bullets = [node for node in section.nodes if node.type == "bullet_list" and node.markup == "-"]
    settings = read_settings(list_items(bullets), "quiz", context, repeatable=("trainer",))
    _report_without_effect(section, settings, context)
    questions = [question for each in section.sections if (question := _question(each, context))]
    _report_repeated_ids(questions, context)
    draw = whole_number(settings, "draw", 0, context, lowest=1, highest=999)
    return Quiz(
        **common(section, settings, context),
        intro=context.html([node for node in section.nodes if node not in bullets]),
        pass_mark=_pass_mark(settings, context),
        feedback=choice_of(settings, "feedback", "timing", _FEEDBACK[section.kind], context),
        shuffle=yes(settings, "shuffle", True, context),
        shuffle_items=yes(settings, "shuffle_items", draw > 0, context),
        attempts=whole_number(settings, "attempts", _ATTEMPTS[section.kind], context, lowest=0, highest=99),
        seconds=_seconds(settings.get("time_limit"), context),
        draw=draw,
        confidence=yes(settings, "confidence", False, context),
        hint_cost=whole_number(settings, "hint_cost", 0, context, lowest=0, highest=100),
        same=_same(settings.get("same")),
        pretest=None,
        places={setting.key: setting.span for setting in settings.all},
        questions=questions,
    )


def _report_without_effect(section: Section, settings: Settings, context: Context) -> None:
    """A pre-test has nothing to pass; only a post-test takes items from elsewhere, and then it has none of its own."""
    same, kind = settings.get("same"), words.name("kind", section.kind, context.language)
    useless = (
        settings.get("pass") if section.kind == "pretest" else None,
        same if section.kind != "posttest" else None,
    )
    for setting in filter(None, useless):
        context.report("QM001", setting.span, key=words.name("quiz", setting.key, context.language), kind=kind)
    if same and section.sections:
        context.report("QM012", same.span, line=section.sections[0].line)
    elif not same and not section.sections:
        context.report("ST020", context.span(section.line, section.text))


def _pass_mark(settings: Settings, context: Context) -> int | None:
    given = settings.get("pass")
    return whole_number(settings, "pass", 80, context, lowest=0, highest=100) if given else None


def _seconds(setting: Setting | None, context: Context) -> int:
    """``30 分钟``, ``90 秒`` or ``1 小时``; a bare number means minutes."""
    if setting is None:
        return 0
    found = _TIME.fullmatch(halve(setting.text).strip())
    seconds = int(found[1]) * (1 if found["s"] else 3600 if found["h"] else 60) if found else 0
    if not 10 <= seconds <= _LONGEST:
        context.report("QM002", setting.span, value=setting.text)
        return 0
    return seconds


def _same(setting: Setting | None) -> Mention | None:
    """What the setting names: as typed, or as ``#chapter/anchor`` where it is a link."""
    if setting is None:
        return None
    links = (str(token.attrs["href"]) for token in setting.inline.children or [] if token.type == "link_open")
    return Mention(name=unquote(next(links, setting.text)), span=setting.span)


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
