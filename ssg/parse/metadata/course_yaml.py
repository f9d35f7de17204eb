"""``course.yaml``: what a course says about itself, checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ssg.claims import own_claim
from ssg.model import Mention, Objective, Settings, Source
from ssg.parse.metadata.fields import Fields, read_fields
from ssg.parse.metadata.identifier import read_id
from ssg.parse.metadata.languages import read_language, read_languages
from ssg.parse.metadata.packs import read_packs, read_paper
from ssg.parse.metadata.rulings import read_rulings
from ssg.parse.metadata.yaml_text import YamlText, read_yaml
from ssg.problems import Problem, Span

DEFAULT_PASS_MARK = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseFile:
    """The settings of a course and the chapter files it lists; none means all, in the order of their names.

    ``theme`` is the place of the theme's name: whether there is such a theme is known elsewhere.
    """

    settings: Settings
    theme: Span
    chapters: Sequence[YamlText]


def read_course_yaml(source: Source, folder: str) -> tuple[CourseFile, list[Problem]]:
    """The file's settings; ``folder`` is the name of the course folder, and the id where the file gives none.

    What is wrong or missing is reported and replaced by its default, so that the chapters can be read all the same.
    """
    document, problems = read_yaml(source.text, source.path)
    readable = bool(document.entries) or not problems
    fields = read_fields(document, "course", problems)
    if readable and "title" not in fields.values:
        fields.report("CF207", fields.span)
    language = read_language(fields)
    pass_mark = fields.number("pass_mark", 0, 100)
    settings = Settings(
        path=source.path,
        id=read_id(fields, folder, taken=("assets",)),
        title=fields.text("title", folder),
        language=language,
        version=fields.text("version", "1.0"),
        description=fields.text("description"),
        audience=fields.text("audience"),
        author=fields.text("author"),
        licence=fields.text("licence"),
        pass_mark=DEFAULT_PASS_MARK if pass_mark is None else pass_mark,
        theme=fields.text("theme", "base"),
        languages=read_languages(fields, language),
        objectives=_objectives(fields),
        skills=[Mention(name=skill.text.strip(), span=skill.span) for skill in fields.texts("skills")],
        checks=read_rulings(fields),
        packs=read_packs(fields),
        paper=read_paper(fields),
        claims=[own_claim(words.text.strip(), instead.text.strip()) for words, instead in fields.pairs("claims")],
    )
    return CourseFile(settings=settings, theme=fields.place("theme"), chapters=fields.texts("chapters")), problems


def _objectives(fields: Fields) -> dict[str, Objective]:
    return {
        id.text.strip(): Objective(id=id.text.strip(), text=text.text.strip(), span=id.span)
        for id, text in fields.pairs("objectives")
    }
