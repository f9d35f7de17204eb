"""The clock of a class: where each chapter and each part begins, and what is said where nobody gave a time."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from command import Files

from ssg.model import Block, Prose
from ssg.paper.agenda import Session, agenda_of, clock
from ssg.steps import Work, assemble, discover, parse
from ssg.terminal import ProgressLine

EXERCISE = """## 练习：{title}

- 时间：{minutes} 分钟

1. 说一句。

- 复盘：难在哪里？
"""

Plan = Callable[..., Sequence[Session]]


@pytest.fixture
def plan(files: Files) -> Plan:
    """The sessions of a course with these chapters, each its minutes and its text; every part is equally long."""

    def sessions(*chapters: tuple[int | None, str]) -> Sequence[Session]:
        written = {"content/a/course.yaml": "title: 课\nid: a\n"}
        for number, (minutes, text) in enumerate(chapters, 1):
            front = f"minutes: {minutes}\n" if minutes else ""
            written[f"content/a/{number:02}.md"] = f"---\ntitle: 章{number}\nid: c{number}\n{front}---\n\n{text}"
        folder: Path = files(written)
        work = Work(start=folder, progress=ProgressLine(sys.stdout))
        sources = discover(["content/a"], work)
        (course,) = assemble(sources, parse(sources, work), work)
        return agenda_of(course, lambda part: 10)

    return sessions


def test_a_chapter_begins_when_the_one_before_is_over(plan: Plan) -> None:
    sessions = plan((30, "先听。"), (45, "再说。"), (10, "再见。"))
    assert [(clock(each.start), clock(each.end)) for each in sessions] == [
        ("00:00", "00:30"),
        ("00:30", "01:15"),
        ("01:15", "01:25"),
    ]


def test_what_the_exercises_leave_is_text_and_talk(plan: Plan) -> None:
    (session,) = plan((30, f"先听。\n\n{EXERCISE.format(title='甲', minutes=12)}"))
    assert [(slot.block.title, slot.minutes) for slot in session.slots] == [("甲", 12)]
    assert session.talk == 18


def test_exercises_that_need_more_than_the_chapter_has_are_told(plan: Plan) -> None:
    (session,) = plan((10, EXERCISE.format(title="甲", minutes=25)))
    assert session.talk == -15


def test_behind_a_chapter_without_a_time_the_clock_says_only_the_earliest(plan: Plan) -> None:
    first, second, third = plan((20, "先听。"), (None, EXERCISE.format(title="甲", minutes=15)), (30, "再说。"))
    assert (first.open, second.open, third.open) == (False, False, True)
    assert (second.stated, second.minutes, clock(third.start, open=third.open)) == (False, 15, "00:35+")


def test_parts_without_a_time_share_what_is_left_by_their_length(plan: Plan) -> None:
    text = f"先听。\n\n{EXERCISE.format(title='甲', minutes=10)}\n---\n\n再说。\n"
    (session,) = plan((30, text))
    starts = [session.starts[id(part)] for part in session.chapter.parts]
    kinds = ["prose" if isinstance(part, Prose) else part.kind for part in session.chapter.parts]
    assert list(zip(kinds, starts, strict=True)) == [("prose", 0), ("exercise", 10), ("prose", 20)]


def test_what_is_written_takes_longer_than_what_is_read(plan: Plan) -> None:
    (session,) = plan((62, "先听。\n\n## 反思：写\n\n* 记下一句____\n\n---\n\n再说。\n"))
    starts = [session.starts[id(part)] for part in session.chapter.parts]
    assert isinstance(session.chapter.parts[1], Block)
    assert starts == [0, 2, 60]


def test_a_chapter_without_a_time_has_no_clock_inside(plan: Plan) -> None:
    (session,) = plan((None, "先听。"))
    assert session.starts == {}


@pytest.mark.parametrize(("minutes", "shown"), [(0, "00:00"), (65, "01:05"), (600, "10:00")])
def test_the_clock_counts_hours_and_minutes(minutes: int, shown: str) -> None:
    assert clock(minutes) == shown
