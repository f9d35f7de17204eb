"""JSON Schemas of the small YAML documents that authors write, made from the keyword table and ``schemas/keys.toml``.

They say what the readers in ``ssg/parse/metadata`` accept, so that an editor completes keys and marks what a build
would refuse. Every name of a key stands in them, described in its own language.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import combinations

from ssg.model import Json
from ssg.parse.keywords import WORDS
from ssg.parse.metadata.frontmatter import MOST_MINUTES
from ssg.parse.metadata.languages import ALIASES, LANGUAGES
from ssg.problems import catalogue
from ssg.theme import theme_names

FILES: Mapping[str, str] = {
    "course": "course.schema.json",
    "translation": "course-translation.schema.json",
    "front_matter": "front-matter.schema.json",
}
"""The file of each scope."""

TITLES: Mapping[str, str] = {
    "course": "course.yaml: a course",
    "translation": "course.LANGUAGE.yaml: a course in another language",
    "front_matter": "Front matter of a chapter",
}
_DIGITS = r"^\s*\d{1,6}\s*(%|分钟|分|[mM]in(ute)?s?)?\s*$"
_PLAIN_ID = r"^[^\s/:\\#.,_-]([^\s/:\\#,]{0,62}[^\s/:\\#.,_-])?$"


def schema(scope: str) -> Json:
    """The schema of a scope: JSON Schema 2020-12."""
    rows = WORDS[scope]
    made: dict[str, Json] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:coursewright:{FILES[scope].removesuffix('.schema.json')}:1",
        "title": TITLES[scope],
        "type": "object",
        "properties": {name: _described(scope, id, language) for id in rows for name, language in _named(scope, id)},
        "patternProperties": {_any_case(name): {"$ref": f"#/$defs/{id}"} for id in rows for name in _names(scope, id)},
        "additionalProperties": False,
        "allOf": [{"not": {"required": list(pair)}} for id in rows for pair in combinations(_names(scope, id), 2)],
        "$defs": {id: forms()[keys()[scope][id]["form"]] for id in rows},
    }
    if scope == "course":
        made["anyOf"] = [{"required": [name]} for name in _names(scope, "title")]
    return made


def _described(scope: str, id: str, language: str) -> Json:
    return {"$ref": f"#/$defs/{id}", "description": keys()[scope][id][language]}


@cache
def keys() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """By scope and id: the form of a key and what it is for, in both languages."""
    return tomllib.loads((files("ssg.schemas") / "keys.toml").read_text(encoding="utf-8"))


def forms() -> Mapping[str, Json]:
    """What the readers take as a value, by the name of its form."""
    text: Json = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
    texts: Json = {"type": "array", "minItems": 1, "items": text}
    language: Json = {"type": "string", "enum": [*LANGUAGES, *ALIASES]}
    return {
        "text": text,
        "id": {"type": ["string", "integer"], "pattern": _PLAIN_ID},
        "language": language,
        "languages": {"type": "array", "minItems": 1, "items": language},
        "theme": {"enum": list(theme_names())},
        "percent": _number(0, 100),
        "minutes": _number(1, MOST_MINUTES),
        "texts": texts,
        "names": {"anyOf": [text, texts]},
        "pairs": {"type": "object", "minProperties": 1, "additionalProperties": text},
        "checks": _checks(),
        "packs": {"type": "array", "minItems": 1, "items": _keyword("pack")},
        "paper": _keyword("paper"),
    }


def _keyword(scope: str) -> Json:
    names = "|".join(_loose(name) for id in WORDS[scope] for name in _names(scope, id))
    return {"type": "string", "pattern": rf"^\s*({names})\s*$"}


def _number(lowest: int, highest: int) -> Json:
    number: Json = {"type": "integer", "minimum": lowest, "maximum": highest}
    return {"anyOf": [number, {"type": "string", "pattern": _DIGITS}]}


def _checks() -> Json:
    """Every code that may be weighed, with a word for its weight; a reason may follow."""
    levels = "|".join(_loose(name) for id in WORDS["severity"] for name in _names("severity", id))
    level: Json = {"type": ["string", "boolean"], "pattern": rf"^\s*({levels})([\s，,：:；;。—]|$)"}
    weighed = [code for code, entry in catalogue().items() if entry.severity != "error"]
    return {
        "type": "object",
        "minProperties": 1,
        "properties": dict.fromkeys(weighed, level),
        "additionalProperties": False,
    }


def _named(scope: str, id: str) -> Iterator[tuple[str, str]]:
    for names, language in zip(WORDS[scope][id], ("zh", "en"), strict=True):
        yield from ((name, language) for name in names.split("|"))


def _names(scope: str, id: str) -> Iterator[str]:
    return (name for name, _ in _named(scope, id))


def _any_case(name: str) -> str:
    return f"^{_loose(name)}$"


def _loose(name: str) -> str:
    """A pattern for a name as keywords are compared: in any case, with or without its spaces."""
    return "".join(_any_width(mark) for mark in name)


def _any_width(mark: str) -> str:
    if mark == " ":
        return " *"
    return f"[{mark.lower()}{mark.upper()}]" if mark.isascii() and mark.isalpha() else mark
