"""Speech: quotes whose lines begin with a speaker, ``> 王女士：（语速很快）你们到底管不管？``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from markdown_it.token import Token
from markupsafe import Markup

from ssg.blocks.roleplay.model import Line
from ssg.blocks.roleplay.reading import Reading, meant, report_stray, same, shorten, source_lines
from ssg.parse import words
from ssg.parse.prose.plain import plain
from ssg.parse.tree import Node

_SPEAKER = re.compile(r"\s*(?P<name>[^:：(（]{1,40}?)\s*(?:[(（](?P<tone>[^)）]{1,40})[)）]\s*)?[:：](?!//)\s*")
_TONE = re.compile(r"[(（](?P<tone>[^)）]{1,40})[)）]\s*")
_SENTENCE = re.compile(r"[，。！？；、“”‘’「」…,.!?;\"]")
_LONGEST_FIRST_NAME, _LONGEST_LATER_NAME = 10, 6


def read_speech(quote: Node, reading: Reading) -> list[Line]:
    """The lines of a quote; a paragraph or line without a speaker goes on for the one before."""
    lines: list[Line] = []
    for node in quote.children:
        if node.type != "paragraph" or node.inline is None:
            report_stray(node, "RP108", reading.context)
            continue
        parts = list(zip(source_lines(node.inline), count(node.line), strict=False))
        for inline, line in _said(parts, bool(lines), reading):
            said = _line(inline, line, reading, opens=not lines)
            if said.speaker or not lines:
                lines.append(said)
            else:
                lines[-1] = replace(lines[-1], html=lines[-1].html + said.html)
    return lines


def _said(parts: Sequence[tuple[Token, int]], going_on: bool, reading: Reading) -> Iterator[tuple[Token, int]]:
    """Join source lines to what one speaker says in a stretch."""
    started: tuple[Token, int] | None = None
    for inline, line in parts:
        if started and _speaker(inline, reading, _LONGEST_LATER_NAME) is None:
            children = [*(started[0].children or []), Token("softbreak", "br", 0), *(inline.children or [])]
            started = (replace(started[0], children=children), started[1])
            continue
        if started:
            yield started
        started = (inline, line)
    if started:
        yield started


def _speaker(inline: Token, reading: Reading, longest: float) -> re.Match[str] | None:
    found = _SPEAKER.match(plain(inline.children or []))
    if found is None:
        return None
    declared = _declared(found["name"], reading)
    return found if declared or _is_like_a_name(found["name"], longest) else None


def _declared(name: str, reading: Reading) -> str | None:
    if words.find("me", name):
        return reading.cast.learner or name
    return same(name, [*reading.cast.people, reading.cast.learner])


def _is_like_a_name(text: str, longest: float) -> bool:
    width = sum(1 if ord(letter) > 0x2E80 else 0.5 for letter in text)
    return width <= longest and not _SENTENCE.search(text) and any(letter.isalpha() for letter in text)


def _line(inline: Token, line: int, reading: Reading, *, opens: bool) -> Line:
    context = reading.context
    found = _speaker(inline, reading, _LONGEST_FIRST_NAME if opens else _LONGEST_LATER_NAME)
    if found is None:
        if opens:
            context.report("RP107", context.span(line, inline.content), text=shorten(inline.content.strip()))
        return Line(html=_paragraph(context.inline_html(inline)))
    name = _declared(found["name"], reading)
    if name is None:
        known = [*reading.cast.people, *([reading.cast.learner] if reading.cast.learner else [])]
        span = context.span(line, found["name"])
        context.report("RP301", span, name=found["name"], guess=meant(found["name"], known), known="、".join(known))
    return _spoken(inline, name or found["name"], found, reading)


def _spoken(inline: Token, name: str, found: re.Match[str], reading: Reading) -> Line:
    tone = _TONE.match(plain(inline.children or []), found.end())
    skip = tone.end() if tone else found.end()
    html = reading.context.inline_html(inline, skip)
    return Line(
        speaker=name,
        mine=name == reading.cast.learner or words.find("me", name) is not None,
        tone=found["tone"] or (tone["tone"] if tone else ""),
        html=_paragraph(html),
    )


def read_reply(inline: Token, skip: int, line: int, reading: Reading) -> Line:
    """What is said at once after a choice: by the one it names, else by the only other person there is."""
    text = plain(inline.children or [])
    found = _SPEAKER.match(text, skip)
    name = _declared(found["name"], reading) if found else None
    if found and name:
        return _spoken(inline, name, found, reading)
    tone = _TONE.match(text, skip)
    html = _paragraph(reading.context.inline_html(inline, tone.end() if tone else skip))
    if len(reading.cast.people) != 1:
        reading.context.report("RP312", reading.context.span(line), known="、".join(reading.cast.people))
        return Line(html=html)
    return Line(speaker=reading.cast.people[0], tone=tone["tone"] if tone else "", html=html)


def _paragraph(html: Markup) -> Markup:
    return Markup("<p>{}</p>").format(html) if html else Markup()
