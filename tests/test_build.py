"""The build command from a folder of courses to a folder of pages."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from command import REPOSITORY, Files, Run, plain_environment


def contents(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.fixture(scope="module")
def starters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the starter courses, which show every kind, below ``content``."""
    start = tmp_path_factory.mktemp("starters")
    shutil.copytree(REPOSITORY / "ssg" / "starter" / "zh-Hans", start / "content" / "倾听")
    shutil.copytree(REPOSITORY / "ssg" / "starter" / "en", start / "content" / "listening")
    return start


def build(start: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ssg", "build", *arguments]
    settled = plain_environment() | environment
    return subprocess.run(command, cwd=start, env=settled, capture_output=True, encoding="utf-8", timeout=60)


def test_every_course_below_content_is_in_the_site(starters: Path, tmp_path: Path) -> None:
    done = build(starters, "-o", str(tmp_path / "site"))
    assert (done.returncode, done.stderr) == (0, "")
    for page in ("index.html", "倾听/index.html", "listening/index.html"):
        assert (tmp_path / "site" / page).read_text().startswith("<!")
        assert "problem" not in done.stdout and "warning" not in done.stdout


def test_the_site_holds_exactly_what_was_asked_for(starters: Path, tmp_path: Path) -> None:
    build(starters, "-o", str(tmp_path / "site"))
    assert build(starters, "listening", "-o", str(tmp_path / "site")).returncode == 0
    below = {name.split("/")[0] for name in contents(tmp_path / "site")}
    assert below == {".coursewright", "index.html", "assets", "listening"}


def test_the_same_courses_give_the_same_bytes_anywhere(starters: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "另一个 文件夹#1"
    shutil.copytree(starters / "content", elsewhere / "content")
    here, there = tmp_path / "here", tmp_path / "there"
    build(starters, "-o", str(here), PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C.UTF-8")
    build(elsewhere, "-o", str(there), PYTHONHASHSEED="2", TZ="Asia/Shanghai", LC_ALL="zh_CN.UTF-8", HOME="/nowhere")
    assert contents(here) == contents(there)
    assert len(contents(here)) > 5


def test_the_order_in_which_a_disk_lists_files_does_not_matter(starters: Path, tmp_path: Path) -> None:
    backwards = tmp_path / "content" / "listening"
    backwards.mkdir(parents=True)
    for file in sorted((starters / "content" / "listening").iterdir(), reverse=True):
        shutil.copy(file, backwards)
    build(starters, "listening", "-o", str(tmp_path / "a"))
    build(tmp_path, "listening", "-o", str(tmp_path / "b"))
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_a_content_error_leaves_the_old_site_standing(coursewright: Run, course: Path, tmp_path: Path) -> None:
    coursewright("build")
    before = contents(tmp_path / "site")
    (course / "01-first.md").write_text("# Listen\n\n![](missing.png)\n")
    done = coursewright("build")
    assert done.returncode == 1
    assert done.stdout.splitlines()[-2:] == ["2 errors: nothing was written.", "The site in site is still the old one."]
    assert contents(tmp_path / "site") == before


def test_a_fault_in_one_course_keeps_all_from_being_written(coursewright: Run, course: Path, files: Files) -> None:
    start = files({"content/other/course.yaml": "title: Other\nlanguage: en\n"})
    assert coursewright("build").returncode == 1
    assert not (start / "site").exists()
    assert coursewright("build", "listening").returncode == 0


def test_a_warning_does_not_stop_a_build(coursewright: Run, course: Path) -> None:
    (course / "part").mkdir()
    (course / "part" / "02.md").write_text("# More\n")
    done = coursewright("build")
    assert done.returncode == 0
    assert "warning CF017" in done.stdout and "1 warning." in done.stdout


def test_only_what_chapters_show_is_in_the_site(coursewright: Run, course: Path, tmp_path: Path) -> None:
    (course / "shown.png").write_bytes(b"shown")
    (course / "draft.docx").write_bytes(b"SECRET")
    with (course / "01-first.md").open("a") as chapter:
        chapter.write("\n# More\n\n![A picture](shown.png)\n")
    assert coursewright("build").returncode == 0
    site = contents(tmp_path / "site")
    assert site["listening/shown.png"] == b"shown"
    assert not any(b"SECRET" in content for content in site.values())


@pytest.mark.parametrize(
    ("out", "says"),
    [
        ("content", "the courses in"),
        (".", "the courses in"),
        ("content/listening/site", "the courses in"),
        ("photos", "files that Coursewright did not write"),
        ("photos/a.jpg", "is a file"),
        ("photos/a.jpg/site", "cannot be written"),
        ("/proc/site", "cannot be written"),
    ],
)
def test_a_folder_that_must_not_be_replaced_is_refused_with_2(
    coursewright: Run, course: Path, files: Files, out: str, says: str
) -> None:
    start = files({"photos/a.jpg": "photo"})
    before = contents(start)
    done = coursewright("build", "-o", out)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr and len(done.stderr.splitlines()) == 1
    assert contents(start) == before


def test_an_unknown_theme_is_told_with_those_there_are(coursewright: Run, course: Path) -> None:
    (course / "course.yaml").write_text("title: A\nlanguage: en\ntheme: ocean\n")
    done = coursewright("build")
    assert done.returncode == 1
    assert "content/listening/course.yaml:3:8 error CF213 There is no theme “ocean”." in done.stdout
    assert "base" in done.stdout


def test_a_build_needs_nothing_but_the_courses(starters: Path, tmp_path: Path) -> None:
    """No home, no locale, no writable place but the one it writes to."""
    done = build(starters, "-o", str(tmp_path / "site"), HOME="/nowhere", LANG="", TMPDIR="/nowhere")
    assert done.returncode == 0
