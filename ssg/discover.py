"""The folders that a run is asked for → Sources: settings, chapters in order, and the files beside them.

The only step that reads. It stays inside each course's folder, follows no link out of it, opens nothing but ordinary
files, and says what it leaves aside.
"""

from __future__ import annotations

# os.path says no where a Path raises: for a folder that may not be entered and for a name that is too long.
# ruff: noqa: PTH110, PTH112, PTH208 - so it is os.path that asks here
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ssg.companions import ASIDE, Companions, read_companions
from ssg.editions import edition, orphans, undeclared, without_translations
from ssg.listing import Listing, list_folder
from ssg.model import Settings, Source
from ssg.parse.metadata.course_yaml import CourseFile, read_course_yaml
from ssg.parse.metadata.translation import read_translation
from ssg.parse.metadata.yaml_text import YamlText
from ssg.problems import Problem, Span, closest
from ssg.text_file import read_text

CONTENT = "content"
COURSE_FILE = "course.yaml"
LOCK_FILE = "course.lock"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """One course as found. ``path`` is its folder as problems name it; ``assets`` are its other files, unread.

    ``theme`` is where the course names its theme; ``lock`` is what was last published. ``editions`` are its
    translations; in one of those ``originals`` tells of each chapter which one it stands for, by their paths.
    """

    path: str
    settings: Settings
    settings_source: Source
    theme: Span
    chapters: Sequence[Source]
    companions: Companions
    assets: Mapping[str, Path]
    lock: Source | None
    editions: Sequence[Sources] = ()
    originals: Mapping[str, str] = field(default_factory=dict)

    def all(self) -> Sequence[Sources]:
        """The course and its translations."""
        return [self, *self.editions]

    def translated(self) -> Sequence[str]:
        """The paths of the chapters that this edition has in its own language."""
        return [path for path, original in self.originals.items() if path != original]


def discover(courses: Sequence[str], start: Path) -> tuple[list[Sources], list[Problem]]:
    """The courses asked for, by folder or by name below ``content``, or all of those; ``start`` is where we run."""
    problems: list[Problem] = []
    folders = _asked_for(courses, start, problems) if courses else _all_courses(start, problems)
    found = [_read_course(folder, _shown(folder, start), problems) for folder in folders]
    problems.extend(_same_ids(found))
    return found, problems


def read_asset(asset: Path, span: Span) -> bytes | Problem:
    """The bytes of a file that a chapter refers to at ``span``."""
    try:
        return asset.read_bytes()
    except OSError as error:
        return Problem(code="CF005", span=span, values={"name": asset.name, "reason": error.strerror or str(error)})


# Which folders


def _asked_for(courses: Sequence[str], start: Path, problems: list[Problem]) -> list[Path]:
    folders: dict[Path, Path] = {}
    for course in courses:
        folder = next((each for each in (start / course, start / CONTENT / course) if os.path.isdir(each)), None)
        if folder is not None and folder.resolve() == (start / CONTENT).resolve():
            folders |= {each.resolve(): each for each in _all_courses(start, problems)}
        elif folder is not None:
            folders.setdefault(folder.resolve(), folder)
        elif os.path.exists(start / course):
            problems.append(Problem(code="CF021", span=Span(path=course, line=1)))
        else:
            known = [folder.name for folder in _folders(start / CONTENT)]
            values: dict[str, str | int] = {
                "name": course,
                "guess": closest(course, known),
                "known": "、".join(known[:20]) or "–",
            }
            problems.append(Problem(code="CF001", span=Span(path=course, line=1), values=values))
    return list(folders.values())


def _all_courses(start: Path, problems: list[Problem]) -> list[Path]:
    folders = []
    for folder in _folders(start / CONTENT):
        names = {name.casefold() for name in _names(folder)}
        if COURSE_FILE in names or any(name.endswith(".md") for name in names):
            folders.append(folder)
        else:
            problems.append(Problem(code="CF022", span=Span(path=_shown(folder, start), line=1)))
    if not folders:
        problems.append(Problem(code="CF002", span=Span(path=CONTENT, line=1)))
    return folders


def _folders(content: Path) -> list[Path]:
    return [content / name for name in _names(content) if os.path.isdir(content / name) and name[0] not in "._"]


def _names(folder: Path) -> list[str]:
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


def _shown(folder: Path, start: Path) -> str:
    """The folder as its author would type it."""
    try:
        return folder.resolve().relative_to(start.resolve()).as_posix()
    except ValueError:
        return folder.as_posix()


# One course


def _read_course(folder: Path, path: str, problems: list[Problem]) -> Sources:
    listing, faults = list_folder(folder.resolve(), path)
    problems.extend(faults)
    source, course = _read_settings(listing, path, folder.resolve().name, problems)
    languages = course.settings.languages
    problems.extend(undeclared(listing, course.settings.language, languages, path))
    problems.extend(orphans(listing, languages, path))
    own = without_translations(listing, languages)
    chapters = _chapters(own, course, path, problems)
    texts = [text for name in chapters if (text := read_text(own.files[name], f"{path}/{name}", problems))]
    companions = read_companions(own, path, texts, problems)
    problems.extend(_unused(own, companions, path))
    if not chapters and not course.chapters and not faults:
        problems.append(Problem(code="CF004", span=Span(path=path, line=1)))
    original = Sources(
        path=path,
        settings=course.settings,
        settings_source=source,
        theme=course.theme,
        chapters=texts,
        companions=companions,
        assets={name: file for name, file in own.files.items() if _is_asset(name)},
        lock=_lock(own, path, problems),
    )
    editions = [_edition(edition(listing, each), each, chapters, original, problems) for each in languages]
    return replace(original, editions=editions)


def _edition(
    listing: Listing, language: str, chapters: Sequence[str], original: Sources, problems: list[Problem]
) -> Sources:
    """The course in another language; what is not translated yet is there in the original's."""
    path, texts, originals = original.path, [], {}
    for name in chapters:
        shown = f"{path}/{listing.real(name)}"
        if name not in listing.names:
            problems.append(_untranslated(name, language, original))
        text = read_text(listing.files[name], shown, problems)
        if text:
            texts.append(text)
            originals[shown] = f"{path}/{name}"
    source, settings = _translated_settings(listing, language, original, problems)
    return replace(
        original,
        settings=settings,
        settings_source=source,
        chapters=texts,
        companions=read_companions(listing, path, texts, problems),
        lock=None,
        originals=originals,
    )


def _untranslated(name: str, language: str, original: Sources) -> Problem:
    values: dict[str, str | int] = {"name": name, "language": language}
    values["translation"] = f"{name.removesuffix('.md')}.{language}.md"
    return Problem(code="TR002", span=Span(path=f"{original.path}/{name}", line=1), values=values)


def _translated_settings(
    listing: Listing, language: str, original: Sources, problems: list[Problem]
) -> tuple[Source, Settings]:
    name = listing.names.get(COURSE_FILE)
    shown = f"{original.path}/{name}"
    source = read_text(listing.files[COURSE_FILE], shown, problems) if name else None
    if source is None:
        if not name:
            wanted = COURSE_FILE.replace(".yaml", f".{language}.yaml")
            place = Span(path=original.settings.path, line=1)
            problems.append(Problem(code="TR007", span=place, values={"name": wanted}))
        return original.settings_source, replace(original.settings, language=language)
    settings, faults = read_translation(source, original.settings, language)
    problems.extend(faults)
    return source, settings


def _lock(listing: Listing, path: str, problems: list[Problem]) -> Source | None:
    if LOCK_FILE not in listing.files:
        return None
    return read_text(listing.files[LOCK_FILE], f"{path}/{LOCK_FILE}", problems)


def _read_settings(listing: Listing, path: str, folder: str, problems: list[Problem]) -> tuple[Source, CourseFile]:
    shown = f"{path}/{COURSE_FILE}"
    if COURSE_FILE in listing.files:
        source = read_text(listing.files[COURSE_FILE], shown, problems)
        if source:
            course, faults = read_course_yaml(source, folder)
            problems.extend(faults)
            return source, course
    elif COURSE_FILE not in listing.refused:
        other = next((name for name in listing.files if name.casefold() in ("course.yml", COURSE_FILE)), "")
        code = "CF023" if other else "CF003"
        problems.append(Problem(code=code, span=Span(path=shown, line=1), values={"folder": path, "name": other}))
    source = Source(path=shown, text="")
    return source, read_course_yaml(source, folder)[0]


def _chapters(listing: Listing, course: CourseFile, path: str, problems: list[Problem]) -> list[str]:
    """The chapter files in the course's order."""
    present = [name for name in listing.files if name.endswith(".md") and "/" not in name]
    chapters = [name for name in present if name.casefold() not in ASIDE]
    for name in listing.files:
        if not name.endswith(".md") and name.casefold().endswith((".md", ".markdown", ".mdown")):
            problems.append(Problem(code="CF025", span=Span(path=f"{path}/{name}", line=1), values={"name": name}))
    if not course.chapters:
        return chapters
    listed = list(_listed(course.chapters, chapters, listing, problems))
    for name in chapters:
        if name not in listed:
            span = Span(path=f"{path}/{name}", line=1)
            problems.append(Problem(code="CF012", span=span, values={"name": name}))
    return listed


def _unused(listing: Listing, companions: Companions, path: str) -> Iterator[Problem]:
    """Markdown in sub-folders that no chapter includes."""
    for name in listing.files:
        if name.endswith(".md") and "/" in name and name not in companions.included:
            yield Problem(code="CF017", span=Span(path=f"{path}/{name}", line=1))


def _listed(
    entries: Sequence[YamlText], chapters: Sequence[str], listing: Listing, problems: list[Problem]
) -> Iterator[str]:
    seen: dict[str, YamlText] = {}
    for entry in entries:
        name = next((each for each in (entry.text, f"{entry.text}.md") if each in chapters), None)
        if name is not None and name not in seen:
            seen[name] = entry
            yield name
        elif name is not None:
            values: dict[str, str | int] = {"name": entry.text, "first": seen[name].span.line}
            problems.append(Problem(code="CF019", span=entry.span, values=values))
        elif entry.text not in listing.refused:
            guess = closest(entry.text, [each for each in chapters if each not in seen])
            values = {"name": entry.text, "guess": guess, "known": "、".join(chapters[:20]) or "–"}
            code = "CF018" if "/" in entry.text or "\\" in entry.text else "CF011"
            problems.append(Problem(code=code, span=entry.span, values=values))


def _is_asset(name: str) -> bool:
    return not name.endswith(".md") and name not in (COURSE_FILE, LOCK_FILE)


def _same_ids(courses: Sequence[Sources]) -> Iterator[Problem]:
    first: dict[str, Sources] = {}
    for course in courses:
        other = first.setdefault(course.settings.id.casefold(), course)
        if other is not course:
            values: dict[str, str | int] = {"id": course.settings.id, "path": other.settings.path}
            yield Problem(code="CF212", span=Span(path=course.settings.path, line=1), values=values)
