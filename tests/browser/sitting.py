"""What a learner does in the quizzes of the course ``modes``: takes tests, starts the exam, draws from the bank."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page
from trainee import choose, fill

MINUTE = 60_000
RUN = "attempt:exam/final"


def block(page: Page, id: str) -> Locator:
    return page.locator(f".quiz[data-id={id}]")


def within(quiz: Locator, name: str) -> Locator:
    return quiz.locator(f".item[data-id={name}]")


def take(quiz: Locator, mood: str, content: str, second: str, *echoes: str) -> None:
    """Answers the four items of the pre-test or the post-test and hands them in."""
    choose(mood)(within(quiz, "giving-up"))
    choose(content)(within(quiz, "content"))
    fill("情绪", second)(within(quiz, "order"))
    choose(*echoes)(within(quiz, "echo"))
    quiz.get_by_role("button", name="交卷", exact=True).click()


def start(page: Page, limit: str = "不限时") -> Locator:
    exam = block(page, "final")
    exam.get_by_label(limit, exact=True).check()
    exam.get_by_role("button", name=re.compile("^开始")).click()
    return exam


def drawn(page: Page) -> list[str]:
    shown = block(page, "drawn").locator(".question:visible .item")
    return [str(each.get_attribute("data-id")) for each in shown.all()]
