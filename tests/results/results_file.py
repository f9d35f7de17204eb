"""A results file as a page makes it, to be altered by tests."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ssg.results.certificate import code_of
from ssg.results.reading import read_results

COURSE = {
    "course.yaml": 'title: 倾听\nid: listening\nlanguage: zh-Hans\nversion: "1.0"\npass_mark: 60\n',
    "01-first.md": """# 先听

## 测验：听一听

- 编号：listen

### 他满意吗？

- 编号：happy
- 答案：对
- 解析：他说了谢谢。
- 分值：2

### 每小时几通电话？

- 编号：calls
- 答案：24
- 解析：手册写的。
- 提示：看手册。
- 提示扣分：20%
""",
}


def results(prints: dict[str, str] | None = None) -> dict[str, Any]:
    """Two answers, 2 of 2 points and, after a hint, 4/5 of 1; certified."""
    prints = prints or {}
    happy = answer("happy", "truefalse", True, "2", 2, 0, prints)
    calls = answer("calls", "numeric", "24", "4/5", 1, 1, prints)
    quiz = {"chapter": "first", "block": "listen", "earned": "14/5", "possible": 3}
    sums = {"chapter": "first", "title": "先听", "state": "passed", "earned": "14/5", "possible": 3}
    counted = [
        {"chapter": "first", "block": "listen", "item": name, "points": n} for name, n in (("happy", 2), ("calls", 1))
    ]
    stated = {**quiz, "title": "听一听", "answered": 2, "items": 2, "pass_mark": 60, "passed": True, "counted": counted}
    words = {"name": "陈晨", "version": "1.0", "build": "b1", "date": "2026-05-01", "earned": "14/5", "possible": 3}
    return sealed(
        {
            "format": "coursewright-results",
            "schema": 1,
            "course": {"id": "listening", "title": "倾听", "version": "1.0", "build": "b1"},
            "learner": {"name": " 陈晨 "},
            "exported": "2026-05-01T08:00:00.000Z",
            "answers": [happy, calls],
            "plays": [],
            "fields": [],
            "totals": {"earned": "14/5", "possible": 3, "chapters": [sums], "quizzes": [stated], "pretests": []},
            "certificate": {**words, "quizzes": [{**quiz, "pass_mark": 60}], "code": ""},
        }
    )


def answer(
    name: str, kind: str, response: Any, earned: str, possible: int, hints: int, prints: dict[str, str]
) -> dict[str, Any]:
    attempt = {
        "response": response,
        "earned": earned,
        "possible": possible,
        "hints": hints,
        "print": prints.get(name, "p"),
    }
    attempt |= {"started": None, "ended": "2026-05-01T08:00:00.000Z"}
    place = {"chapter": "first", "block": "listen", "item": name}
    return {**place, "kind": kind, "attempts": 1, "shown": 0, "first": attempt, "last": dict(attempt)}


def sealed(file: dict[str, Any]) -> dict[str, Any]:
    """The file with the code that its certificate makes: as somebody would write it who knows how."""
    read = read_results(json.dumps(file).encode())
    assert read.certificate is not None
    file["certificate"]["code"] = code_of(read.course, read.certificate)
    return file


def written(folder: Path, file: Any) -> str:
    """The path of a file that holds this JSON."""
    path = folder / "results.json"
    path.write_text(json.dumps(file, ensure_ascii=False), encoding="utf-8")
    return str(path)
