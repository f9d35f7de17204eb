"""``print`` as a trainer types it: what lies where afterwards, and what is said when something cannot be."""

from __future__ import annotations

import os
import shutil
import zipfile
from pathlib import Path

import pytest
from command import Files, Run

from ssg.paper.browser import PROGRAMS

PAGES_ONLY = "--html"
TALK = """# 开口

先听，再说。

## 话术卡：开口的话

您好。
: 请讲。
"""


@pytest.fixture
def talk(files: Files) -> Path:
    return files({"content/talk/course.yaml": "title: 开口\nid: talk\n", "content/talk/01-a.md": TALK})


def files_of(folder: Path) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


def test_every_pack_lies_in_the_folder_of_its_course(talk: Path, coursewright: Run) -> None:
    printed = coursewright("print", PAGES_ONLY)
    assert printed.returncode == 0, printed.stdout + printed.stderr
    assert {"talk/handout.html", "talk/cards.html"} <= set(files_of(talk / "print"))
    assert "talk/handout.html" in printed.stdout


@pytest.mark.parametrize("name", ["handout", "Handout", "讲义", "講義", "学员讲义"])
def test_a_pack_is_asked_for_in_any_of_its_names(name: str, talk: Path, coursewright: Run) -> None:
    coursewright("print", PAGES_ONLY, "--pack", name)
    assert files_of(talk / "print") == ["talk/handout.html"]


def test_packs_printed_before_stay_when_another_is_printed(talk: Path, coursewright: Run) -> None:
    coursewright("print", PAGES_ONLY, "--pack", "handout")
    (talk / "print" / "mine.txt").write_text("my notes", encoding="utf-8")
    coursewright("print", PAGES_ONLY, "--pack", "cards")
    assert files_of(talk / "print") == ["mine.txt", "talk/cards.html", "talk/handout.html"]


def test_a_course_chooses_its_packs_and_their_paper(files: Files, coursewright: Run) -> None:
    settings = "title: 开口\nid: talk\n打印: [话术卡]\n纸张: 信纸\n"
    folder = files({"content/talk/course.yaml": settings, "content/talk/01-a.md": TALK})
    coursewright("print", PAGES_ONLY)
    assert files_of(folder / "print") == ["talk/cards.html"]
    assert "size: Letter" in (folder / "print/talk/cards.html").read_text(encoding="utf-8")


def test_the_command_line_wins_over_the_course(files: Files, coursewright: Run) -> None:
    settings = "title: 开口\nid: talk\n打印: [话术卡]\n纸张: 信纸\n"
    folder = files({"content/talk/course.yaml": settings, "content/talk/01-a.md": TALK})
    coursewright("print", PAGES_ONLY, "--pack", "handout", "--paper", "A4")
    assert files_of(folder / "print") == ["talk/handout.html"]
    assert "size: A4" in (folder / "print/talk/handout.html").read_text(encoding="utf-8")


def test_all_makes_one_zip_of_the_same_bytes_each_time(talk: Path, coursewright: Run) -> None:
    coursewright("print", PAGES_ONLY, "--all", "-o", "once")
    coursewright("print", PAGES_ONLY, "--all", "-o", "again", TZ="Asia/Shanghai", PYTHONHASHSEED="7")
    assert files_of(talk / "once") == ["talk.zip"]
    assert (talk / "once/talk.zip").read_bytes() == (talk / "again/talk.zip").read_bytes()
    with zipfile.ZipFile(talk / "once/talk.zip") as packed:
        assert {"talk/handout.html", "talk/cards.html"} <= set(packed.namelist())


def test_a_translation_is_printed_beside_the_original(files: Files, coursewright: Run) -> None:
    below = {
        "course.yaml": "title: 开口\nid: talk\n语言版本: [en]\n",
        "course.en.yaml": "title: Speak up\n",
        "01-a.md": "# 开口\n\n先听。\n",
        "01-a.en.md": "# Speak up\n\nListen first.\n",
    }
    folder = files({f"content/talk/{name}": text for name, text in below.items()})
    coursewright("print", PAGES_ONLY, "--pack", "handout")
    printed = coursewright("print", PAGES_ONLY, "--pack", "handout", "--language", "English")
    assert printed.returncode == 0, printed.stderr
    assert files_of(folder / "print") == ["talk/handout.en.html", "talk/handout.html"]
    page = (folder / "print/talk/handout.en.html").read_text(encoding="utf-8")
    assert 'lang="en"' in page and "Listen first." in page


# What cannot be


def test_errors_in_a_course_stop_the_print_and_are_shown(files: Files, coursewright: Run) -> None:
    chapter = "# 开口\n\n![一张图](images/none.png)\n"
    folder = files({"content/talk/course.yaml": "title: 开口\n", "content/talk/01-a.md": chapter})
    printed = coursewright("print", PAGES_ONLY, LANG="zh_CN.UTF-8")
    assert printed.returncode == 1
    assert "01-a.md:" in printed.stdout and "没有打印" in printed.stdout
    assert not (folder / "print").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--pack", "handuot"), "did you mean “handout”?"),
        (("--pack", "海报"), "packs: 讲义 (handout)"),
        (("--versions", "0"), "write a number from 1 to 26"),
        (("--language", "fr"), "is not there in “fr”, only in: zh-Hans"),
        (("--names", "nobody.txt"), "the names in nobody.txt cannot be read"),
        (("-o", "content/print"), "content"),
    ],
)
def test_a_wish_that_cannot_be_met_is_answered_in_one_line(
    arguments: tuple[str, ...], said: str, talk: Path, coursewright: Run
) -> None:
    printed = coursewright("print", PAGES_ONLY, *arguments)
    assert printed.returncode == 2, printed.stdout
    assert said in printed.stderr
    assert len(printed.stderr.splitlines()) == 1
    assert not (talk / "print").exists()


def test_a_pack_for_which_the_course_has_nothing_is_named(talk: Path, coursewright: Run) -> None:
    printed = coursewright("print", PAGES_ONLY, "--pack", "workbook", LANG="zh_CN.UTF-8")
    assert printed.returncode == 0
    assert "《开口》里没有可以放进「练习册」的内容" in printed.stdout


def test_names_in_another_encoding_are_refused_with_what_to_do(talk: Path, coursewright: Run) -> None:
    (talk / "names.txt").write_bytes("陈晨\n李雷\n".encode("gb18030"))
    printed = coursewright("print", PAGES_ONLY, "--names", "names.txt", LANG="zh_CN.UTF-8")
    assert printed.returncode == 2
    assert "UTF-8" in printed.stderr


# Without a browser


def test_without_a_browser_there_are_pages_and_the_way_to_pdf(talk: Path, coursewright: Run, tmp_path: Path) -> None:
    nothing = {"PATH": str(tmp_path / "nothing"), "PLAYWRIGHT_BROWSERS_PATH": str(tmp_path / "nothing")}
    printed = coursewright("print", "--pack", "handout", **nothing)
    assert printed.returncode == 0, printed.stderr
    assert files_of(talk / "print") == ["talk/handout.html"]
    assert "playwright install chromium" in printed.stdout


def test_without_playwright_there_are_pages_and_the_way_to_pdf(talk: Path, coursewright: Run, files: Files) -> None:
    files({"without/playwright/__init__.py": "raise ImportError('not installed')\n"})
    path = os.pathsep.join([str(talk / "without"), str(Path(__file__).parents[2])])
    printed = coursewright("print", "--pack", "handout", LANG="zh_CN.UTF-8", PYTHONPATH=path)
    assert printed.returncode == 0, printed.stderr
    assert files_of(talk / "print") == ["talk/handout.html"]
    assert "coursewright[print]" in printed.stdout


# With one


@pytest.mark.browser
def test_the_same_course_gives_the_same_pdf(talk: Path, coursewright: Run) -> None:
    coursewright("print", "--pack", "handout", "-o", "once")
    coursewright("print", "--pack", "handout", "-o", "again", TZ="Asia/Shanghai", PYTHONHASHSEED="7")
    assert (talk / "once/talk/handout.pdf").read_bytes() == (talk / "again/talk/handout.pdf").read_bytes()


@pytest.mark.browser
def test_the_browser_starts_once_for_all_packs(talk: Path, coursewright: Run, files: Files) -> None:
    """A stand-in with the browser's name notes each start, then becomes the browser."""
    browser = next(path for name in PROGRAMS if (path := shutil.which(name)))
    files({"bin/chromium-headless-shell": f'#!/bin/sh\necho started >> "{talk}/starts"\nexec "{browser}" "$@"\n'})
    (talk / "bin/chromium-headless-shell").chmod(0o755)
    printed = coursewright("print", PATH=os.pathsep.join([str(talk / "bin"), os.environ["PATH"]]))
    assert printed.returncode == 0, printed.stderr
    assert len(files_of(talk / "print")) >= 2
    assert (talk / "starts").read_text(encoding="utf-8").split() == ["started"]
