"""Safe YAML for the small documents that authors write: every value is text, a list or a mapping, and knows its place.

We read YAML's events, not its objects: nothing is resolved, so ``no``, ``1:30``, ``010`` and dates stay what was typed,
and depth is bounded before anything recurses (PyYAML's composer kills the process on 100,000 brackets).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml

from ssg.parse.metadata.yaml_slips import explain, looks_wrong, lost_words
from ssg.problems import Problem, Span

LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
CURLY = re.compile("“[^“”]+”|‘[^‘’]+’")
DEEPEST = 8
MOST_VALUES = 5_000
LONGEST = 200_000
# What YAML allows in a file, less the line breaks that editors do not count (we keep their line numbers).
FOREIGN = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class YamlText:
    """A scalar, as typed; an empty value is an empty text."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class YamlList:
    """A sequence."""

    items: Sequence[YamlValue]
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class YamlMap:
    """A mapping in the author's order; its keys differ."""

    entries: Sequence[tuple[YamlText, YamlValue]]
    span: Span


YamlValue = YamlText | YamlList | YamlMap


class _Fault(Exception):
    """The document cannot be read further."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def read_yaml(text: str, path: str, first_line: int = 1) -> tuple[YamlMap, list[Problem]]:
    """The mapping that the text holds, empty where it cannot be read; ``first_line`` is the text's line in its file."""
    builder = _Builder(path=path, first_line=first_line, problems=[])
    if faults := list(builder.foreign(text)):
        return builder.nothing, faults
    try:
        found = builder.read(text)
        builder.problems.extend(lost_words(text, path, first_line))
    except _Fault as fault:
        return builder.nothing, [fault.problem]
    except yaml.YAMLError as error:
        return builder.nothing, list(explain(text, error, path, first_line))
    if isinstance(found, YamlMap):
        return found, builder.problems
    return builder.nothing, list(looks_wrong(text, path, first_line)) or [Problem(code="CF109", span=found.span)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Builder:
    """YAML's events → values, with an explicit stack in place of recursion."""

    path: str
    first_line: int
    problems: list[Problem]

    @property
    def nothing(self) -> YamlMap:
        return YamlMap(entries=(), span=Span(path=self.path, line=self.first_line))

    def foreign(self, text: str) -> Iterator[Problem]:
        """Characters that no YAML file may hold, and files that no author wrote."""
        if len(text) > LONGEST:
            span = Span(path=self.path, line=self.first_line)
            yield Problem(code="CF108", span=span, values={"limit": LONGEST})
        for found in FOREIGN.finditer(text):
            line = text.count("\n", 0, found.start())
            column = found.start() - (text.rfind("\n", 0, found.start()) + 1)
            span = Span(path=self.path, line=self.first_line + line, column=column + 1, length=1)
            yield Problem(code="CF111", span=span, values={"number": f"U+{ord(found[0]):04X}"})

    def read(self, text: str) -> YamlValue:
        """The document's value; what stands in front of its end but cannot be used is a fault."""
        root: YamlValue = self.nothing
        stack: list[tuple[yaml.Event, list[YamlValue]]] = []
        documents = values = 0
        for event in yaml.parse(text, Loader=LOADER):
            documents += isinstance(event, yaml.DocumentStartEvent)
            values += isinstance(event, yaml.NodeEvent)
            if documents > 1:
                raise _Fault(Problem(code="CF114", span=self.span(event)))
            if len(stack) > DEEPEST or values > MOST_VALUES:
                raise _Fault(Problem(code="CF108", span=self.span(event), values={"limit": LONGEST}))
            if isinstance(event, yaml.NodeEvent):
                self.refuse_marks(event)
            if isinstance(event, yaml.CollectionStartEvent):
                stack.append((event, []))
                continue
            if isinstance(event, yaml.ScalarEvent):
                value: YamlValue = self.scalar(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                value = self.collection(*stack.pop())
            else:
                continue
            if stack:
                stack[-1][1].append(value)
            else:
                root = value
        return root

    def refuse_marks(self, event: yaml.NodeEvent) -> None:
        """Anchors, aliases and tags: they are how YAML documents become bombs, and titles like ``*重点*`` vanish."""
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None or getattr(event, "tag", None) is not None:
            raise _Fault(Problem(code="CF107", span=self.span(event)))

    def scalar(self, event: yaml.ScalarEvent) -> YamlText:
        text, span = event.value, self.span(event)
        if not event.style and CURLY.fullmatch(text):
            self.problems.append(Problem(code="CF110", span=span, values={"text": text, "inner": text[1:-1]}))
        return YamlText(text=text, span=span)

    def collection(self, start: yaml.Event, values: Sequence[YamlValue]) -> YamlList | YamlMap:
        span = self.span(start)
        if isinstance(start, yaml.SequenceStartEvent):
            return YamlList(items=values, span=span)
        entries: dict[str, tuple[YamlText, YamlValue]] = {}
        for key, value in zip(values[::2], values[1::2], strict=True):
            if not isinstance(key, YamlText):
                raise _Fault(Problem(code="CF109", span=key.span))
            first = entries.setdefault(key.text, (key, value))
            if first[0] is not key:
                about: dict[str, str | int] = {"key": key.text, "first": first[0].span.line}
                self.problems.append(Problem(code="CF106", span=key.span, values=about))
        return YamlMap(entries=tuple(entries.values()), span=span)

    def span(self, event: yaml.Event) -> Span:
        start, end = event.start_mark, event.end_mark
        assert start and end, "a parser always marks its events"
        length = end.column - start.column if end.line == start.line else 0
        return Span(path=self.path, line=self.first_line + start.line, column=start.column + 1, length=length)
