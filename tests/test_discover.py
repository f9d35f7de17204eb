"""Course folders as real disks hold them: every fault is a problem with its place, and nothing outside is read."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from command import Files, Run

from ssg.discover import Sources, discover, read_asset
from ssg.listing import natural
from ssg.messages import sentences
from ssg.problems import Problem, Span
from ssg.text_file import likely_encoding, read_text

YAML = "title: 倾听\n"
CHAPTER = "# 倾听\n\n先听，再说。\n"
MINIMAL = {"content/a/course.yaml": YAML, "content/a/01-a.md": CHAPTER}
CHINESE = "# 愤怒\n\n客户越说越慢，最后一句是“随便你们吧”。此刻最可能的情绪是失望。\n"


def find(start: Path, *courses: str) -> tuple[list[Sources], list[Problem]]:
    found, problems = discover(courses, start)
    for problem in problems:
        for language in ("zh", "en"):
            assert all(sentences(problem, language))  # every template has its values
    return found, problems


def faults(start: Path, *courses: str) -> list[tuple[str, str, int]]:
    return [(problem.code, problem.span.path, problem.span.line) for problem in find(start, *courses)[1]]


def names(start: Path) -> list[str]:
    return [Path(source.path).name for source in find(start)[0][0].chapters]


# Which courses


def test_all_courses_below_content_are_found_in_the_order_of_their_names(files: Files) -> None:
    start = files(
        {f"content/{name}/{file}": text for name in "ba" for file, text in (("course.yaml", YAML), ("1.md", "# A"))}
    )
    assert [course.path for course in find(start)[0]] == ["content/a", "content/b"]


@pytest.mark.parametrize("asked", ["a", "content/a", "content/a/", "./content/../content/a", "content"])
def test_a_course_is_asked_for_by_name_or_by_folder(files: Files, asked: str) -> None:
    found, problems = find(files(dict(MINIMAL)), asked)
    assert ([course.path for course in found], problems) == (["content/a"], [])


def test_a_course_asked_for_twice_is_built_once(files: Files) -> None:
    assert len(find(files(dict(MINIMAL)), "a", "content/a")[0]) == 1


def test_a_course_may_lie_anywhere(files: Files, tmp_path: Path) -> None:
    start = files({"elsewhere/course.yaml": YAML, "elsewhere/1.md": CHAPTER, "here/nothing.txt": ""})
    found, problems = find(start / "here", str(start / "elsewhere"))
    assert problems == [] and found[0].path == str(start / "elsewhere")


def test_a_missing_course_is_told_with_those_that_exist(files: Files) -> None:
    _, problems = find(files(dict(MINIMAL)), "倾听")
    assert (problems[0].code, problems[0].values["known"]) == ("CF001", "a")


def test_a_file_is_no_course(files: Files) -> None:
    assert faults(files({"notes.md": CHAPTER}), "notes.md") == [("CF021", "notes.md", 1)]


@pytest.mark.parametrize("name", ["x" * 5000, "a/" * 2000, "\ud800", "*", ".."])
def test_a_strange_name_is_a_problem_too(files: Files, name: str) -> None:
    assert find(files({}) / "content", name)[1]


def test_no_content_folder_is_a_problem(files: Files) -> None:
    assert faults(files({})) == [("CF002", "content", 1)]


def test_a_folder_without_a_course_is_told(files: Files) -> None:
    start = files({**MINIMAL, "content/pictures/a.png": "", "content/_old/1.md": "", "content/.git/1.md": ""})
    assert faults(start) == [("CF022", "content/pictures", 1)]


def test_two_courses_with_one_id_are_told(files: Files) -> None:
    start = files({**MINIMAL, "content/b/course.yaml": YAML + "id: A\n", "content/b/01-a.md": CHAPTER})
    assert faults(start) == [("CF212", "content/b/course.yaml", 1)]


# Chapters


def test_chapters_come_in_natural_order(files: Files) -> None:
    start = files({"content/a/course.yaml": YAML} | {f"content/a/{n}-x.md": "# A" for n in (10, 9, 1, 2)})
    assert names(start) == ["1-x.md", "2-x.md", "9-x.md", "10-x.md"]


def test_natural_order_is_total_whatever_the_names() -> None:
    strange = ["1", "01", "a1", "1a", "a", "", "１", "²", "10", "2", "é", "e\u0301", "第2章", "第10章"]
    assert sorted(sorted(strange), key=natural) == sorted(strange, key=natural)
    assert sorted(["第10章", "第2章"], key=natural) == ["第2章", "第10章"]


def test_the_order_of_course_yaml_wins_and_what_it_leaves_out_is_told(files: Files) -> None:
    listed = YAML + "chapters:\n  - 02-b\n  - 01-a.md\n"
    start = files({**MINIMAL, "content/a/course.yaml": listed, "content/a/02-b.md": "# B", "content/a/03-c.md": "# C"})
    assert names(start) == ["02-b.md", "01-a.md"]
    assert faults(start) == [("CF012", "content/a/03-c.md", 1)]


def test_readme_and_glossary_are_no_chapters(files: Files) -> None:
    start = files({**MINIMAL, "content/a/README.md": "# R", "content/a/glossary.md": "# G"})
    assert names(start) == ["01-a.md"]
    assert faults(start) == []


def test_a_translation_without_its_original_is_told_and_is_no_chapter(files: Files) -> None:
    texts = {"course.yaml": f"{YAML}languages: [en]\n", "course.en.yaml": "title: Listening\n", "01-a.md": CHAPTER}
    strays = {"01-a.en.md": "# Listen\n", "02-b.en.md": "# Speak\n", "README.en.md": "# About\n"}
    start = files({f"content/a/{name}": text for name, text in {**texts, **strays}.items()})
    assert faults(start) == [("TR008", "content/a/02-b.en.md", 1)]
    assert names(start) == ["01-a.md"]


def test_a_chapter_that_is_not_translated_yet_is_spoken_of_in_its_own_language(files: Files, coursewright: Run) -> None:
    texts = {"course.yaml": f"{YAML}languages: [en]\n", "course.en.yaml": "title: Listening\n"}
    files({f"content/a/{name}": text for name, text in {**texts, "01-a.md": "# 倾听\n\n[空]()\n"}.items()})
    assert "01-a.md:3:1 错误 LK006" in coursewright("check", "a").stdout


def test_a_listed_chapter_that_cannot_be_read_is_told_once(files: Files) -> None:
    start = files(
        {**MINIMAL, "content/a/course.yaml": YAML + "chapters: [01-a.md]\n", "content/a/01-a.md": b"\xff\xfeA\0"}
    )
    assert [code for code, _, _ in faults(start)] == ["CF006"]


def test_all_faults_are_told_at_once(files: Files) -> None:
    start = files(
        {
            "content/a/course.yaml": "titel: A\n",
            "content/a/01-a.md": CHINESE.encode("gb18030"),
            "content/a/part/02-b.md": CHAPTER,
            "content/b/01-a.md": CHAPTER,
        }
    )
    assert {code for code, _, _ in faults(start)} == {"CF201", "CF207", "CF006", "CF017", "CF003"}


# Texts


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (CHINESE, "gb18030", "GB18030 / GBK"),
        (CHINESE, "gbk", "GB18030 / GBK"),
        (CHINESE, "utf-16", "UTF-16"),
        (CHINESE, "utf-16-le", "UTF-16"),
        (CHINESE, "utf-16-be", "UTF-16"),
        ("# Angry\n\nplain text\n", "utf-16-le", "UTF-16"),
        ("# 憤怒\n\n客戶生氣了，怎麼辦？先聽他把話說完。\n", "big5", "Big5"),
        ("# Café\n\nDéjà vu.\n", "cp1252", "Windows-1252"),
    ],
)
def test_a_text_in_another_encoding_is_told_by_its_likely_name(
    files: Files, text: str, encoding: str, name: str
) -> None:
    start = files({**MINIMAL, "content/a/02-b.md": text.encode(encoding)})
    found, problems = find(start)
    assert [(problem.code, problem.values["encoding"]) for problem in problems] == [("CF006", name)]
    assert name in sentences(problems[0], "zh")[0] and "UTF-8" in sentences(problems[0], "zh")[1]
    assert len(found[0].chapters) == 1


def test_the_first_bad_byte_is_told_by_line_and_column(files: Files) -> None:
    start = files({**MINIMAL, "content/a/02-b.md": "# A\r\n\r\n好的".encode() + "坏的".encode("gb18030")})
    problem = find(start)[1][0]
    assert (problem.span.line, problem.span.column) == (3, 3)


@pytest.mark.parametrize("data", [bytes(range(256)) * 4, b"# A\n\n\0\n", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 20])
def test_what_is_no_text_is_told(files: Files, data: bytes) -> None:
    assert [code for code, _, _ in faults(files({**MINIMAL, "content/a/02-b.md": data}))] == ["CF007"]


def test_a_byte_order_mark_and_any_line_ends_are_fine(files: Files) -> None:
    start = files(
        {
            **MINIMAL,
            "content/a/course.yaml": b"\xef\xbb\xbf" + YAML.encode(),
            "content/a/01-a.md": b"\xef\xbb\xbf# A\r\nB\rC\n",
        }
    )
    found, problems = find(start)
    assert problems == []
    assert found[0].chapters[0].text == "# A\nB\nC\n"


def test_a_huge_chapter_is_not_read(files: Files) -> None:
    start = files(dict(MINIMAL))
    with (start / "content/a/02-b.md").open("wb") as huge:
        huge.truncate(3_000_000_000)
    assert faults(start) == [("CF020", "content/a/02-b.md", 1)]


def test_random_bytes_never_raise() -> None:
    for seed in range(300):
        data = bytes((seed * 7919 + at * at * 31) % 256 for at in range(200))
        assert likely_encoding(data) in ("", "UTF-16", "GB18030 / GBK", "Big5", "Windows-1252")


# Files


def test_assets_are_listed_and_read_only_when_asked_for(files: Files) -> None:
    start = files({**MINIMAL, "content/a/images/图 1.png": b"P", "content/a/.DS_Store": "", "content/a/a.md~": ""})
    assets = find(start)[0][0].assets
    assert list(assets) == ["images/图 1.png"]
    assert read_asset(assets["images/图 1.png"], Span(path="x", line=1)) == b"P"


def test_an_asset_that_vanished_is_a_problem_at_its_reference(tmp_path: Path) -> None:
    span = Span(path="content/a/01-a.md", line=7)
    problem = read_asset(tmp_path / "gone.png", span)
    assert isinstance(problem, Problem) and (problem.code, problem.span) == ("CF005", span)


def test_a_link_inside_the_course_is_followed(files: Files) -> None:
    start = files({**MINIMAL, "content/a/images/a.png": b"P"})
    (start / "content/a/b.png").symlink_to("images/a.png")
    found, problems = find(start)
    assert problems == [] and read_asset(found[0].assets["b.png"], Span(path="x", line=1)) == b"P"


def test_nothing_outside_the_course_is_read(files: Files) -> None:
    start = files({**MINIMAL, "secret/key.md": "# SECRET", "secret/key.png": "SECRET"})
    (start / "content/a/02-b.md").symlink_to(start / "secret/key.md")
    (start / "content/a/key.png").symlink_to("../../secret/key.png")
    (start / "content/a/folder").symlink_to(start / "secret")
    found, problems = find(start)
    assert [problem.code for problem in problems] == ["CF008"] * 3
    assert not any("SECRET" in source.text for source in found[0].chapters) and not found[0].assets


@pytest.mark.parametrize("target", ["loop.png", "missing.png", "images", "."])
def test_links_in_circles_to_nowhere_and_to_folders_are_told(files: Files, target: str) -> None:
    start = files({**MINIMAL, "content/a/images/a.png": ""})
    (start / "content/a/loop.png").symlink_to(target)
    assert faults(start) == [("CF009", "content/a/loop.png", 1)]


def test_pipes_and_sockets_are_not_opened(files: Files) -> None:
    start = files(dict(MINIMAL))
    os.mkfifo(start / "content/a/02-b.md")
    listener = socket.socket(socket.AF_UNIX)
    here = Path.cwd()
    os.chdir(start / "content/a")  # a socket's address must be short
    listener.bind("s.png")
    os.chdir(here)
    listener.close()
    assert faults(start) == [("CF010", "content/a/02-b.md", 1), ("CF010", "content/a/s.png", 1)]


@pytest.mark.parametrize(
    "name",
    ["nul.png", "CON", "Aux.txt", "com1.md", "a?.png", "a:b.png", "a\\b.png", "a.", "a ", "a\tb", "a\u202eb", "a|b"],
)
def test_names_that_not_every_system_can_hold_are_told(files: Files, name: str) -> None:
    start = files({**MINIMAL, f"content/a/{name}": ""})
    assert [code for code, _, _ in faults(start)] == ["CF014"]


def test_a_name_that_is_no_text_is_told(files: Files, coursewright: Run) -> None:
    start = files(dict(MINIMAL))
    (start / "content/a" / os.fsdecode(b"caf\xe9.png")).touch()
    assert [code for code, _, _ in faults(start)] == ["CF014"]
    for format in ("text", "json"):
        done = coursewright("check", "--format", format)
        assert done.returncode == 1 and "CF014" in done.stdout and done.stderr == ""


@pytest.mark.parametrize("name", ["名" * 85, "p/" * 90 + "a.png"])
def test_names_that_are_too_long_are_told(files: Files, name: str) -> None:
    assert [code for code, _, _ in faults(files({**MINIMAL, f"content/a/{name}": ""}))] == ["CF015"]


@pytest.mark.parametrize(
    "pair", [("Bild.png", "bild.png"), ("café.png", "cafe\u0301.png"), ("x/A.png", "X/a.png"), ("ß.png", "SS.png")]
)
def test_names_that_are_one_elsewhere_are_told(files: Files, pair: tuple[str, str]) -> None:
    start = files({**MINIMAL} | {f"content/a/{name}": "" for name in pair})
    assert [code for code, _, _ in faults(start)] == ["CF013"]


def test_a_folder_that_may_not_be_read_is_told(files: Files, coursewright: Run) -> None:
    start = files(dict(MINIMAL))
    secret = start / "content/a/secret"
    secret.mkdir()
    (start / "content/a/01-a.md").chmod(0)
    secret.chmod(0)
    if os.access(secret, os.R_OK):
        pytest.skip("root may read everything; another test shows the message")
    assert sorted(faults(start)) == [("CF005", "content/a/01-a.md", 1), ("CF005", "content/a/secret", 1)]


def test_a_file_that_the_disk_refuses_is_told() -> None:
    """/proc/self/mem is an ordinary file that cannot be read at its start, even by root."""
    problems: list[Problem] = []
    assert read_text(Path("/proc/self/mem"), "a.md", problems) is None
    assert [problem.code for problem in problems] == ["CF005"]
