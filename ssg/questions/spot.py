"""Marking words in a text: the bold ones are to be found, among italic ones or among all others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, ClassVar, Literal

from markdown_it.token import Token
from markupsafe import escape

from ssg.model import Json, Question, Score
from ssg.parse.context import Context, replace_content
from ssg.parse.prose.plain import plain
from ssg.parse.tree import Node
from ssg.questions.answer import Alternative, Answer, Expected, Form, Place, Words, says
from ssg.questions.draft import ItemDraft, QuestionKind, fingerprint, token
from ssg.questions.shape import report_unused, sound
from ssg.scoring import distinct_ids, share

_PIECE = re.compile(r"(\w+(?:['’-]\w+)*)")
"""A stretch without punctuation or space: a word of Latin text, a clause of Chinese."""

_HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A piece of the text that can be marked; ``id`` hashes its words and, for a repeated one, which it is."""

    id: str
    text: str
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot(Question):
    """A text whose ``candidates`` are blanks of the body, in order."""

    kind: ClassVar[str] = "spot"
    candidates: Sequence[Candidate]

    def key(self) -> Mapping[str, Json]:
        """``{correct: [id], explanation, print}``."""
        return {
            "correct": [each.id for each in self.candidates if each.right],
            "explanation": self.explanation,
            "print": self.fingerprint(),
        }

    def own_fingerprint(self) -> str:
        """Changes with the text, with what can be marked and with what is right."""
        return fingerprint(self.stem, self.body, [(each.id, each.right) for each in self.candidates])


def parse(draft: ItemDraft, context: Context) -> Spot | None:
    """The item of a draft; what makes it unusable is reported."""
    before = len(context.problems)
    report_unused(draft, context, "spot")
    pieces = [piece for node in draft.nodes for inline in _inlines(node) for piece in _pieces(inline.children or [])]
    italics = any(mark == "em" for mark, _ in pieces)
    for inline in (inline for node in draft.nodes for inline in _inlines(node)):
        _report_mixed(inline, italics, context)
    if not any(mark == "strong" for mark, _ in pieces):
        context.report("QZ821", draft.span)
        return None
    marker = _Marker(italics=italics, seen=Counter(), candidates=[])
    nodes = [Node(node.type, [marker.marked(each) for each in node.tokens], ()) for node in draft.nodes]
    if all(each.right for each in marker.candidates):
        context.report("QZ822", draft.span)
    if not italics:
        _report_cut(pieces, draft, context)
    if not sound(context, before):
        return None
    return Spot(**draft.common(context.html(nodes)), candidates=marker.candidates)


def _inlines(node: Node) -> Sequence[Token]:
    return [each for each in node.tokens if each.type == "inline"]


Mark = Literal["strong", "em", ""]


def _pieces(children: Sequence[Token]) -> Sequence[tuple[Mark, Token]]:
    """The tokens of a line with the mark that each stands under, without the tokens of the marks."""
    pieces: list[tuple[Mark, Token]] = []
    open_marks: list[Mark] = []
    for child in children:
        mark: Mark = "strong" if child.tag == "strong" else "em" if child.tag == "em" else ""
        if mark and child.nesting > 0:
            open_marks.append(mark)
        elif mark:
            open_marks.pop()
        else:
            pieces.append((open_marks[-1] if open_marks else "", child))
    return pieces


@dataclass(frozen=True, slots=True, kw_only=True)
class _Marker:
    """Turns lines into lines with a blank for each candidate, and collects the candidates."""

    italics: bool
    seen: Counter[str]
    candidates: list[Candidate]

    def marked(self, block: Token) -> Token:
        """A block token as it is, or the inline one of a paragraph with its candidates taken out."""
        if block.type != "inline":
            return block
        children = [each for mark, child in _pieces(block.children or []) for each in self._split(mark, child)]
        return Token("inline", "", 0, content=block.content, children=children, level=block.level)

    def _split(self, mark: Mark, child: Token) -> Sequence[Token]:
        if child.type == "blank":
            return [Token("text", "", 0, content=child.content)]
        if child.type != "text":
            return [child]
        if mark:
            return [self._candidate(child.content, mark == "strong")]
        if self.italics:
            return [child]
        parts = _PIECE.split(child.content)
        return [
            self._candidate(part, False) if at % 2 else replace_content(child, part)
            for at, part in enumerate(parts)
            if part
        ]

    def _candidate(self, text: str, right: bool) -> Token:
        self.seen[text] += 1
        id = token(text if self.seen[text] == 1 else f"{text}#{self.seen[text]}")
        self.candidates.append(Candidate(id=id, text=text, right=right))
        return Token("blank", "", 0)


def _report_mixed(inline: Token, italics: bool, context: Context) -> None:
    """What can be marked is one run of plain words: no link that would lead away, no code, no mark inside a mark."""
    depth, linked, inside = 0, False, list[Token]()
    for child in inline.children or []:
        linked = child.nesting > 0 if child.tag == "a" else linked
        depth += child.nesting if child.tag in ("strong", "em") else 0
        if depth:
            inside.append(child)
        words = plain([*inside, child])
        mixed = [each.type for each in inside[1:]] != ["text"] or linked
        if (inside and not depth and mixed) or (linked and not italics and child.type == "text"):
            context.report("QZ824", context.span((inline.map or [0])[0] + 1, words), text=words)
        inside = inside if depth else []


def _report_cut(pieces: Sequence[tuple[Mark, Token]], draft: ItemDraft, context: Context) -> None:
    """Say that a bold word inside a Chinese clause is the shortest piece in sight, and so gives itself away."""
    for (mark, one), (other_mark, other) in pairwise(pieces):
        last, first = one.content[-1:], other.content[:1]
        if "strong" in (mark, other_mark) and mark != other_mark and _HAN.match(last) and _HAN.match(first):
            context.report("QZ823", draft.span, text=(one if mark == "strong" else other).content)
            return


def score(key: Any, response: Any) -> Score:
    """max(0, hits − false)/targets. ``key`` is ``{correct: [id]}``, ``response`` a list of different ids."""
    chosen, targets = set(distinct_ids(response)), set(key["correct"])
    return share(max(0, len(chosen & targets) - len(chosen - targets)), len(targets))


def form(item: Spot, t: Words) -> Form:
    """One place, for the numbers of the marked words."""
    numbered = [
        Alternative(id=each.id, html=str(escape(each.text)), mark=str(n)) for n, each in enumerate(item.candidates, 1)
    ]
    return Form(places=[Place(id="", alternatives=numbered, takes="several")], shuffle=False)


def solution(item: Spot, t: Words) -> Answer:
    """The words to find."""
    right = [each for each in item.candidates if each.right]
    expected = Expected(place="", ids=[each.id for each in right], words=[str(escape(each.text)) for each in right])
    return Answer(expected=[expected], rule=says(t, "score_spot", item, len(right)))


KIND = QuestionKind(
    name="spot",
    types=("spot",),
    fits=lambda draft: False,
    parse=parse,
    score=score,
    form=form,
    solution=solution,
)
