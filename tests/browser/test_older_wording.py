"""A course is changed while a learner is in it: what was answered is told in words and never put to another wording."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from learner import await_saved, last_file, saved_file, visit
from playwright.sync_api import Page, expect
from republished import read
from trainee import arrange, check, choose, fill, item

from ssg.render import render

pytestmark = pytest.mark.browser

SETTINGS = "title: 改版\nid: edits\nlanguage: zh-Hans\n"
QUIZ = """# 听

## 测验：听一听

- 编号：quiz
- 次数：1

### 客户越说越慢，多半是？

- 编号：slow
- [x] 失望
- [ ] 满意
- [ ] 兴奋

### 复述要保留什么词？

- 编号：words
- 答案：关键词

### 把步骤排好

- 编号：steps
- 题型：排序

1. 听完
2. 复述
3. 道谢
"""
SCENE = """# 说

## 角色扮演：来电

- 编号：call
- 学员：小周
- 人物：王女士

### 接通

> 王女士：你们到底管不管？

1. 您好，两天白等了。 → 追问
2. 订单号多少？ → 结局：挂断

### 追问

> 王女士：那你说怎么办？

1. 今天之内给您答复。 → 结局：约好
2. 我也没办法。 → 结局：挂断

### 结局：约好

约好了。

### 结局：挂断

挂断了。
"""

Version = Callable[..., None]


@pytest.fixture
def publish(tmp_path: Path) -> Version:
    """Builds the course, with some of its words replaced, to the address that the learner knows."""
    versions = count()

    def build(**changes: str) -> None:
        built = time.time() + 2 * next(
            versions
        )  # a server tells versions of the same second from each other by nothing
        texts = {"01-听.md": QUIZ, "02-说.md": SCENE}
        for old, new in changes.items():
            assert any(old in text for text in texts.values()), old
            texts = {name: text.replace(old, new) for name, text in texts.items()}
        course, errors = read({"course.yaml": SETTINGS, **texts}, tmp_path / "edits")
        assert errors == []
        for path, content in render([course]).files.items():
            file = tmp_path / "site" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
            os.utime(file, (built, built))

    return build


@pytest.fixture
def learner(page: Page, publish: Version, tmp_path: Path, serve: Callable[[Path], str]) -> Page:
    """A page of the first version, before anything is answered."""
    publish()
    visit(page, f"{serve(tmp_path / 'site')}/edits/index.html#听/")
    return page


def answer(page: Page) -> None:
    """Chooses, types and arranges."""
    for name, act in (("slow", choose("满意")), ("words", fill("关键词")), ("steps", arrange("复述", "听完", "道谢"))):
        act(item(page, name))
        check(item(page, name))


def test_an_answer_to_an_older_wording_is_told_in_words_even_when_its_option_is_gone(
    learner: Page, publish: Version
) -> None:
    answer(learner)
    publish(**{"- [ ] 满意\n": "- [ ] 高兴\n", "什么词？": "哪一种词？", "3. 道谢": "3. 谢过"})
    learner.reload()
    for name, words in (("slow", "满意"), ("words", "关键词"), ("steps", "复述、听完、道谢")):
        expect(item(learner, name).locator(".changed")).to_contain_text(f"你当时的作答：{words}")
        expect(item(learner, name).get_by_role("button", name="检查")).to_be_visible()
    expect(item(learner, "words").get_by_role("textbox")).to_have_value("")
    expect(item(learner, "slow").get_by_role("radio", checked=True)).to_have_count(0)
    expect(learner.get_by_text("已答 0 / 3 题")).to_be_visible()


def test_a_question_whose_order_or_feedback_changed_stays_answered(learner: Page, publish: Version) -> None:
    answer(learner)
    publish(**{"- [x] 失望\n- [ ] 满意\n": "- [ ] 满意\n- [x] 失望\n    - 反馈：放弃争取。\n"})
    learner.reload()
    expect(item(learner, "slow").get_by_role("status")).to_contain_text("没答对")
    expect(item(learner, "slow").locator(".changed")).to_have_count(0)
    expect(learner.get_by_role("region", name="测验小结")).to_be_visible()


def test_a_changed_question_is_answered_anew_and_the_older_answer_stays_in_both_files(
    learner: Page, publish: Version
) -> None:
    answer(learner)
    publish(**{"什么词？": "哪一种词？"})
    learner.reload()
    fill("客套话")(item(learner, "words"))
    check(item(learner, "words"))
    expect(item(learner, "words").get_by_role("status")).to_contain_text("没答对")
    expect(item(learner, "words").locator(".changed")).to_have_count(0)
    records = saved_file(learner)["records"]
    assert [older["words"] for older in records["older:听/quiz/words"]["v"]] == [["关键词"]]
    assert (records["answer:听/quiz/words"]["v"]["attempt"], records["history:听/quiz/words"]["v"]["attempts"]) == (
        1,
        1,
    )
    learner.evaluate("location.hash = '#results/'")
    learner.locator(".results [data-action=download-results]").click()
    (entry,) = [entry for entry in last_file(learner)["answers"] if entry["item"] == "words"]
    assert [attempt["response"] for attempt in entry["older"]] == ["关键词"]


def test_what_was_being_typed_is_told_and_not_put_to_the_new_wording(learner: Page, publish: Version) -> None:
    fill("客套话")(item(learner, "words"))
    await_saved(learner, "draft:听/quiz/words")
    publish(**{"什么词？": "哪一种词？"})
    learner.reload()
    expect(item(learner, "words").locator(".changed")).to_contain_text("你当时的作答：客套话")
    expect(item(learner, "words").get_by_role("textbox")).to_have_value("")


def test_the_older_build_reads_what_was_answered_in_the_newer_one(learner: Page, publish: Version) -> None:
    publish(**{"什么词？": "哪一种词？"})
    learner.reload()
    answer(learner)
    publish()
    learner.reload()
    expect(item(learner, "words").locator(".changed")).to_contain_text("你当时的作答：关键词")
    expect(item(learner, "slow").get_by_role("status")).to_contain_text("没答对")


def test_a_play_under_way_goes_on_when_what_was_reworded_keeps_its_id(learner: Page, publish: Version) -> None:
    learner.evaluate("location.hash = '#说/'")
    learner.get_by_role("button", name="开始").click()
    learner.get_by_role("button", name="您好，两天白等了。").click()
    expect(learner.get_by_role("log")).to_contain_text("那你说怎么办？")
    id = learner.evaluate("document.querySelector('[data-choice]').dataset.choice")
    publish(
        **{
            "1. 您好，两天白等了。 → 追问\n": f"1. 您好，让您白等了两天。 → 追问她\n    - 编号：{id}\n",
            "### 追问\n": "### 追问她\n\n- 编号：追问\n",
        }
    )
    learner.reload()
    expect(learner.get_by_role("log")).to_contain_text("让您白等了两天")
    learner.get_by_role("button", name="今天之内给您答复。").click()
    expect(learner.get_by_text("约好了。").last).to_be_visible()
