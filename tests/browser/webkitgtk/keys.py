"""Playwright's names of keys as WebDriver types them."""

from __future__ import annotations

from selenium.webdriver import ActionChains, WebKitGTK
from selenium.webdriver.common.keys import Keys

NAMES = {
    "ArrowUp": Keys.ARROW_UP,
    "ArrowDown": Keys.ARROW_DOWN,
    "ArrowLeft": Keys.ARROW_LEFT,
    "ArrowRight": Keys.ARROW_RIGHT,
    "ControlOrMeta": Keys.CONTROL,
    "Space": " ",
}


def key(name: str) -> str:
    """The character that stands for the key."""
    if name in NAMES:
        return NAMES[name]
    if len(name) == 1:
        return name
    snake = "".join(f"_{letter}" if letter.isupper() else letter for letter in name).upper().lstrip("_")
    return str(getattr(Keys, snake))


def press(driver: WebKitGTK, combination: str) -> None:
    """Presses a key with its modifiers: ``Shift+Tab``."""
    *modifiers, last = [combination] if combination == "+" else combination.split("+")
    actions = ActionChains(driver, duration=0)
    for modifier in modifiers:
        actions.key_down(key(modifier))
    actions.send_keys(key(last))
    for modifier in reversed(modifiers):
        actions.key_up(key(modifier))
    actions.perform()
