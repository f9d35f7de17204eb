"""A translation takes the ids of its original, so that answers, fields and plays belong to both.

Blocks, items, options, fields and nodes of a chapter are matched by their order. Ids are made of words, so a translated
option has an id of its own; after this it has the original's. What is answered in one language is so in the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, cast

from ssg.model import Block, Chapter, Course, Json, Question
from ssg.problems import Problem, Span

Ids = Mapping[str, str]

_HASH = re.compile("[0-9a-f]{8}")
"""An id made of wording, which cannot be mistaken for a word."""

RIGHT: Mapping[str, Sequence[str]] = {
    "choice": ["correct"],
    "emotion": ["shares"],
    "judgement": ["best", "worst"],
    "pick": ["gaps"],
    "rating": ["means"],
    "spot": ["correct"],
}
"""What of a key must be the same in every language: which ids are right, or how right."""


def align(edition: Course, original: Course) -> tuple[Course, list[Problem]]:
    """The edition under the original's ids, and where the two differ in their structure."""
    pairs = list(zip(edition.chapters, original.chapters, strict=True))
    problems = [problem for pair in pairs for problem in _differences(*pair)]
    return replace(edition, chapters=[_chapter(*pair) for pair in pairs]), problems


def _chapter(chapter: Chapter, original: Chapter) -> Chapter:
    aligned = {id(block): _block(block, other) for block, other in _pairs(chapter, original)}
    parts = [aligned.get(id(part), part) for part in chapter.parts]
    return replace(chapter, id=original.id, parts=parts)


def _pairs(chapter: Chapter, original: Chapter) -> Iterator[tuple[Block, Block]]:
    """Blocks of one kind belong together in their order."""
    theirs: dict[str, list[Block]] = {}
    for block in original.blocks():
        theirs.setdefault(block.kind, []).append(block)
    for block in chapter.blocks():
        if theirs.get(block.kind):
            yield block, theirs[block.kind].pop(0)


# The same value under other ids


def _block(block: Block, original: Block) -> Block:
    items = {id(item): _item(item, other) for item, other in zip(block.items(), original.items(), strict=False)}
    return cast(Block, _renamed(block, original, dict(_ids(block, original)), items))


def _item(item: Question, original: Question) -> Question:
    """The item under the ids of its original; an answer to either is current as long as the original's wording is."""
    aligned = cast(Question, _renamed(item, original, dict(_ids(item, original)), {}))
    return replace(aligned, original=original.fingerprint())


def _ids(value: Any, original: Any) -> Iterator[tuple[str, str]]:
    """Each id in a value with the one at the same place in the value that it translates."""
    if is_dataclass(value) and type(value) is type(original):
        for each in fields(value):
            mine, theirs = getattr(value, each.name), getattr(original, each.name)
            yield from [(mine, theirs)] if each.name == "id" else _ids(mine, theirs)
    else:
        for mine, theirs in zip(_parts(value), _parts(original), strict=False):
            yield from _ids(mine, theirs)


def _renamed(value: Any, original: Any, ids: Ids, items: Mapping[int, Question]) -> Any:
    if id(value) in items:
        return items[id(value)]
    if is_dataclass(value):
        same = original if type(value) is type(original) else None
        changed = {
            each.name: _field(each.name, getattr(value, each.name), getattr(same, each.name, None), ids, items)
            for each in fields(value)
        }
        return replace(cast(Any, value), **changed)
    if isinstance(value, str):
        return ids.get(value, value) if _HASH.fullmatch(value) else value
    theirs = [*_parts(original), *[None] * len(_parts(value))]
    renamed = [_renamed(mine, other, ids, items) for mine, other in zip(_parts(value), theirs, strict=False)]
    if isinstance(value, Mapping):
        return {_key(key, each): each for key, each in zip(value, renamed, strict=True)}
    return type(value)(renamed) if isinstance(value, (list, tuple)) else value


def _field(name: str, value: Any, original: Any, ids: Ids, items: Mapping[int, Question]) -> Any:
    if name == "id" and original is not None:
        return original
    if name == "to":
        return ids.get(value, value)
    return _renamed(value, original, ids, items)


def _parts(value: Any) -> Sequence[Any]:
    if isinstance(value, Mapping):
        return [*value.values()]
    return value if isinstance(value, (list, tuple)) else ()


def _key(key: str, value: Any) -> str:
    """The key of a mapping by ids, such as that of a scene's nodes; a mapping by words keeps its keys."""
    return cast(str, getattr(value, "id", key))


# Where a translation is none: what is matched by order must have the same order


def _differences(chapter: Chapter, original: Chapter) -> Iterator[Problem]:
    if chapter.path == original.path:
        return  # shown in the original's language until somebody translates it
    mine, theirs = list(chapter.blocks()), list(original.blocks())
    if [block.kind for block in mine] != [block.kind for block in theirs]:
        odd = next((block for block, other in zip(mine, theirs, strict=False) if block.kind != other.kind), None)
        span = (odd or mine[-1]).span if mine else Span(path=chapter.path, line=1)
        yield _problem("TR003", span, original.path, 1, len(mine), len(theirs))
        return
    for block, other in zip(mine, theirs, strict=True):
        yield from _different_parts(block, other)


def _different_parts(block: Block, original: Block) -> Iterator[Problem]:
    mine, theirs = block.items(), original.items()
    if [item.kind for item in mine] != [item.kind for item in theirs] or (not mine and _unlike(block, original)):
        counts = len(mine) or len([*_ids(block, block)]), len(theirs) or len([*_ids(original, original)])
        yield _problem("TR004", block.span, original.span.path, original.span.line, *counts)
        return
    for item, other in zip(mine, theirs, strict=True):
        if _unlike(item, other):
            counts = len([*_ids(item, item)]), len([*_ids(other, other)])
            yield _problem("TR004", item.span, other.span.path, other.span.line, *counts)
        elif _right(_item(item, other)) != _right(other):
            yield _problem("TR005", item.span, other.span.path, other.span.line)


def _right(item: Question) -> Sequence[Json]:
    return [item.key()[name] for name in RIGHT.get(item.kind, ())]


def _unlike(value: Any, original: Any) -> bool:
    return len([*_ids(value, value)]) != len([*_ids(original, original)])


def _problem(code: str, span: Span, path: str, line: str | int, count: int = 0, other: int = 0) -> Problem:
    values: dict[str, str | int] = {"original": f"{path}:{line}", "count": count, "other": other}
    return Problem(code=code, span=span, values=values)
