"""What every page must pass: no violation that axe finds, and no sideways scrolling."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

LOOKS = [("light", 1280), ("dark", 390), ("light", 320)]
"""Colour scheme and width in pixels."""


def violations(page: Page, within: str | None = None) -> list[tuple[str, Any]]:
    """The rules that the page, or a part of it, breaks, with the elements that do."""
    # Preloading would fetch the style sheet, which the page's policy forbids.
    options = {"resultTypes": ["violations"], "preload": False}
    found = Axe().run(page, context=within, options=options).response["violations"]
    return [(rule["id"], [node["html"][:160] for node in rule["nodes"]]) for rule in found]


def sideways(page: Page) -> int:
    """By how many pixels the page is wider than the window."""
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
