"""The ``checks`` of ``course.yaml``: how much a course lets a code weigh, and why: ``RP504: 关，绕路正是要教的``."""

from __future__ import annotations

import re

from ssg.model import Ruling
from ssg.parse import words
from ssg.parse.metadata.fields import Fields
from ssg.parse.metadata.yaml_text import YamlText
from ssg.problems import Severity, catalogue, closest

_SEVERITY_AND_REASON = re.compile(r"\s*([^，,：:；;。—\s]*)[\s，,：:；;。—]*(.*)", re.DOTALL)
_SEVERITIES: dict[str, Severity] = {"warning": "warning", "info": "info"}


def read_rulings(fields: Fields) -> dict[str, Ruling]:
    """The rulings by code. Errors keep their weight, since what they mean would reach a trainee."""
    found = ((name.text.strip().upper(), name, text) for name, text in fields.pairs("checks"))
    return {code: ruling for code, name, text in found if (ruling := _read(code, name, text, fields))}


def _read(code: str, name: YamlText, text: YamlText, fields: Fields) -> Ruling | None:
    entry = catalogue().get(code)
    if entry is None:
        fields.report("CF221", name.span, name=code, guess=closest(code, list(catalogue())))
    elif entry.severity == "error":
        fields.report("CF222", name.span, name=code)
    else:
        return _ruling(name, text, fields)
    return None


def _ruling(name: YamlText, text: YamlText, fields: Fields) -> Ruling | None:
    parts = _SEVERITY_AND_REASON.match(text.text)
    assert parts is not None  # every part of the pattern may be empty
    word = words.find("severity", parts[1])
    if word is None:
        known = "、".join(f"{zh} ({en})" for zh, en in zip(*_names(), strict=True))
        fields.report("CF223", text.span, value=parts[1], known=known)
        return None
    if not parts[2].strip():
        fields.report("CF224", text.span, value=text.text.strip())
    return Ruling(severity=_SEVERITIES.get(word), reason=parts[2].strip(), span=name.span)


def _names() -> tuple[list[str], list[str]]:
    return words.names("severity", "zh"), words.names("severity", "en")
