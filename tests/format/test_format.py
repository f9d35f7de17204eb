"""House style: the same meaning, written once; and files that are replaced whole or left alone.

``COURSEWRIGHT_VARIANTS`` says in how many ways each chapter is made untidy; the first ones are always the same.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any

import pytest
from command import REPOSITORY, Files, Run
from untidy import untidy

from ssg.chapters import unread
from ssg.discover import discover
from ssg.explain import bad_files
from ssg.format.chapter import Changed, Wanted, format_chapter, format_reading
from ssg.format.files import replace_file
from ssg.format.reading import Reader, Reading, codes, same
from ssg.problems import rows

COURSES = [
    *sorted((REPOSITORY / "content").glob("*/")),
    *sorted((REPOSITORY / "tests" / "browser" / "courses").glob("*/")),
    *sorted((REPOSITORY / "ssg" / "starter").glob("*/course.yaml")),
]
VARIANTS = int(os.environ.get("COURSEWRIGHT_VARIANTS", "2"))


def chapters(folder: Path) -> Iterator[tuple[str, Reader]]:
    """The texts of a course, each with a reader in its place."""
    (course,), _ = discover([str(folder)], Path.cwd())
    pages, _ = unread(course)
    for source, (_, page) in zip(course.chapters, pages, strict=True):
        yield source.text, Reader(page=page)


@pytest.fixture
def tidy(files: Files) -> Tidy:
    """``tidy(chapter)`` is the chapter in house style, in a Chinese course."""
    return Tidy(files)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """A reader in the place of the only chapter of a course."""
    folder = tmp_path_factory.mktemp("course")
    (folder / "course.yaml").write_text("title: 例子\n", encoding="utf-8")
    (folder / "01-a.md").touch()
    return next(chapters(folder))[1]


def chapters_of(row: Mapping[str, Any]) -> list[str]:
    """The Markdown of an example of the catalogue."""
    return [text for name, text in bad_files(row).items() if name.endswith(".md")]


class Tidy:
    """Formats one chapter."""

    def __init__(self, files: Files) -> None:
        self._files = files

    def __call__(self, chapter: str, language: str = "zh-Hans", **wanted: bool) -> str:
        course = {"c/course.yaml": f"title: 例子\nlanguage: {language}\n", "c/01-a.md": chapter}
        ((text, reader),) = chapters(self._files(course) / "c")
        return format_chapter(text, reader, Wanted(**wanted))


@pytest.mark.parametrize("course", COURSES, ids=lambda path: path.name)
@pytest.mark.parametrize("wanted", [Wanted(), Wanted(links=True, ids=True)], ids=["plain", "links and ids"])
def test_a_chapter_means_the_same_afterwards(course: Path, wanted: Wanted) -> None:
    """``format_chapter`` raises where it would not, or where a second time would change more."""
    folder = course.parent if course.name == "course.yaml" else course
    for text, reader in chapters(folder):
        format_chapter(text, reader, wanted)


@pytest.mark.parametrize("seed", range(VARIANTS))
@pytest.mark.parametrize("course", COURSES, ids=lambda path: path.name)
def test_an_untidy_chapter_is_tidied_without_a_change_of_meaning(course: Path, seed: int) -> None:
    folder = course.parent if course.name == "course.yaml" else course
    for text, reader in chapters(folder):
        before = reader.read(untidy(text, Random(seed)))
        after = format_reading(before, reader, Wanted())
        slips = codes(before) - codes(after)
        assert codes(after) <= codes(before)
        assert same(before, after, links=False, ids=False) or slips.keys() & {"MD411", "MD412", "RP001", "RP002"}


def test_untidiness_that_changes_no_meaning_leaves_no_trace() -> None:
    """Or in few variants: names of one's own, as on role cards, keep the colon that they were typed with."""
    traces = tidied = 0
    for course in [course for course in COURSES if course.name == "course.yaml"]:
        for text, reader in chapters(course.parent):
            whole, house = reader.read(text), format_chapter(text, reader, Wanted())
            for seed in range(VARIANTS):
                messy = untidy(text, Random(seed))
                if same(whole, reader.read(messy), links=False, ids=False):
                    tidied += 1
                    traces += format_chapter(messy, reader, Wanted()) != house
    assert tidied > 5
    assert traces < tidied / 4


@pytest.mark.parametrize("text", sorted({text for row in rows().values() for text in chapters_of(row)}))
def test_a_chapter_with_faults_is_tidied_or_left_and_gets_no_new_ones(text: str, reader: Reader) -> None:
    before = reader.read(text)
    after = format_reading(before, reader, Wanted(links=True, ids=True))
    assert codes(after) <= codes(before)


def test_a_rule_that_would_change_what_a_chapter_says_is_refused(
    monkeypatch: pytest.MonkeyPatch, reader: Reader
) -> None:
    def shout(lines: list[str], reading: Reading) -> None:
        lines[:] = [line.replace("听", "说") for line in lines]

    monkeypatch.setattr("ssg.format.chapter.write_headings", shout)
    with pytest.raises(Changed):
        format_chapter("# 一\n\n先听完。\n", reader, Wanted())


UNTIDY = """\
##   测验：听出情绪 ##
- pass ： 60%
-   反馈: 最后
### 客户此刻最可能的情绪是？
- [X] 失望
  - feedback:对。放弃争取，是失望的常见信号。
- ［　］ 满意


- 提示 ： 先听语速，再听用词。
#### 说明
"""


def test_settings_boxes_and_spaces_are_written_in_one_way(tidy: Tidy) -> None:
    assert tidy(UNTIDY.replace("#### 说明\n", "")) == (
        "## 测验：听出情绪\n"
        "\n"
        "- 及格：60%\n"
        "- 反馈：最后\n"
        "\n"
        "### 客户此刻最可能的情绪是？\n"
        "\n"
        "- [x] 失望\n"
        "    - 反馈：对。放弃争取，是失望的常见信号。\n"
        "- [ ] 满意\n"
        "\n"
        "- 提示：先听语速，再听用词。\n"
    )


def test_an_english_course_gets_english_keywords_and_colons(tidy: Tidy) -> None:
    chapter = "## Quiz: Heard\n\n- 及格：60%\n\n### Is it so?\n\n- answer:true\n"
    assert tidy(chapter, "en") == "## Quiz: Heard\n\n- pass mark: 60%\n\n### Is it so?\n\n- answer: true\n"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("＃＃ 先听完\n", "## 先听完\n"),
        ("》 随便你们吧。\n", "> 随便你们吧。\n"),
        ("1、先听完\n2、再复述\n", "1. 先听完\n2. 再复述\n"),
        ("１．先听完\n２．再复述\n", "1. 先听完\n2. 再复述\n"),
        ("·先听完\n•再复述\n", "- 先听完\n- 再复述\n"),
        ("－先听完\n", "- 先听完\n"),
        ("- 【x】 先听完\n- 【 】 再复述\n", "- [x] 先听完\n- [ ] 再复述\n"),
    ],
)
def test_a_slip_that_the_check_names_is_put_right(tidy: Tidy, typed: str, written: str) -> None:
    assert tidy(f"# 一\n\n{typed}") == f"# 一\n\n{written}"


def test_a_setting_with_too_few_spaces_goes_below_its_option(tidy: Tidy) -> None:
    item = "## 测验：听\n\n### 情绪是？\n\n- [x] 失望\n{}- 反馈：放弃争取。\n- [ ] 满意\n"
    assert tidy(item.format(" ")) == item.format("    ")


def test_blanks_get_four_underscores_where_no_id_hangs_on_them(tidy: Tidy) -> None:
    sheet = "## 工作表：日志\n\n- 可加行：是\n\n姓名：___，日期：________\n\n| 时间 |\n|---|\n| ___ |\n"
    assert "姓名：____，日期：____\n" in tidy(sheet)
    assert "| ___ |" in tidy(sheet)


def test_what_stands_in_code_tables_and_prose_is_left(tidy: Tidy) -> None:
    chapter = "# 一\n\n```\n＃ 1、  \n\n\n·x\n```\n\n|  宽  |窄|\n|---|---|\n| a  |b|\n\n说“－”和 1、2。\n"
    assert tidy(chapter) == chapter


def test_hard_breaks_stay(tidy: Tidy) -> None:
    assert tidy("# 一\n\n先听完  \n再复述\\\n再问。   \n") == "# 一\n\n先听完  \n再复述\\\n再问。\n"


def test_ids_are_those_that_the_chapter_had(tidy: Tidy) -> None:
    chapter = "## 测验：听\n\n### 客户满意吗？\n\n- 答案：错\n\n## 工作表：日志\n\n姓名：____\n"
    assert tidy(chapter, ids=True) == (
        "---\nid: a\n---\n\n"
        "## 测验：听\n\n- 编号：测验听\n\n"
        "### 客户满意吗？\n\n- 编号：客户满意吗\n- 答案：错\n\n"
        "## 工作表：日志\n\n- 编号：工作表日志\n\n姓名：____\n"
    )


SCENE = """\
## 角色扮演：空调

- 学员：客服小周
- 人物：王女士

### 接通电话

> 王女士：你们到底管不管？

1. 这件事由我跟到底。 {0} {1}
    - 教练：承诺由自己跟进，她才放心。
2. 请您先报一下订单号。 {0} {1}
    - 教练：先要编号，人就成了编号。
    - 回应：……

### 结局：重新信任

她选了备用机。
"""


def test_arrows_are_one_arrow_and_targets_links_on_request(tidy: Tidy) -> None:
    target = "结局：重新信任"
    assert tidy(SCENE.format("=>", target)) == SCENE.format("→", target)
    assert tidy(SCENE.format("->", target), links=True) == SCENE.format("→", f"[{target}](#结局重新信任)")


def test_a_list_that_another_follows_too_far_in_is_put_right_in_one_go(tidy: Tidy) -> None:
    assert tidy("1.  甲\n2.  乙\n   - 丙\n") == "1. 甲\n2. 乙\n\n- 丙\n"


# The command


def course_of(files: Files, chapter: str | bytes) -> Path:
    """A course of one chapter."""
    return files({"content/a/course.yaml": "title: 例子\n", "content/a/01-a.md": chapter}) / "content/a/01-a.md"


def test_format_writes_what_changed_and_says_so(coursewright: Run, files: Files) -> None:
    file = course_of(files, b"\xef\xbb\xbf#  \xe4\xb8\x80\r\n\r\n\r\n\xe5\xad\x97\r\n")
    file.chmod(0o640)
    done = coursewright("format")
    assert done.returncode == 0 and "formatted content/a/01-a.md" in done.stdout
    assert file.read_bytes() == "# 一\n\n字\n".encode()
    assert file.stat().st_mode & 0o777 == 0o640 or os.name == "nt"
    assert sorted(each.name for each in file.parent.iterdir()) == ["01-a.md", "course.yaml"]
    assert coursewright("format", "--check").returncode == 0


def test_check_changes_nothing_and_fails_where_something_would_change(coursewright: Run, files: Files) -> None:
    file = course_of(files, "#  一\n\n字\n")
    done = coursewright("format", "--check", "a")
    assert done.returncode == 1 and "would format content/a/01-a.md" in done.stdout
    assert file.read_text(encoding="utf-8") == "#  一\n\n字\n"


def test_one_chapter_may_be_named_by_its_file(coursewright: Run, files: Files) -> None:
    course_of(files, "#  一\n")
    files({"content/a/02-b.md": "#  二\n", "content/a/readme.md": "#  三\n"})
    done = coursewright("format", "content/a/02-b.md", "content/a/readme.md")
    assert "formatted content/a/02-b.md" in done.stdout and "01-a.md" not in done.stdout
    assert "readme.md is not a chapter" in done.stdout


def test_a_file_that_is_no_chapter_stands_for_no_chapter(coursewright: Run, files: Files) -> None:
    file = course_of(files, "#  一\n")
    done = coursewright("format", "content/a/course.yaml")
    assert done.returncode == 2 and "course.yaml is not a chapter" in done.stdout
    assert file.read_text(encoding="utf-8") == "#  一\n"


def test_translations_are_formatted_with_their_course_and_keep_the_ids_of_the_original(
    coursewright: Run, tmp_path: Path
) -> None:
    shutil.copytree(REPOSITORY / "tests/browser/courses/bilingual", tmp_path / "content" / "c")
    file = tmp_path / "content/c/01-先听.en.md"
    file.write_text(file.read_text(encoding="utf-8").replace("\n## ", "\n##   "), encoding="utf-8")
    assert coursewright("format", "--ids").returncode == 0
    assert "##   " not in file.read_text(encoding="utf-8") and "\n- id: " not in file.read_text(encoding="utf-8")
    assert "\nid: " in (tmp_path / "content/c/01-先听.md").read_text(encoding="utf-8")
    assert coursewright("check").returncode == 0


def test_what_a_chapter_includes_is_part_of_its_meaning(coursewright: Run, files: Files) -> None:
    chapter = "# 一\n\n## 测验：听\n- 及格 : 60%\n>[!包含] 共用/题.md\n"
    file = course_of(files, chapter)
    shared = files({"content/a/共用/题.md": "### 客户满意吗？\n- 答案:错\n"}) / "content/a/共用/题.md"
    assert coursewright("format").returncode == 0
    assert file.read_text(encoding="utf-8") == ("# 一\n\n## 测验：听\n\n- 及格：60%\n\n> [!包含] 共用/题.md\n")
    assert shared.read_text(encoding="utf-8") == "### 客户满意吗？\n- 答案:错\n"


def test_a_file_in_another_encoding_is_left_with_a_message(coursewright: Run, files: Files) -> None:
    data = "#  一\n\n先听，再说。\n".encode("gb18030")
    file = course_of(files, data)
    done = coursewright("format")
    assert done.returncode == 1 and "CF006" in done.stdout
    assert file.read_bytes() == data


def test_a_file_that_cannot_be_replaced_stays_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    folder = tmp_path / "01-a.md"
    folder.mkdir()
    (folder / "kept").touch()
    with pytest.raises(OSError):
        replace_file(folder, "# 一\n")
    assert [each.name for each in tmp_path.iterdir()] == ["01-a.md"]
