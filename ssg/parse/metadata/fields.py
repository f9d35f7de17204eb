"""The typed fields of a small YAML document: its keys are known words, its values text, numbers or lists of texts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ssg.parse import words
from ssg.parse.keywords import WORDS
from ssg.parse.marks import halve
from ssg.parse.metadata.yaml_text import YamlList, YamlMap, YamlText, YamlValue
from ssg.problems import Problem, Span

NUMBER = re.compile(r"(\d{1,6})\s*(%|分[钟鐘]|分|minutes?|mins?)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """The values by keyword id. Reading one that has the wrong type reports it and gives the default."""

    values: Mapping[str, YamlValue]
    keys: Mapping[str, YamlText]
    span: Span
    problems: list[Problem]

    def place(self, key: str) -> Span:
        """Where the value stands, or the document where it is missing."""
        return self.values[key].span if key in self.values else self.span

    def text(self, key: str, default: str = "") -> str:
        """A text without the spaces around it."""
        value = self.values.get(key)
        if value is None:
            return default
        if isinstance(value, YamlText) and value.text.strip():
            return value.text.strip()
        code = "CF211" if isinstance(value, YamlText) else "CF204"
        self.report(code, value.span, key=self.keys[key].text)
        return default

    def number(self, key: str, lowest: int, highest: int) -> int | None:
        """A whole number, in full or half width, with or without its unit."""
        if key not in self.values:
            return None
        value = self.values[key]
        found = NUMBER.fullmatch(halve(value.text).strip()) if isinstance(value, YamlText) else None
        if found and lowest <= int(found[1]) <= highest:
            return int(found[1])
        shown = value.text if isinstance(value, YamlText) else "…"
        self.report("CF205", value.span, key=self.keys[key].text, value=shown, lowest=lowest, highest=highest)
        return None

    def texts(self, key: str) -> Sequence[YamlText]:
        """A list of texts, none of them empty."""
        value = self.values.get(key)
        if value is None:
            return ()
        items = value.items if isinstance(value, YamlList) else ()
        if not items or not all(isinstance(item, YamlText) and item.text.strip() for item in items):
            self.report("CF206", value.span, key=self.keys[key].text)
        return tuple(item for item in items if isinstance(item, YamlText) and item.text.strip())

    def pairs(self, key: str) -> Sequence[tuple[YamlText, YamlText]]:
        """Lines of ``name: text`` below the key, none of them empty."""
        value = self.values.get(key)
        if value is None:
            return ()
        entries = value.entries if isinstance(value, YamlMap) else ()
        pairs = [(name, text) for name, text in entries if isinstance(text, YamlText) and text.text.strip()]
        if not entries or len(pairs) < len(entries):
            self.report("CF220", value.span, key=self.keys[key].text)
        return pairs

    def names(self, key: str) -> Sequence[str]:
        """People: a list, or one line with 、 or commas between them."""
        value = self.values.get(key)
        if isinstance(value, YamlText) and value.text.strip():
            return tuple(name.strip() for name in re.split("[、，,]", value.text) if name.strip())
        return tuple(item.text.strip() for item in self.texts(key))

    def report(self, code: str, span: Span, **values: str | int) -> None:
        """Say that something is wrong at a place."""
        self.problems.append(Problem(code=code, span=span, values=values))


def read_fields(document: YamlMap, scope: str, problems: list[Problem]) -> Fields:
    """The document's fields; unknown keys, and one key under two names, are reported."""
    values: dict[str, YamlValue] = {}
    keys: dict[str, YamlText] = {}
    for key, value in document.entries:
        id = words.find(scope, key.text)
        if id is None:
            problems.append(_unknown(scope, key))
        elif id in keys:
            about: dict[str, str | int] = {"key": key.text, "other": keys[id].text, "first": keys[id].span.line}
            problems.append(Problem(code="CF203", span=key.span, values=about))
        else:
            keys[id], values[id] = key, value
    return Fields(values=values, keys=keys, span=document.span, problems=problems)


def _unknown(scope: str, key: YamlText) -> Problem:
    guess = words.guess(scope, key.text)
    known = ", ".join(f"{words.name(scope, id, 'en')} ({words.name(scope, id, 'zh')})" for id in WORDS[scope])
    code = "CF201" if guess else "CF202"
    return Problem(code=code, span=key.span, values={"key": key.text, "guess": guess, "known": known})
