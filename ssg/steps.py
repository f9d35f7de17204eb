"""The steps of a build as the commands take them: each shows its progress and adds what it finds to the problems."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ssg import assemble as assembling
from ssg import chapters as reading
from ssg import check as checking
from ssg import discover as discovering
from ssg.chapters import ReadCourse, speech
from ssg.discover import Sources
from ssg.locales import word_faults
from ssg.messages import Texts, as_text
from ssg.model import Course, Site
from ssg.problems import Problem, severity
from ssg.say import say
from ssg.terminal import ProgressLine, shows_colour
from ssg.theme import load_theme, theme_names


@dataclass(slots=True)
class Work:
    """One run: the folder it started in, its progress, and what it has found so far."""

    start: Path
    progress: ProgressLine
    problems: list[Problem] = field(default_factory=list)
    sources: list[Sources] = field(default_factory=list)

    def add(self, problems: Iterable[Problem]) -> None:
        """Take in what was found, as much as the courses let it weigh."""
        self.problems += [weighed for problem in problems for weighed in self._weighed(problem)]

    def _weighed(self, problem: Problem) -> Sequence[Problem]:
        course = next((each for each in self.sources if problem.span.path.startswith(f"{each.path}/")), None)
        ruling = course.settings.checks.get(problem.code) if course else None
        if ruling is None:
            return [problem]
        return [replace(problem, level=ruling.severity)] if ruling.severity else []

    @property
    def failed(self) -> bool:
        """Whether an error was found, so that nothing may be written."""
        return any(severity(problem) == "error" for problem in self.problems)


def discover(names: Sequence[str], work: Work) -> list[Sources]:
    """The courses asked for."""
    work.sources, problems = discovering.discover(names, work.start)
    work.add([*problems, *_theme_faults(work.sources)])
    return work.sources


def parse(sources: Sequence[Sources], work: Work) -> list[ReadCourse]:
    """Their texts as chapters: prose as safe HTML, blocks as values."""
    courses: list[ReadCourse] = []
    for course in sources:
        work.progress.show(say("reading", name=course.path))
        read, problems = reading.parse(course)
        work.add(problems)
        courses.append(read)
    return courses


def assemble(sources: Sequence[Sources], chapters: Sequence[ReadCourse], work: Work) -> list[Course]:
    """Each course with its chapters and the files they show."""
    courses = []
    for course_sources, read in zip(sources, chapters, strict=True):
        work.progress.show(say("checking", name=course_sources.settings.title))
        course, problems = assembling.assemble(course_sources, read)
        work.add(problems)
        courses.append(course)
    return courses


def check(courses: Sequence[Course], work: Work) -> None:
    """What only whole courses can tell."""
    for course in courses:
        work.add(checking.check(course))


def render(courses: Sequence[Course], work: Work) -> Site:
    """The pages."""
    from ssg import render as rendering  # its templates cost time that a mere check need not spend

    work.progress.show(say("rendering"))
    return rendering.render(courses)


def print_problems(work: Work) -> None:
    """All problems of the run, as its trainers see them."""
    for line in as_text(work.problems, texts(work.sources), shows_colour(sys.stdout)):
        print(line)


def texts(sources: Sequence[Sources]) -> Texts:
    """What the messages quote, and in which language."""
    everything = [edition for course in sources for edition in course.all()]
    read = [
        source
        for course in everything
        for source in (course.settings_source, *course.chapters, *course.companions.sources())
    ]
    read += [course.lock for course in sources if course.lock]
    return Texts(
        by_path={source.path: source.text for source in read},
        languages={
            **{path: speech(course.settings) for course in everything for path in course.translated()},
            **{course.settings.path: speech(course.settings) for course in everything},
            **{course.path: speech(course.settings) for course in sources},
        },
    )


def _theme_faults(courses: Sequence[Sources]) -> Iterator[Problem]:
    """Themes that do not exist, and words that those lack which do."""
    known = theme_names()
    wanted = set()
    for course in courses:
        theme = course.settings.theme
        if theme in known:
            wanted |= {(theme, each.settings.language) for each in course.all()}
        else:
            yield Problem(code="CF213", span=course.theme, values={"value": theme, "known": "、".join(known)})
    for theme, language in sorted(wanted):
        yield from word_faults(load_theme(theme), language)
