"""Words that change with a number, and the language a page opens in: the browser's Intl and the build say the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from ssg.parse.metadata.languages import LANGUAGES
from ssg.plural import plural_rule
from ssg.theme import load_theme

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rule_in_the_theme_is_that_of_unicode(language: str, page: Page) -> None:
    rule = plural_rule(load_theme("base").language(language))
    categories = page.evaluate(
        "(language) => new Intl.PluralRules(language).resolvedOptions().pluralCategories", language
    )
    assert sorted(categories) == sorted(rule.categories)
    told = page.evaluate(
        "(language) => Array.from({ length: 300 }, (_, n) => new Intl.PluralRules(language).select(n))", language
    )
    assert told == [rule.category(number) for number in range(300)]


@pytest.mark.parametrize(
    ("locales", "shown"),
    [
        (["zh-TW", "zh", "en"], "zh-Hant"),
        (["zh-HK"], "zh-Hant"),
        (["zh-CN"], "zh-Hans"),
        (["zh-SG"], "zh-Hans"),
        (["zh"], "zh-Hans"),
        (["en-AU", "zh-TW"], "en"),
        (["ar-MA"], "ar"),
        (["C", "fr", "zh-Hant-MO"], "zh-Hant"),
        (["fr"], "zh-Hans"),
    ],
)
def test_the_browser_s_languages_choose_the_first_that_the_course_has(
    locales: list[str], shown: str, browser: Browser, site: Path
) -> None:
    """The boot script decides from what the page offers and the browser asks for."""
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(f"""
      Object.defineProperty(navigator, "languages", {{ get: () => {locales!r} }});
      new MutationObserver((_, watch) => {{
        if (!document.documentElement) return;
        document.documentElement.dataset.languages = "zh-Hans zh-Hant en ar";
        watch.disconnect();
      }}).observe(document, {{ childList: true }});
      document.addEventListener("readystatechange", () => {{
        const {{ dataset, lang }} = document.documentElement;
        window.chosen ??= dataset.language ?? lang;
      }});
    """)
    page.goto((site / "demo" / "index.html").as_uri())
    expect(page.locator("#cover")).to_be_attached()
    assert page.evaluate("chosen") == shown
    context.close()
