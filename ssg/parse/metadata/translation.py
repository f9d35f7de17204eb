"""``course.en.yaml``: what a course says about itself in another language; the rest is as in ``course.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ssg.model import Objective, Settings, Source
from ssg.parse.metadata.fields import Fields, read_fields
from ssg.parse.metadata.yaml_text import read_yaml
from ssg.problems import Problem, closest


def read_translation(source: Source, original: Settings, language: str) -> tuple[Settings, list[Problem]]:
    """The settings of the translation; what the file does not say stays in the original's words."""
    document, problems = read_yaml(source.text, source.path)
    fields = read_fields(document, "translation", problems)
    settings = replace(
        original,
        path=source.path,
        language=language,
        title=fields.text("title", original.title),
        description=fields.text("description", original.description),
        audience=fields.text("audience", original.audience),
        author=fields.text("author", original.author),
        licence=fields.text("licence", original.licence),
        objectives=_objectives(fields, original.objectives),
    )
    return settings, problems


def _objectives(fields: Fields, original: Mapping[str, Objective]) -> dict[str, Objective]:
    objectives = dict(original)
    for id, text in fields.pairs("objectives"):
        name = id.text.strip()
        if name in original:
            objectives[name] = replace(original[name], text=text.text.strip())
        else:
            fields.report("TR006", id.span, name=name, guess=closest(name, list(original)))
    return objectives
