"""Where a page keeps answers, as it fails, and two tabs of a course that keep theirs in the same place."""

from __future__ import annotations

from collections.abc import Sequence

from learner import SLOW, answer, await_restored, value_of, visit
from playwright.sync_api import BrowserContext, Page

NO_LOCAL = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } });"
NO_DATABASE = "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('', 'SecurityError'); } });"
NO_CHANNEL = "window.BroadcastChannel = class { constructor() { throw new DOMException('', 'SecurityError'); } };"
FULL_LOCAL = "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };"

LOG = "field:respond/log"
WRITE = """([log, tab, shared]) => void (async () => {
  for (let i = 0; i < 500; i++) {
    for (const id of [`${log}/${tab}-${i}`, ...shared]) {
      document.dispatchEvent(new CustomEvent("course:field", { detail: { id, value: `${tab} ${i}` } }));
    }
    if (i % 5 === 0) await new Promise((resolve) => setTimeout(resolve));
  }
  window.written = true;
})()"""


def two_tabs(context: BrowserContext, address: str) -> tuple[Page, Page]:
    """The course opened twice by the same learner."""
    first, second = context.new_page(), context.new_page()
    visit(first, address)
    visit(second, address)
    return first, second


def answer_in_turns(first: Page, second: Page) -> None:
    """An answer in one tab, a better one in the other: each sees the other's, and both end with the same."""
    answer(first, SLOW, (1, 3))
    await_restored(second, SLOW)
    answer(second, SLOW, (3, 3), attempt=2)
    await_restored(first, SLOW)
    assert value_of(first, SLOW)["earned"] == value_of(second, SLOW)["earned"] == [3, 3]


def write_at_once(tabs: Sequence[Page], *shared: str) -> set[str]:
    """Writes five hundred fields from either tab, and as often the shared ones; the ids of all that are not shared."""
    for name, tab in zip("ab", tabs, strict=True):
        tab.evaluate(WRITE, [LOG, name, shared])
    for tab in tabs:
        tab.wait_for_function("() => window.written")
    return {f"{LOG}/{tab}-{number}" for tab in "ab" for number in range(500)}
