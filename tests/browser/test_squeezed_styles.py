"""Squeezing changes no rule of a style sheet: a browser reads the same from both."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from ssg.squeeze import squeeze_style
from ssg.theme import themes_folder

pytestmark = pytest.mark.browser

READ = """(text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return [...sheet.cssRules].map((rule) => rule.cssText).join("\\n");
}"""


def rules(page: Page, text: str) -> str:
    """The rules as the browser says them, without white space and zeros where none is needed, properties as numbers."""
    said = re.sub(r"\s*([,/])\s*|(?<=:) ", r"\1", re.sub(r"\s+", " ", page.evaluate(READ, text)))
    said = re.sub(r"(?<![\w.])0(?=\.\d)", "", said)
    numbers = {name: f"--{at}" for at, name in enumerate(dict.fromkeys(re.findall(r"--[\w-]+", said)))}
    return re.sub(r"--[\w-]+", lambda match: numbers[match[0]], said)


def test_squeezed_styles_are_the_same_rules(page: Page) -> None:
    written = "\n".join(file.read_text(encoding="utf-8") for file in sorted(themes_folder().rglob("*.css")))
    assert rules(page, squeeze_style(written)) == rules(page, written)


def test_a_space_before_a_nested_pseudo_class_stays(page: Page) -> None:
    nested = ".a { & .b :is(i, b) { color: red; } }"
    assert rules(page, squeeze_style(nested)) == rules(page, nested)
    assert rules(page, nested) != rules(page, nested.replace(" :is", ":is"))
