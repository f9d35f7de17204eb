"""Problems as SARIF 2.1.0, which code hosts and editors show beside the lines."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from urllib.parse import quote

from ssg import __version__
from ssg.explain import explain
from ssg.messages import Texts, in_order, sentences
from ssg.model import Json
from ssg.problems import Language, Problem, Severity, Span, catalogue, severity
from ssg.say import user_language

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
TAGS: Mapping[Language, str] = {"zh": "zh-CN", "en": "en-US"}


def as_sarif(problems: Sequence[Problem], texts: Texts) -> str:
    """The problems of a run and the rules they break; paths count from the folder of the run."""
    found = in_order(problems)
    codes = sorted({problem.code for problem in found})
    driver: Json = {
        "name": "Coursewright",
        "version": __version__,
        "language": TAGS[user_language()],
        "rules": [_rule(code, user_language()) for code in codes],
    }
    run: Json = {
        "tool": {"driver": driver},
        "columnKind": "utf16CodeUnits",
        "results": [_result(problem, codes.index(problem.code), texts) for problem in found],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(code: str, language: Language) -> Json:
    other: Language = "en" if language == "zh" else "zh"
    pages = [explain(code, each) for each in (language, other)]
    title = pages[0].partition("\n")[0].removeprefix(f"## {code} ")
    return {
        "id": code,
        "shortDescription": {"text": title},
        "help": {"text": "\n".join(pages), "markdown": "\n".join(pages)},
        "defaultConfiguration": {"level": LEVELS[catalogue()[code].severity]},
    }


def _result(problem: Problem, rule: int, texts: Texts) -> Json:
    span = problem.span
    message, fix = sentences(problem, texts.language(span.path))
    place: Json = {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(span.path)},
            "region": _region(span, texts.line(span.path, span.line)),
        }
    }
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": LEVELS[severity(problem)],
        "message": {"text": f"{message} {fix}"},
        "locations": [place],
    }


def _region(span: Span, line: str) -> Json:
    """The place in UTF-16 units, as editors count: a character beyond the first plane takes two."""
    start, end = span.column - 1, span.column - 1 + span.length
    column = _units(line[:start]) + 1
    region = {"startLine": span.line, "startColumn": column}
    return region | ({"endColumn": column + _units(line[start:end])} if span.length else {})


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
