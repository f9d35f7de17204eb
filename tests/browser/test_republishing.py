"""A learner's answers outlive two hundred lists of edits: they show where they were given, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from browsers import launch_options
from edit_scripts import SCRIPTS, Course, Item, edited, published
from learner import saved_file, visit
from playwright.sync_api import Page, Playwright
from republished import lock_of_first, next_version, read

from ssg.render import render

pytestmark = pytest.mark.browser

SHOWN = """async () => {
  const found = {};
  const words = (input) => (input.type === "text" ? input.value : input.labels[0].querySelector("span").textContent);
  const end = performance.now() + 10_000;
  for (const chapter of document.querySelectorAll(".chapter")) {
    const items = [...chapter.querySelectorAll(".item")];
    location.hash = `#${chapter.dataset.chapter}/`;
    while (performance.now() < end && !items.every(({ dataset }) => dataset.state)) {
      await new Promise((next) => setTimeout(next, 5));
    }
    for (const item of items) {
      const chosen = [...item.querySelectorAll("input:checked, input[type=text]")];
      found[item.querySelector("legend").textContent.trim()] = {
        state: item.dataset.state ?? "",
        grade: item.dataset.grade ?? "",
        answer: chosen.map(words).join(),
        notice: item.querySelector(".changed")?.textContent ?? "",
      };
    }
  }
  return found;
}"""
"""What a learner sees of every question, by its wording."""


@pytest.fixture(scope="module")
def learner(playwright: Playwright) -> Iterator[Page]:
    """One learner for all versions, in Chromium, which keeps one storage for all files; Firefox has one for each."""
    browser = playwright.chromium.launch(**launch_options("chromium"))
    page = browser.new_context(locale="zh-CN").new_page()
    yield page
    browser.close()


@pytest.fixture(scope="module")
def first(learner: Page, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the first version, once the learner has answered it."""
    folder = tmp_path_factory.mktemp("first")
    address = build(read(published().files(), folder / "edits")[0], folder / "site")
    visit(learner, address)
    for item in published().items():
        if item.answer is not None:
            give(learner, item)
    return address


def build(course: Any, folder: Path) -> str:
    """The address of a checked course, rendered and written."""
    for path, content in render([course]).files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return (folder / "edits" / "index.html").as_uri()


def give(page: Page, item: Item) -> None:
    """Answers a question as a learner does."""
    page.evaluate(
        "(words) => (location.hash = `#${[...document.querySelectorAll('.item')]"
        ".find((item) => item.textContent.includes(words)).closest('.chapter').dataset.chapter}/`)",
        item.first,
    )
    question = page.locator(".item", has_text=item.first)
    assert item.answer is not None
    if item.kind in ("choice", "truefalse"):
        question.locator(".option", has_text=item.answer).first.locator("input").check()
    else:
        question.locator("input[type=text]").fill(item.answer)
    question.locator(".check").click()


def wrongly_shown(course: Course, seen: Mapping[str, Mapping[str, str]]) -> list[object]:
    """The questions that show otherwise than what the learner did and the author changed."""
    return [(item, seen.get(item.stem)) for item in course.items() if not is_right(item, seen[item.stem])]


def is_right(item: Item, shown: Mapping[str, str]) -> bool:
    """Whether the question shows its own answer, marked where it was given to an older wording, and no other."""
    if not item.first or item.answer is None:
        return shown == {"state": "open", "grade": "", "answer": "", "notice": ""}
    if item.changed:
        return (shown["state"], shown["answer"]) == ("open", "") and f"你当时的作答：{item.answer}" in shown["notice"]
    grade = "right" if item.answer == _first_key(item) else "wrong"
    return shown == {"state": "closed", "grade": grade, "answer": item.answer, "notice": ""}


def _first_key(item: Item) -> str:
    return next(each.right for each in published().items() if each.first == item.first)


def test_answers_show_where_they_were_given_and_nowhere_else(first: str, learner: Page, tmp_path: Path) -> None:
    lock = lock_of_first(tmp_path / "edits")
    wrong = {}
    for seed in range(SCRIPTS):
        learner.goto(build(next_version(seed, lock, tmp_path / "edits"), tmp_path / "site"))
        if found := wrongly_shown(edited(seed), learner.evaluate(SHOWN)):
            wrong[seed] = found
    assert wrong == {}


def test_the_first_version_still_shows_everything(first: str, learner: Page) -> None:
    learner.goto(first)
    assert wrongly_shown(published(), learner.evaluate(SHOWN)) == []


def test_nothing_of_a_deleted_question_is_lost(first: str, learner: Page, tmp_path: Path) -> None:
    lock = lock_of_first(tmp_path / "edits")
    seed = next(seed for seed in range(SCRIPTS) if any(item.answer for item in edited(seed).gone))
    visit(learner, build(next_version(seed, lock, tmp_path / "edits"), tmp_path / "site"))
    learner.reload()
    kept = [record["v"]["words"] for id, record in saved_file(learner)["records"].items() if id.startswith("answer:")]
    assert sorted(kept) == sorted([item.answer] for item in published().items() if item.answer)
