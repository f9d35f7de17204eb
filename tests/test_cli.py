"""The command line as a trainer meets it: exit codes, help, colours, carets, pipes and interruptions."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from pkgutil import iter_modules

import pytest
from command import Files, Run, plain_environment

from ssg import commands

BROKEN = "# Eins\n\n## 测验：听出情绪\n\n- 及格：八成\n\n### 客户满意吗？\n\n- 答案：对\n- 解析：他说谢谢了。\n"
COURSE_YAML = "title: 倾听\nlanguage: zh-Hans\n"


def terminal(*arguments: str, cwd: Path, interrupt_at: bytes = b"", **environment: str) -> tuple[int, str]:
    """Run with a terminal for its output; the exit code and everything that reached the terminal."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "ssg", *arguments],
        cwd=cwd,
        env=plain_environment() | {"TERM": "xterm"} | environment,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    seen = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:  # Linux says so when the other side is closed
            break
        if not part:
            break
        seen += part
        if interrupt_at and interrupt_at in seen:
            process.send_signal(signal.SIGINT)
            interrupt_at = b""
    os.close(ours)
    return process.wait(timeout=60), seen.decode()


@pytest.fixture
def coursewright(started: Run) -> Run:
    """Here every run is a Python of its own, as a trainer's."""
    return started


@pytest.mark.parametrize("command", sorted(found.name for found in iter_modules(commands.__path__)))
def test_every_command_finds_all_that_it_imports(command: str, coursewright: Run, course: Path, files: Files) -> None:
    files({"results.json": "{}"})
    following = {"new": ["second"], "print": ["--html"], "verify": ["results.json"]}
    done = coursewright(command, *following.get(command, []))
    assert done.returncode == (command == "verify"), done.stderr


def test_help_says_what_to_type_and_ends_well(coursewright: Run) -> None:
    done = coursewright("--help")
    assert done.returncode == 0
    assert "usage: coursewright" in done.stdout
    for command in ("build", "check", "new", "examples:"):
        assert command in done.stdout


def test_help_is_in_the_users_language(coursewright: Run) -> None:
    done = coursewright("build", "--help", LANG="zh_CN.UTF-8")
    assert done.stdout.startswith("用法：coursewright build")
    assert "用法" in done.stdout and "usage" not in done.stdout


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_no_parser(option: str) -> None:
    script = f"""
import sys
from ssg.cli import main
try:
    main([{option!r}])
except SystemExit:
    print([name for name in ("markdown_it", "jinja2", "yaml", "tomllib") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", script], env=plain_environment(), capture_output=True, text=True)
    assert done.stdout.endswith("[]\n")


def test_a_course_without_problems_ends_with_0(coursewright: Run, course: Path) -> None:
    assert coursewright("check").returncode == 0
    assert coursewright("build").returncode == 0


def test_content_problems_end_with_1(coursewright: Run, files: Files) -> None:
    files({"content/a/course.yaml": COURSE_YAML, "content/a/01-a.md": BROKEN})
    assert coursewright("check").returncode == 1
    assert coursewright("build").returncode == 1


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["biuld"], "did you mean “build”?"),
        (["dance"], "there is no command “dance”"),
        (["build", "--fast"], "not understood: --fast"),
        (["build", "-o"], "-o/--out needs a value"),
        (["check", "--format", "xml"], "--format must be one of"),
        (["new"], "missing: NAME"),
    ],
)
def test_wrong_usage_ends_with_2_and_one_line_that_says_why(coursewright: Run, arguments: list[str], says: str) -> None:
    done = coursewright(*arguments)
    assert done.returncode == 2
    assert says in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr and done.stdout == ""


def test_wrong_usage_is_said_in_chinese_on_a_chinese_system(coursewright: Run) -> None:
    assert "没有「biuld」这个命令，是不是「build」？" in coursewright("biuld", LC_ALL="zh_CN.UTF-8").stderr


def test_options_without_a_command_build(coursewright: Run, course: Path, tmp_path: Path) -> None:
    assert coursewright("-o", "elsewhere").returncode == 0
    assert (tmp_path / "elsewhere" / "listening" / "index.html").is_file()


def test_a_problem_is_shown_with_its_line_and_carets_under_the_wide_characters(coursewright: Run, files: Files) -> None:
    files({"content/a/course.yaml": COURSE_YAML, "content/a/01-a.md": BROKEN})
    lines = coursewright("check").stdout.splitlines()
    assert lines[0].startswith("content/a/01-a.md:5:6 错误 ST015 「八成」")
    assert lines[1] == "    5 | - 及格：八成"
    assert lines[2] == "      |         ^^^^"  # two cells for each of the characters before and in it
    assert lines[3].startswith("   ")


def test_problems_come_in_the_courses_language_whatever_the_users_is(coursewright: Run, files: Files) -> None:
    files({"content/a/course.yaml": "title: A\nlanguage: en\n", "content/a/01-a.md": BROKEN})
    out = coursewright("check", LANG="zh_CN.UTF-8").stdout
    assert " error ST015 “八成” must be a whole number" in out
    assert out.splitlines()[-1] == "共 1 处错误。"


def test_problems_are_sorted_by_file_and_line(coursewright: Run, files: Files) -> None:
    files({"content/a/course.yaml": COURSE_YAML, "content/a/02-b.md": BROKEN, "content/a/01-a.md": BROKEN + BROKEN})
    found = json.loads(coursewright("check", "--format", "json").stdout)["problems"]
    places = [(problem["path"], problem["line"]) for problem in found]
    assert places == sorted(places) and len({path for path, _ in places}) == 2


def test_many_alike_in_one_file_are_counted_after_three(coursewright: Run, files: Files) -> None:
    lines = "".join(f"k{number}: x\n" for number in range(10, 20))
    files({"content/a/course.yaml": COURSE_YAML + lines, "content/a/01-a.md": "# A\n"})
    out = coursewright("check").stdout
    assert out.count("CF202 不认识") == 3
    assert "   还有 7 处 CF202：第 6, 7, 8, 9, 10, 11, 12 行" in out
    assert "10 errors." in out


def test_json_has_the_documented_shape(coursewright: Run, files: Files) -> None:
    files({"content/a/course.yaml": COURSE_YAML, "content/a/01-a.md": BROKEN})
    done = coursewright("check", "--format", "json")
    assert done.stdout.isascii()
    found = json.loads(done.stdout)
    assert list(found) == ["version", "problems", "counts"]
    assert found["version"] == 1 and found["counts"] == {"error": 1, "warning": 0, "info": 0}
    assert found["problems"] == [
        {
            "code": "ST015",
            "severity": "error",
            "path": "content/a/01-a.md",
            "line": 5,
            "column": 6,
            "length": 2,
            "message": "「八成」应为 0 到 100 之间的整数。",
            "fix": "只写数字，例如「80」或「80%」。",
        }
    ]


def test_a_pipe_gets_neither_colours_nor_progress(coursewright: Run, files: Files) -> None:
    files({"content/a/course.yaml": COURSE_YAML, "content/a/01-a.md": BROKEN})
    assert "\x1b" not in coursewright("build", TERM="xterm").stdout
    assert "\r" not in coursewright("build", TERM="xterm").stdout


def test_a_terminal_gets_colours_and_one_line_of_progress(files: Files, tmp_path: Path) -> None:
    files({"content/a/course.yaml": COURSE_YAML, "content/a/01-a.md": BROKEN})
    status, seen = terminal("build", cwd=tmp_path)
    assert status == 1
    assert "\x1b[31;1m错误\x1b[0m" in seen
    assert re.search(r"\rreading content/a +\r", seen)


def test_no_color_is_respected(files: Files, tmp_path: Path) -> None:
    files({"content/a/course.yaml": COURSE_YAML, "content/a/01-a.md": BROKEN})
    assert "\x1b" not in terminal("build", cwd=tmp_path, NO_COLOR="1")[1]


def test_nothing_in_a_course_reaches_the_terminal_raw(files: Files, tmp_path: Path) -> None:
    evil = "- 及格：\x1b]0;owned\x07\x1b[2J\u202e八成\x9b31m"
    files({"content/a/course.yaml": COURSE_YAML, "content/a/01-a.md": BROKEN.replace("- 及格：八成", evil)})
    _, seen = terminal("check", cwd=tmp_path, NO_COLOR="1")
    assert "ST015" in seen
    assert not set(seen) & set("\x1b\x07\x9b\u202e")


def test_a_reader_that_has_seen_enough_is_no_error(files: Files, tmp_path: Path) -> None:
    lines = "".join(f"k{number}: {'x' * 200}\n" for number in range(3000))
    chapters = {f"content/a/{number:03}.md": f"---\n{lines[:3000]}---\n" for number in range(200)}
    files({"content/a/course.yaml": COURSE_YAML, **chapters})
    process = subprocess.Popen(
        [sys.executable, "-m", "ssg", "check"],
        cwd=tmp_path,
        env=plain_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout and process.stderr
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(timeout=60) == 0


def test_an_interrupted_run_ends_quietly_with_130(files: Files, tmp_path: Path) -> None:
    chapter = "# A\n\n" + "Some *text* with **marks**.\n\n" * 400
    files({"content/a/course.yaml": COURSE_YAML} | {f"content/a/{number:03}.md": chapter for number in range(100)})
    status, seen = terminal("build", cwd=tmp_path, interrupt_at=b"reading")
    assert status == 130
    assert "Traceback" not in seen
    assert sorted(path.name for path in tmp_path.iterdir()) == ["content"]


def test_chinese_is_printed_even_where_the_system_knows_only_ascii(coursewright: Run, files: Files) -> None:
    files({"content/a/course.yaml": COURSE_YAML, "content/a/01-a.md": BROKEN})
    done = coursewright("check", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", PYTHONIOENCODING="ascii")
    assert done.returncode == 1 and "ST015" in done.stdout and "Traceback" not in done.stderr


def test_a_run_ends_with_what_was_built_how_long_it_took_and_what_to_open(coursewright: Run, course: Path) -> None:
    began = time.monotonic()
    lines = coursewright("build").stdout.splitlines()
    took = re.fullmatch(r"Built 1 course in (\d+\.\d) s → site", lines[1])
    assert lines[0] == "  Listening: 1 chapter, 1 question"
    assert took and float(took[1]) <= time.monotonic() - began
    assert lines[2] == "Open site/index.html"
