"""Who sees what: no file for trainees holds a word that is for trainers alone, nor a key; trainers get all."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from html import unescape
from pathlib import Path

import pytest
from command import REPOSITORY, plain_environment
from pypdf import PdfReader

from ssg.blocks.case import Case
from ssg.blocks.quiz import Quiz
from ssg.blocks.roleplay.scene import Scene
from ssg.model import Block, Course
from ssg.questions.answer import answer_of
from ssg.steps import Work, assemble, discover, parse
from ssg.templates import strings_of
from ssg.terminal import ProgressLine
from ssg.theme import load_theme

OWN = Path(__file__).parent / "courses" / "audience"
COURSES = {
    "audience": OWN,
    "demo": REPOSITORY / "content/emotional-intelligence",
    "guide": REPOSITORY / "content/guide",
}
PRINTED = {"guide": ("--pack", "workbook", "test", "cards", "certificate")}
"""What is printed as PDF of a course so long that the rest is looked at as pages alone; else all."""

SHORTEST = 6
"""Shorter texts are words that anybody may use."""

_KEY = re.compile(r'<script type="application/json" class="key">"[A-Za-z0-9+/=]*"</script>')
_TAG = re.compile(r"<[^>]*>")
_BLOCK = re.compile(r"</?(?:p|li|ul|ol|div|td|th|tr|table|h\d|br|figure|figcaption|blockquote|dt|dd)\b[^>]*>")
_BLANK = re.compile(r"\s+")
_FENCE = re.compile(r"^(?:```|~~~).*?^(?:```|~~~)", re.MULTILINE | re.DOTALL)

pytestmark = pytest.mark.browser


@cache
def course_of(name: str) -> Course:
    work = Work(start=REPOSITORY, progress=ProgressLine(sys.stdout))
    sources = discover([str(COURSES[name])], work)
    (course,) = assemble(sources, parse(sources, work), work)
    return course


@pytest.fixture(scope="module", params=COURSES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def built(name: str, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Every file that ``build`` gives trainees, as text under its path."""
    out = tmp_path_factory.mktemp("built")
    run("build", str(COURSES[name]), "-o", str(out))
    return {path.relative_to(out).as_posix(): _said(path) for path in out.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def packs(name: str, printed_to: Callable[..., Path]) -> Mapping[str, str]:
    """The text of every pack by its path, as a page and as PDF."""
    found = {}
    for arguments in (PRINTED.get(name, ()), ("--html",)):
        (folder,) = (each for each in printed_to(str(COURSES[name]), *arguments).iterdir() if each.is_dir())
        found |= {
            path.relative_to(folder).as_posix(): _said(path) for path in sorted(folder.rglob("*")) if path.is_file()
        }
    return found


def run(*arguments: str) -> None:
    command = [sys.executable, "-m", "ssg", *arguments]
    done = subprocess.run(
        command, cwd=REPOSITORY, env=plain_environment(), capture_output=True, encoding="utf-8", timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr


def _said(path: Path) -> str:
    """All that a file says, its name included, without white space: with its tags and without them."""
    if path.suffix == ".pdf":
        text = "\n".join(page.extract_text() for page in PdfReader(path).pages)
    else:
        text = _KEY.sub("", path.read_bytes().decode("utf-8", "replace"))
    return "\n".join(_BLANK.sub("", unescape(each)) for each in (path.name, text, _TAG.sub("", text)))


# What trainers alone may read


def notes_of(course: Course) -> Iterator[str]:
    """Every sentence of every trainer's note."""
    return (line for page in course.pages() for note in page.notes for line in _lines(note.html))


def keys_of(course: Course) -> Iterator[str]:
    """Every explanation, feedback, coach note, reference analysis and model answer."""
    t = strings_of(load_theme(course.settings.theme), course)
    for block in course.blocks():
        for html in _keys(block, t):
            yield from _lines(html)


def _keys(block: Block, t: object) -> Iterator[str]:
    if isinstance(block, Quiz):
        for item in block.items():
            answer = answer_of(item, t)  # type: ignore[arg-type] # words of templates
            yield item.explanation
            yield from (remark.feedback for remark in answer.remarks)
            if not any(expected.ids for expected in answer.expected):
                yield from (word for expected in answer.expected for word in expected.words)
    elif isinstance(block, Case):
        yield from (question.reference for question in block.questions)
    elif isinstance(block, Scene):
        for node in block.plot.nodes.values():
            yield from (choice.coach for choice in node.choices)
            yield from node.writing.models if node.writing else ()


def _lines(html: str) -> Iterator[str]:
    for line in _BLOCK.split(html):
        text = _BLANK.sub("", unescape(_TAG.sub("", line)))
        if len(text) >= SHORTEST:
            yield text


def told(course: Course, texts: Iterator[str]) -> set[str]:
    """The texts without those that trainees read anyway, since a course about writing shows them as examples."""
    fences = (_FENCE.findall(path.read_text(encoding="utf-8")) for path in _folder(course).rglob("*.md"))
    public = _BLANK.sub("", "\n".join(code for found in fences for code in found))
    return {text for text in texts if text not in public}


def _folder(course: Course) -> Path:
    return REPOSITORY / Path(course.settings.path).parent


def for_trainees(packs: Mapping[str, str]) -> Mapping[str, str]:
    return {path: text for path, text in packs.items() if not path.startswith("trainer/")}


def for_trainers(packs: Mapping[str, str]) -> Mapping[str, str]:
    return {path: text for path, text in packs.items() if path.startswith("trainer/")}


def found_in(texts: Mapping[str, str], secrets: set[str]) -> list[tuple[str, str]]:
    return [(path, secret) for path, text in texts.items() for secret in sorted(secrets) if secret in text]


def test_nothing_that_is_built_holds_a_note_or_a_key(name: str, built: Mapping[str, str]) -> None:
    course = course_of(name)
    secrets = told(course, notes_of(course)) | told(course, keys_of(course))
    assert secrets
    assert "index.html" in built
    assert found_in(built, secrets) == []


def test_no_pack_for_trainees_holds_a_note_or_a_key(name: str, packs: Mapping[str, str]) -> None:
    course = course_of(name)
    secrets = told(course, notes_of(course)) | told(course, keys_of(course))
    assert {"workbook.pdf", "test-paper-a.pdf", "handout.html", "workbook.html", "certificate.html"} <= for_trainees(
        packs
    ).keys()
    assert found_in(for_trainees(packs), secrets) == []


def test_every_note_stands_in_the_guide(name: str, packs: Mapping[str, str]) -> None:
    notes = set(notes_of(course_of(name)))
    assert [note for note in sorted(notes) if note not in packs["trainer/guide.html"]] == []


def test_every_key_stands_in_what_trainers_get(name: str, packs: Mapping[str, str]) -> None:
    keys = set(keys_of(course_of(name)))
    everything = "\n".join(text for path, text in for_trainers(packs).items() if path.endswith(".html"))
    assert [key for key in sorted(keys) if key not in everything] == []


@pytest.mark.parametrize("name", ["audience"], indirect=True)
def test_every_marked_sentence_of_the_source_is_where_it_belongs(
    built: Mapping[str, str], packs: Mapping[str, str]
) -> None:
    """Without the model: the sentences are found in the files that the author wrote, by the marks that they bear."""
    source = "\n".join(path.read_text(encoding="utf-8") for path in OWN.rglob("*.md"))
    marked = set(re.findall(r"讲师句\d\d|钥匙\d\d", source))
    assert len(marked) == 77
    assert found_in(built, marked) == []
    assert found_in(for_trainees(packs), marked) == []
    for path in ("trainer/guide.html", "trainer/guide.pdf"):
        assert {mark for mark in marked if mark not in packs[path]} == set(), path


@pytest.mark.parametrize("name", ["audience"], indirect=True)
def test_a_file_that_only_trainers_are_told_of_is_not_handed_out(
    built: Mapping[str, str], packs: Mapping[str, str]
) -> None:
    assert found_in({**built, **for_trainees(packs)}, {"only-trainer", "only-setting", "only-picture"}) == []
    assert found_in(built, {"讲师句03", "讲师句04"}) == []
    assert "files/only-trainer.txt" in packs["trainer/guide.html"]
    assert "files/only-setting.txt" in packs["trainer/guide.html"]


OTHERWISE = {
    "[ ] 您先别急。": "[x] 您先别急。",
    "[x] 等了两天": "[ ] 等了两天",
    "[x] 一声叹气": "[ ] 一声叹气",
    "[ ] 外地口音": "[x] 外地口音",
    "答案：错": "答案：对",
    "空1：钥匙25": "空1：别的词",
    "答案：钥匙26 | 钥匙27": "答案：别的词",
    "答案：24": "答案：36",
    "1. 听完\n2. 复述\n": "1. 复述\n2. 听完\n",
    "| 随便吧 | 失望 |\n| 到底管不管 | 愤怒 |": "| 随便吧 | 愤怒 |\n| 到底管不管 | 失望 |",
    "事情\n- 空1：情绪": "事情\n- 空1：事情",
    "| 漏水三次 | 受够了 |": "| 受够了 | 漏水三次 |",
    "您**必须**先提供发票，我*马上*查": "您*必须*先提供发票，我**马上**查",
    "评价：最佳": "评价：最差",
    "评价：最差\n    - 反馈：钥匙35": "评价：最佳\n    - 反馈：钥匙35",
    "专家评分：4.5": "专家评分：2.5",
    "占比：70%": "占比：20%",
}
"""Other answers to the same questions of the course."""


def test_other_answers_change_no_byte_of_a_trainee_s_pack(tmp_path: Path) -> None:
    """What is right cannot be guessed from a pack, for instance by the order in which it prints the options."""
    source = (OWN / "04-考.md").read_text(encoding="utf-8")
    changed = source
    for answer, other in OTHERWISE.items():
        assert answer in source
        changed = _replaced_last(changed, answer, other)
    assert _trainee_pages(tmp_path / "one", source) == _trainee_pages(tmp_path / "other", changed)


def _replaced_last(text: str, old: str, new: str) -> str:
    before, _, after = text.rpartition(old)
    return f"{before}{new}{after}"


def _trainee_pages(folder: Path, chapter: str) -> Mapping[str, bytes]:
    shutil.copytree(OWN, folder / "course")
    (folder / "course" / "04-考.md").write_text(chapter, encoding="utf-8")
    run("print", str(folder / "course"), "-o", str(folder / "out"), "--html", "--pack", "handout", "workbook", "test")
    return {path.name: path.read_bytes() for path in sorted((folder / "out/audience").glob("*.html"))}
