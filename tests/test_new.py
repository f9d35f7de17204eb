"""A course to start from."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from command import REPOSITORY, Run

from ssg.parse.keywords import WORDS


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_a_new_course_builds_without_any_problem(coursewright: Run, language: str) -> None:
    assert coursewright("new", "倾听", "--language", language).returncode == 0
    done = coursewright("build", "倾听")
    assert done.returncode == 0
    assert "8 questions" in done.stdout and "warning" not in done.stdout and "note" not in done.stdout


@pytest.mark.parametrize(("language", "column"), [("zh-Hans", 0), ("en", 1)])
def test_a_new_course_shows_the_kinds_that_a_first_course_needs(language: str, column: int, tmp_path: Path) -> None:
    texts = [file.read_text() for file in sorted((REPOSITORY / "ssg" / "starter" / language).glob("*.md"))]
    for names in (WORDS["kind"][kind] for kind in ("quiz", "roleplay", "worksheet")):
        assert any(re.search(rf"^## ({names[column]})[:：]", text, re.M) for text in texts), names
    assert any("> [!讲师]" in text or "> [!TRAINER]" in text for text in texts)


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_a_new_course_has_eight_different_types_of_question(coursewright: Run, language: str, tmp_path: Path) -> None:
    coursewright("new", "倾听", "--language", language)
    coursewright("build")
    page = (tmp_path / "site" / "倾听" / "index.html").read_text()
    types = set(re.findall(r'data-kind="(\w+)" data-id', page)) - set(WORDS["kind"])
    assert types == {"choice", "truefalse", "gaps", "short", "numeric", "order", "match"}
    assert 'type="radio"' in page and 'type="checkbox"' in page


def test_the_name_is_title_and_id_and_the_language_is_the_users(coursewright: Run, tmp_path: Path) -> None:
    done = coursewright("new", "倾听", LANG="zh_CN.UTF-8")
    assert done.stdout == "新课程在 content/倾听。接下来：coursewright build 倾听\n"
    assert (tmp_path / "content/倾听/course.yaml").read_text().startswith("title: 倾听\nlanguage: zh-Hans\n")


def test_a_path_is_taken_as_it_is(coursewright: Run, tmp_path: Path) -> None:
    assert coursewright("new", "courses/listening").returncode == 0
    assert (tmp_path / "courses" / "listening" / "course.yaml").is_file()


def test_an_existing_course_is_left_alone(coursewright: Run, tmp_path: Path) -> None:
    coursewright("new", "a")
    (tmp_path / "content/a/01-listen-first.md").write_text("mine")
    done = coursewright("new", "a")
    assert done.returncode == 2 and "exists and is not empty" in done.stderr
    assert (tmp_path / "content/a/01-listen-first.md").read_text() == "mine"


def test_an_empty_folder_is_filled(coursewright: Run, tmp_path: Path) -> None:
    (tmp_path / "content/a").mkdir(parents=True)
    assert coursewright("new", "a").returncode == 0


@pytest.mark.parametrize("name", ["a b", "con", "../..", ".", "a:b", "-", "", "x" * 65, "content/nul"])
def test_names_that_cannot_be_ids_are_refused_with_the_reason(coursewright: Run, tmp_path: Path, name: str) -> None:
    done = coursewright("new", "--", name)
    assert done.returncode == 2 and "cannot be a course's name" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_told(coursewright: Run, tmp_path: Path) -> None:
    (tmp_path / "content").touch()
    done = coursewright("new", "a")
    assert done.returncode == 2 and len(done.stderr.splitlines()) == 1 and "cannot be written" in done.stderr
