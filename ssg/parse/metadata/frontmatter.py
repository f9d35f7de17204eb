"""The lines between ``---`` that open a chapter file: its title, time, objectives and id.

Front matter is read for all chapters before any of their texts, because links between chapters need every id.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ssg.model import Mention, Source
from ssg.pages import PAGES
from ssg.parse.metadata.fields import read_fields
from ssg.parse.metadata.identifier import read_id, slug
from ssg.parse.metadata.yaml_text import read_yaml
from ssg.problems import Problem, Span

MOST_MINUTES = 6_000
FENCE = "---"
# What stands at the top of a file whose author meant front matter: typed in full width, or behind an empty line.
NEARLY_FENCE = re.compile(r"\s*([-－—–]{2,})[ \t]*\n\s*[^\s:：]{1,20}[:：]")


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What a chapter file says about itself. ``body`` is its text, with empty lines where the front matter stood."""

    id: str
    title: str
    minutes: int | None
    objectives: Sequence[Mention]
    audience: str
    reviewed_by: Sequence[str]
    body: str


def read_front_matters(sources: Sequence[Source]) -> tuple[list[FrontMatter], list[Problem]]:
    """The front matter of a course's chapters, in their order."""
    problems: list[Problem] = []
    return [_read(source, problems) for source in sources], problems


def _read(source: Source, problems: list[Problem]) -> FrontMatter:
    yaml, body = _split(source, problems)
    document, faults = read_yaml(yaml, source.path, first_line=2)
    problems.extend(faults)
    fields = read_fields(document, "front_matter", problems)
    name = source.path.rpartition("/")[2]
    return FrontMatter(
        id=read_id(fields, slug(name), taken=PAGES),
        title=fields.text("title"),
        minutes=fields.number("minutes", 1, MOST_MINUTES),
        objectives=[Mention(name=item.text.strip(), span=item.span) for item in fields.texts("objectives")],
        audience=fields.text("audience"),
        reviewed_by=fields.names("reviewed_by"),
        body=body,
    )


def _split(source: Source, problems: list[Problem]) -> tuple[str, str]:
    """The YAML and the body; both keep their line numbers."""
    lines = source.text.split("\n")
    if lines[0].rstrip() != FENCE:
        if found := NEARLY_FENCE.match(source.text):
            span = Span(path=source.path, line=source.text.count("\n", 0, found.start(1)) + 1, length=len(found[1]))
            problems.append(Problem(code="CF217", span=span))
        return "", source.text
    end = next((at for at in range(1, len(lines)) if lines[at].rstrip() == FENCE), None)
    if end is None:
        problems.append(Problem(code="CF210", span=Span(path=source.path, line=1, length=len(FENCE))))
        return "", source.text
    return "\n".join(lines[1:end]), "\n" * (end + 1) + "\n".join(lines[end + 1 :])
