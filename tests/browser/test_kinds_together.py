"""Kinds of blocks on one page: none of them draws what belongs to another."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture
def mixed(site: Path, page: Page) -> Page:
    page.goto(f"{(site / 'together' / 'index.html').as_uri()}#page/")
    return page


def test_an_exercise_beside_an_ordering_question_numbers_its_steps_once(mixed: Page) -> None:
    step = mixed.get_by_role("list", name="步骤").get_by_text("一人说，一人听。")
    expect(step).to_have_css("border-top-width", "0px")
    assert step.evaluate("step => getComputedStyle(step, '::before').content") == "none"


def test_a_card_beside_a_role_play_is_no_bubble(mixed: Page) -> None:
    card = mixed.locator("cw-cards").get_by_role("group").first
    expect(card.locator(":scope > :last-child")).to_have_css("border-top-width", "0px")


def test_a_case_beside_a_survey_has_no_second_line_above_its_questions(mixed: Page) -> None:
    expect(mixed.get_by_role("heading", name="她此刻最在意的是什么？")).to_have_css("border-top-width", "0px")
