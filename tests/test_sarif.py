"""SARIF as code hosts read it: the shape of version 2.1.0, UTF-16 columns, addresses that are addresses."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
from command import Files, Run

TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
POSITIVE = {"type": "integer", "minimum": 1}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
REGION = {
    "type": "object",
    "required": ["startLine", "startColumn"],
    "additionalProperties": False,
    "properties": {"startLine": POSITIVE, "startColumn": POSITIVE, "endColumn": POSITIVE},
}
PLACE = {
    "type": "object",
    "required": ["artifactLocation", "region"],
    "properties": {
        "artifactLocation": {"properties": {"uri": {"type": "string", "pattern": "^[A-Za-z0-9%/._~-]+$"}}},
        "region": REGION,
    },
}
RESULT = {
    "type": "object",
    "required": ["ruleId", "ruleIndex", "level", "message", "locations"],
    "additionalProperties": False,
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": LEVEL,
        "message": TEXT,
        "locations": {
            "type": "array",
            "minItems": 1,
            "items": {"properties": {"physicalLocation": PLACE}, "required": ["physicalLocation"]},
        },
    },
}
RULE = {
    "type": "object",
    "required": ["id", "shortDescription", "help", "defaultConfiguration"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "string"},
        "shortDescription": TEXT,
        "help": {**TEXT, "required": ["text", "markdown"]},
        "defaultConfiguration": {"properties": {"level": LEVEL}, "required": ["level"]},
    },
}
DRIVER = {
    "type": "object",
    "required": ["name", "version", "language", "rules"],
    "properties": {"language": {"pattern": "^[a-z]{2}-[A-Z]{2}$"}, "rules": {"type": "array", "items": RULE}},
}
SARIF: dict[str, Any] = {
    "type": "object",
    "required": ["$schema", "version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "maxItems": 1,
            "items": {
                "type": "object",
                "required": ["tool", "columnKind", "results"],
                "properties": {
                    "columnKind": {"const": "utf16CodeUnits"},
                    "tool": {"required": ["driver"], "properties": {"driver": DRIVER}},
                    "results": {"type": "array", "items": RESULT},
                },
            },
        },
    },
}
"""What the standard requires of the parts that we write, and no part that it does not know."""


def checked(coursewright: Run, files: Files, chapter: str) -> dict[str, Any]:
    """The run that a check of the chapter writes."""
    files({"content/空调 一/course.yaml": "title: 例子\nid: a\n", "content/空调 一/01-a.md": chapter})
    done = coursewright("check", "--format", "sarif", LANG="zh_CN.UTF-8")
    log = json.loads(done.stdout)
    jsonschema.validate(log, SARIF)
    run: dict[str, Any] = log["runs"][0]
    return run


def test_problems_are_results_at_their_places(coursewright: Run, files: Files) -> None:
    run = checked(coursewright, files, "# 一\n\n😀 先听完<br>再开口 [x](ftp://example.com)\n")
    found = {result["ruleId"]: result for result in run["results"]}
    assert set(found) == {"MD418", "LK002"}
    place = found["MD418"]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "content/%E7%A9%BA%E8%B0%83%20%E4%B8%80/01-a.md"
    assert place["region"] == {"startLine": 3, "startColumn": 7, "endColumn": 11}  # the face takes two units
    assert found["MD418"]["level"] == "warning" and found["LK002"]["level"] == "error"


def test_rules_are_those_in_use_and_explained_in_both_languages(coursewright: Run, files: Files) -> None:
    run = checked(coursewright, files, "# 一\n\n先听完<br>再开口\n")
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["MD418"]
    assert "会原样显示" in rules[0]["help"]["text"] and "shows as typed" in rules[0]["help"]["text"]
    assert run["results"][0]["ruleIndex"] == 0


def test_a_clean_course_has_no_results(coursewright: Run, files: Files) -> None:
    assert checked(coursewright, files, "# 一\n\n先听完。\n")["results"] == []
