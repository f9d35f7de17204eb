"""How an item is written: stems that mislead, options that cannot be told apart, feedback that teaches nothing.

The rules are those of Haladyna, Downing and Rodriguez (2002), “A Review of Multiple-Choice Item-Writing Guidelines”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from ssg.blocks.quiz import Quiz
from ssg.check.kind import Check
from ssg.model import Course, Question
from ssg.problems import Problem, Span
from ssg.questions.choice import Choice
from ssg.questions.draft import Option
from ssg.questions.emotion import Emotion
from ssg.questions.judgement import Judgement
from ssg.questions.rating import Rating
from ssg.wording import alike, only_listed, words_of

ALL_OR_NONE = re.compile(
    r"以上(?:各项|选项|答案|说法|做法)?(?:都|均|皆|全部?)?(?:不?对|不?正确|不?是|不?可以?|有)|(?:都|全都|均)(?:对|正确|不对|不正确|不是)$"
    r"|[A-Da-d]\s*[和与及]\s*[A-Da-d]|\b(?:all|none|both|neither) of (?:the above|these|them)\b",
    re.IGNORECASE,
)
NEGATIVE = re.compile(
    r"(?<![能是该应会要可对好行])不(?:正确|对|属于|是|合适|恰当|妥|应该|应当|应|该|宜|能|可以|包括|符合|利于|需要)|错误的|有误|除.{1,12}[以之]?外"
    r"|\b(?:not|except|least|incorrect|never|avoid)\b",
    re.IGNORECASE,
)
ASKS = re.compile(r"哪|什么|谁|怎样|如何|下列|以下|[？?]\s*$|\b(?:which|what|who)\b", re.IGNORECASE)
EMPHASIS = re.compile(r"<(strong|em)>(.*?)</\1>")


def check_item_writing(course: Course) -> Iterator[Problem]:
    """Look at every item by itself."""
    for quiz in (block for block in course.blocks() if isinstance(block, Quiz) and block.same is None):
        for item in quiz.items():
            if isinstance(item, Choice):
                yield from _options(item)
                yield from _feedback_of_options(item)
            if quiz.feedback != "score_only":
                yield from _feedback(item)


def _options(item: Choice) -> Iterator[Problem]:
    stem = words_of(item.stem)
    marked = " ".join(found[2] for found in EMPHASIS.finditer(item.stem))
    negative = NEGATIVE.search(stem) if ASKS.search(stem) else None
    if negative and not NEGATIVE.search(words_of(marked)):
        yield _problem("IT202", item.span, word=negative[0])
    for option in item.options:
        if ALL_OR_NONE.search(option.text):
            yield _problem("IT201", option.span, text=option.text)
    for first, second in combinations(item.options, 2):
        if alike(first.text, second.text):
            yield _problem("IT203", second.span, text=second.text, line=first.span.line)


def _feedback_of_options(item: Choice) -> Iterator[Problem]:
    first: dict[str, Option] = {}
    for option in item.options:
        setting = option.settings.get("feedback")
        if setting is not None and not setting.text:
            yield _problem("IT204", setting.span)
        elif option.feedback:
            words = words_of(option.feedback)
            same = first.setdefault(words, option)
            if same is not option:
                yield _problem("IT205", option.span, line=same.span.line)
            elif only_listed("verdict", words):
                yield _problem("IT206", option.span, text=words)
    silent = [option for option in item.options if not option.feedback and not option.checked]
    if silent and any(option.feedback for option in item.options) and not item.explanation:
        yield _problem("IT207", silent[0].span, text=silent[0].text)


def _feedback(item: Question) -> Iterator[Problem]:
    options = item.options if isinstance(item, Choice | Judgement | Rating | Emotion) else ()
    if item.kind != "open" and not item.explanation and not any(option.feedback for option in options):
        yield _problem("IT208", item.span)


def _problem(code: str, span: Span, **values: str | int) -> Problem:
    return Problem(code=code, span=span, values=values)


CHECK = Check(name="item writing", check=check_item_writing)
