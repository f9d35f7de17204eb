"""A Chromium that prints sheets: started once, many documents, never shown."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from ssg.paper.model import Sheet

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Playwright

PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHANNELS = ("chrome", "msedge")
"""Browsers that Playwright finds where their installers put them; every Windows has the second."""
SLOWEST = 600_000
"""Milliseconds that a sheet may take: the longest of all courses is no reason to give up."""

_HOLD = """() => {
  const links = document.querySelectorAll("a[data-page]");
  links.forEach((link) => { link.dataset.page = "00"; });
  document.documentElement.style.visibility = links.length ? "hidden" : "";
  return links.length;
}"""
"""Numbers of the usual width, so that the text runs as it will with the right ones; how many there are. What is not
seen is laid out all the same, and printed in half the time."""
_TEXT = """() => {
  const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")];
  return [document.documentElement.textContent, headings.map((each) => each.textContent.trim().replace(/\\s+/g, " "))];
}"""
_FILL = """(pages) => {
  document.documentElement.style.visibility = "";
  document.querySelectorAll("a[data-page]").forEach((link) => {
    link.dataset.page = pages[decodeURIComponent(link.hash.slice(1))] ?? "";
  });
}"""


class NoBrowser(Exception):
    """There is no Playwright, no Chromium for it, or no longer one; the key of the phrase that says what to do."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


class Printer:
    """Prints sheets to PDF with one page of one browser."""

    def __init__(self, page: Page) -> None:
        self._page = page
        page.set_default_timeout(SLOWEST)

    def pdf(self, sheet: Sheet) -> bytes:
        """The sheet as a tagged PDF with outline, language and title, the same bytes each time.

        Raises ``NoBrowser`` where the browser stopped.
        """
        from playwright.sync_api import Error

        try:
            return self._pdf(sheet)
        except Error as error:  # closed by a person, or by a system short of memory
            raise NoBrowser("print_browser_stopped") from error

    def _pdf(self, sheet: Sheet) -> bytes:
        from ssg.paper.pdf import finish

        self._page.set_content(sheet.html, wait_until="load")
        if self._page.evaluate(_HOLD):
            self._page.evaluate(_FILL, _pages_of_targets(self._print(tagged=False, outline=False)))
        text, headings = self._page.evaluate(_TEXT)
        return finish(self._print(), text, frozenset(headings))

    def _print(self, *, tagged: bool = True, outline: bool = True) -> bytes:
        return self._page.pdf(prefer_css_page_size=True, print_background=True, tagged=tagged, outline=outline)


@contextmanager
def printer() -> Iterator[Printer]:
    """A started browser; raises ``NoBrowser``."""
    try:
        import pikepdf  # noqa: F401 - asked for here, so that no browser is started in vain
        from playwright.sync_api import sync_playwright
    except ImportError as error:
        raise NoBrowser("no_print_extra") from error
    with sync_playwright() as driver:
        browser = launch(driver)
        try:
            yield Printer(browser.new_page())
        finally:
            browser.close()


def launch(driver: Playwright) -> Browser:
    """The first browser of this machine that can print; raises ``NoBrowser``."""
    from playwright.sync_api import Error

    found = next((path for name in PROGRAMS if (path := shutil.which(name))), None)
    ways: list[dict[str, Any]] = [{"executable_path": found}] if found else []
    for way in (*ways, {}, *({"channel": channel} for channel in CHANNELS)):
        try:
            return driver.chromium.launch(**way)
        except Error:
            continue
    raise NoBrowser("no_print_browser")


def _pages_of_targets(data: bytes) -> Mapping[str, int]:
    """The page, from 1, on which each target of a link stands."""
    import pikepdf

    with pikepdf.open(BytesIO(data)) as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        targets = pdf.Root.get("/Dests", pikepdf.Dictionary())
        return {_plain(name): numbers[target[0].objgen] for name, target in targets.items()}


def _plain(name: str) -> str:
    """A name of the PDF as the text it was made of: ``/``, UTF-8 bytes as ``#xx``, then percents."""
    return unquote(re.sub(r"#([0-9A-Fa-f]{2})", r"%\1", name[1:]))
