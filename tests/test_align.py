"""A translated item has the original's ids, and whatever tells which of them is right must be the original's too."""

from __future__ import annotations

import pytest
from command import Files, Run

PICK = "### First ____\n\n- gap1: {}\n- choices: feelings, facts, face\n- explanation: People first.\n"
JUDGE = "### What now?\n\n- [ ] One\n    - judged: {}\n- [ ] Two\n- [ ] Three\n    - judged: {}\n- explanation: Why.\n"
SPOT = "### Mark\n\n- type: marking words\n- explanation: Why.\n\nYou {} pay {} now.\n"
EMOTION = "### What?\n\n- [ ] One\n    - share: {}\n- [ ] Two\n    - share: {}\n- explanation: Why.\n"
RATING = "### How?\n\n- scale: 1–5\n- explanation: Why.\n- [ ] One\n    - panel: {}\n- [ ] Two\n    - panel: {}\n"


@pytest.mark.parametrize(
    ("item", "original", "same", "other"),
    [
        (PICK, ["feelings"], ["feelings"], ["facts"]),
        (JUDGE, ["best", "worst"], ["best", "worst"], ["worst", "best"]),
        (SPOT, ["**must**", "*right*"], ["**have to**", "*very*"], ["*must*", "**right**"]),
        (EMOTION, ["60%", "40%"], ["60%", "40%"], ["40%", "60%"]),
        (RATING, ["4.5", "2"], ["4.5", "2"], ["2", "4.5"]),
    ],
    ids=["pick", "judgement", "spot", "emotion", "rating"],
)
def test_the_right_answer_is_that_of_the_original(
    coursewright: Run, files: Files, item: str, original: list[str], same: list[str], other: list[str]
) -> None:
    quiz = "# Listen\n\n## Quiz: Listen\n\n"
    course = {"course.yaml": "title: A\nlanguage: en\nlanguages: [zh-Hans]\n", "course.zh-Hans.yaml": "title: 甲\n"}
    for name, values in (("same", same), ("other", other)):
        chapters = {"01-a.md": quiz + item.format(*original), "01-a.zh-Hans.md": quiz + item.format(*values)}
        files({f"content/{name}/{path}": text for path, text in {**course, **chapters}.items()})
    assert "TR005" not in coursewright("check", "same").stdout
    assert "TR005" in coursewright("check", "other").stdout
