"""What every page must pass: no violation that axe finds, and no sideways scrolling."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

LOOKS = [("light", 1280), ("dark", 390), ("light", 320)]
"""Colour scheme and width in pixels."""
LOOK_OF = {"firefox": ("light", 320), "webkit": ("light", 1280)}
"""The one of them that each other engine takes: axe reads documents and styles, which are the same, but what fits on a
phone is the engine's affair, and no window of WebKitGTK is so narrow."""


def violations(page: Page, within: str | None = None) -> list[tuple[str, Any]]:
    """The rules that the page, or a part of it, breaks, with the elements that do."""
    # Preloading would fetch the style sheet, which the page's policy forbids.
    options = {"resultTypes": ["violations"], "preload": False}
    found = Axe().run(page, context=within, options=options).response["violations"]
    return [(rule["id"], [node["html"][:160] for node in rule["nodes"]]) for rule in found]


def sideways(page: Page) -> int:
    """By how many pixels the page is wider than the window."""
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


CLIPPED = """() => [...document.querySelectorAll("body *")].filter((each) => {
  const { overflowX, overflowY, clipPath } = getComputedStyle(each);
  const hidden = [["scrollWidth", "clientWidth", overflowX], ["scrollHeight", "clientHeight", overflowY]];
  return each.checkVisibility() && clipPath === "none" && each.clientWidth > 1 && !each.closest("svg, math, option")
    && hidden.some(([all, shown, overflow]) => ["hidden", "clip"].includes(overflow) && each[all] > each[shown] + 1);
}).map((each) => each.outerHTML.slice(0, 120))"""


def clipped(page: Page) -> list[str]:
    """The visible elements that cut off a part of what is in them."""
    found: list[str] = page.evaluate(CLIPPED)
    return found


SMALL = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, label:has(input)")]
  .filter((each) => each.checkVisibility() && !each.matches("label input, p a, li > a:not(:only-child), td a"))
  .map((each) => [each, each.getBoundingClientRect()])
  .filter(([, { width, height }]) => width > 1 && (width < 24 || height < 24))
  .map(([each, { width, height }]) => `${each.outerHTML.slice(0, 100)} ${Math.round(width)} × ${Math.round(height)}`)"""


def small_targets(page: Page) -> list[str]:
    """What is to be pressed, is no link in a sentence, and is smaller than 24 pixels in one direction."""
    found: list[str] = page.evaluate(SMALL)
    return found
