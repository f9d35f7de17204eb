"""Two ways to work on a page, by mouse and by keyboard alone, told in the same words."""

from __future__ import annotations

from typing import Protocol

from playwright.sync_api import Locator, Page

STEP = """([target, group]) => {
  const at = document.activeElement;
  const there = at === target || (group && at.type === "radio" && at.name === target.name && at.form === target.form);
  const before = Boolean(target.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING);
  if (at === document.body) return { there, before, fault: null };
  const { x, y, width, height } = at.getBoundingClientRect();
  const label = at.labels?.[0] ?? at.parentElement;
  const seen = [2, height / 2, height - 2].some((down) => {
    const hit = document.elementFromPoint(x + width / 2, y + down);
    return hit && (at.contains(hit) || hit.contains(at) || label.contains(hit) || hit.contains(label));
  });
  const ringed = [at, label, at.closest("p")].some((each) => each && getComputedStyle(each).outlineStyle !== "none");
  const fault = !seen ? "covered" : !ringed && at.tabIndex >= 0 ? "no ring" : null;
  return { there, before, fault: fault && `${fault}: ${at.outerHTML.slice(0, 90)}` };
}"""
"""Whether the focus is where it should go, has passed it, and can be seen (WCAG 2.4.7 and 2.4.11)."""


class Hand(Protocol):
    page: Page

    def press(self, button: Locator) -> None: ...
    def tick(self, box: Locator) -> None: ...
    def choose(self, radio: Locator) -> None: ...
    def pick(self, select: Locator, words: str) -> None: ...
    def write(self, field: Locator, text: str) -> None: ...


class Mouse:
    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, button: Locator) -> None:
        button.click()

    def tick(self, box: Locator) -> None:
        box.click(force=True)  # words may lie over the control

    def choose(self, radio: Locator) -> None:
        radio.click(force=True)

    def pick(self, select: Locator, words: str) -> None:
        select.select_option(select.locator("option", has_text=words).get_attribute("value"))

    def write(self, field: Locator, text: str) -> None:
        field.click()
        field.fill(text)


class Keyboard:
    """Tab, arrows, Space, Enter and letters; ``faults`` holds where the focus could not be seen."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.faults: set[str] = set()

    def reach(self, target: Locator, group: bool = False) -> None:
        element, key = target.element_handle(), ""
        for _ in range(300):
            step = self.page.evaluate(STEP, [element, group])
            if step["fault"]:
                self.faults.add(step["fault"])
            if step["there"]:
                return
            key = key or ("Shift+Tab" if step["before"] else "Tab")  # beyond the last control comes the first again
            self.page.keyboard.press(key)
        raise AssertionError(f"the keyboard never came to {target}")

    def press(self, button: Locator) -> None:
        self.reach(button)
        self.page.keyboard.press("Enter")

    def tick(self, box: Locator) -> None:
        self.reach(box)
        self.page.keyboard.press("Space")

    def choose(self, radio: Locator) -> None:
        self.reach(radio, group=True)
        self.page.keyboard.press("Space")
        for _ in range(12):
            if radio.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"the arrows never came to {radio}")

    def pick(self, select: Locator, words: str) -> None:
        self.reach(select)
        for _ in range(12):
            if words in str(select.evaluate("(select) => select.selectedOptions[0].textContent")):
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"the arrows never came to {words}")

    def write(self, field: Locator, text: str) -> None:
        self.reach(field)
        self.page.keyboard.insert_text(text)
