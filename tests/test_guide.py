"""The guide is whole: every word of the language, every code and every command has its place, in both languages.

What it shows as source in a ``markdown`` fence stands live below it; sources that cannot, such as files and faults,
stand in fences without a language.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from command import Run

from ssg.code_pages import CHAPTERS, ENDINGS, Pages, chapter
from ssg.parse import words
from ssg.parse.keywords import WORDS
from ssg.parse.words import fold
from ssg.problems import Language, catalogue
from ssg.snippets import SCOPES, sample

GUIDE = Path(__file__).parents[1] / "content" / "guide"
AGAIN = "run: .venv/bin/python -m ssg.code_pages content/guide"

# Where an author looks a word up: the number of the chapter by the scope of the word. Kinds and types are shown live.
KEYS: Mapping[str, int] = {
    "alert": 2,
    "quiz": 3,
    "item": 3,
    "option": 3,
    "roleplay": 4,
    "node": 4,
    "ending": 4,
    "choice": 4,
    "route": 4,
    "worksheet": 5,
    "selfcheck": 5,
    "survey": 5,
    "survey_item": 5,
    "observation": 5,
    "case": 5,
    "case_question": 5,
    "reflection": 5,
    "cards": 5,
    "exercise": 5,
    "course": 8,
    "translation": 8,
    "front_matter": 8,
}
VALUES: Mapping[str, int] = {
    "yes_no": 3,
    "truth": 3,
    "timing": 3,
    "judged": 3,
    "rule": 3,
    "channel": 4,
    "closed": 4,
    "better": 4,
    "me": 4,
    "tested": 4,
    "ending_heading": 4,
    "statement_mark": 5,
    "band": 5,
    "observation_column": 5,
    "severity": 8,
    "paper": 8,
    "pack": 10,
}

_FENCE = re.compile(r"^(?P<fence>`{3,})(?P<info>[^\n`]*)\n(?P<code>.*?)^(?P=fence)$\n?", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"`([^`\n]+)`")
_ID = re.compile(r"^ *- (?:编号：|id: ).*\n", re.MULTILINE)
_LABEL = re.compile(r"^[\s>*|-]*(?:\d+\. )?\[?!?([^：:\]\s]+(?: [^：:\]\s]+)*)")
LANGUAGES: tuple[Language, ...] = ("zh", "en")


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    """Each language of the guide."""
    return "zh" if request.param == "zh" else "en"


def text(number: int, language: Language) -> str:
    """The chapter of that number."""
    files = [file for file in GUIDE.glob(f"{number:02}-*.md") if file.name.endswith(".en.md") == (language == "en")]
    assert len(files) == 1, f"chapter {number} has no translation yet" if language == "en" else f"no chapter {number}"
    return files[0].read_text(encoding="utf-8")


def live(source: str) -> str:
    """The chapter without its sources: what is read as the course itself."""
    return _FENCE.sub(lambda fence: "" if fence["info"] in ("", "markdown") else fence[0], source)


def shown(source: str) -> list[str]:
    """Everything in a chapter that is set as code, line by line."""
    fences = [line for fence in _FENCE.finditer(source) for line in fence["code"].split("\n")]
    return [*fences, *_SPAN.findall(live(source))]


def labels(source: str) -> Iterator[str]:
    """What may be a key in the code of a chapter: the words before a colon, and the first word of a line."""
    for line in shown(source):
        if found := _LABEL.match(line):
            yield found[1]
            yield found[1].split()[0]


def bare(source: str) -> str:
    """A source without its ids, which samples have no need of, and without what ids leave behind."""
    return re.sub(r"\n{3,}", "\n\n", _ID.sub("", source)).strip("\n")


def chapters(language: Language) -> Iterator[str]:
    """Every chapter that is written by hand."""
    return (text(number, language) for number in range(1, 12))


def test_every_scope_of_the_keyword_table_has_a_chapter() -> None:
    assert {*KEYS, *VALUES, *SCOPES} == set(WORDS)


@pytest.mark.parametrize("scope", KEYS)
def test_every_key_is_named_in_its_chapter(scope: str, language: Language) -> None:
    named = {found.id for label in labels(text(KEYS[scope], language)) if (found := words.match(scope, label))}
    assert set(WORDS[scope]) - named == set()


@pytest.mark.parametrize("scope", VALUES)
def test_every_value_is_named_in_its_chapter(scope: str, language: Language) -> None:
    code = fold("\n".join(shown(text(VALUES[scope], language))))
    missing = [id for id, pair in WORDS[scope].items() if not any(fold(name) in code for name in _names(pair))]
    assert missing == []


def _names(pair: tuple[str, str]) -> list[str]:
    return [name for names in pair for name in names.split("|")]


@pytest.mark.parametrize(("scope", "word"), [(scope, word) for scope in SCOPES for word in WORDS[scope]])
def test_every_kind_and_type_is_shown_and_live(scope: str, word: str, language: Language) -> None:
    source = bare(sample(scope, word, language))
    guide = list(chapters(language))
    assert any(source == bare(fence["code"]) for each in guide for fence in _FENCE.finditer(each)), "not shown"
    assert any(source in bare(live(each)) for each in guide), "not live"


def test_what_is_shown_stands_live_below_it(language: Language) -> None:
    for each in chapters(language):
        for fence in _FENCE.finditer(each):
            if fence["info"] == "markdown":
                assert bare(fence["code"]) in bare(live(each[fence.end() :])), fence["code"]


def test_sources_stand_before_the_blocks_that_they_show(language: Language) -> None:
    inside = [lines for each in chapters(language) for lines in _fences_in_blocks(each)]
    assert inside == []


def _fences_in_blocks(source: str) -> Iterator[str]:
    """The first lines of the sources inside a block: there they would be part of its last item."""
    level = at = 0
    for fence in _FENCE.finditer(source):
        for line in source[at : fence.start()].split("\n"):
            heading = re.match(r"(#+) ([^：:]*)[：:]?", line)
            if line == "---" or (heading and len(heading[1]) <= level):
                level = 0
            if heading and not level and words.find("kind", heading[2]):
                level = len(heading[1])
        if level and fence["info"] == "markdown":
            yield fence["code"].split("\n")[0]
        at = fence.end()


def test_every_code_has_a_section_and_a_way_to_it(language: Language) -> None:
    pages = [chapter(pages, language) for pages in CHAPTERS]
    for code in catalogue():
        assert sum(f"\n## {code}\n" in page and f"* [{code}](#{code.lower()}) " in page for page in pages) == 1, code


@pytest.mark.parametrize("pages", CHAPTERS, ids=lambda pages: pages.id)
def test_the_chapters_of_codes_are_as_the_catalogue_says(pages: Pages, language: Language) -> None:
    file = GUIDE / f"{pages.file}{ENDINGS[language]}"
    assert file.read_text(encoding="utf-8") == chapter(pages, language), AGAIN


def test_every_command_and_flag_is_named(language: Language, coursewright: Run) -> None:
    tools = "\n".join(shown(text(11, language)))
    commands = re.findall(r"^    ([a-z]+)", coursewright("--help").stdout, re.MULTILINE)
    assert {"build", "check", "new"} < set(commands)
    for command in commands:
        assert re.search(rf"^{command}\b", tools, re.MULTILINE), command
        for flag in re.findall(r"^  (?:-\w[^-]*)?(--[a-z]+)", coursewright(command, "--help").stdout, re.MULTILINE):
            assert flag in tools, f"{command} {flag}"


def test_the_guide_has_no_problems(coursewright: Run) -> None:
    done = coursewright("check", "guide", "--format", "json", cwd=GUIDE.parents[1])
    assert [(each["path"], each["line"], each["code"]) for each in json.loads(done.stdout)["problems"]] == []


def test_the_guide_is_in_house_style(coursewright: Run) -> None:
    done = coursewright("format", "guide", "--check", cwd=GUIDE.parents[1])
    assert done.returncode == 0, done.stdout
