"""What can be done to elements of a page, and the handles that tests hold of them: finding, judging, touching."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Sequence
from typing import Any

from selenium.common.exceptions import (
    ElementClickInterceptedException,
    ElementNotInteractableException,
    StaleElementReferenceException,
)
from selenium.webdriver import ActionChains
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.remote.webelement import WebElement

from webkitgtk.keys import press
from webkitgtk.session import written
from webkitgtk.waiting import Failure, until

Params = dict[str, Any]
TOUCHABLE = ("visible", "enabled", "stable")
UNSTEADY = (ElementClickInterceptedException, ElementNotInteractableException, StaleElementReferenceException)
"""What a moment's wait may mend: something is over the element, or it has just been replaced."""


class Elements:
    """What can be done to an element, found by a selector or held by a handle."""

    page: Any
    wire: Any
    handle: str | None = None

    def _where(self, selector: str | None, strict: bool | None) -> Params:
        return {"selector": selector, "strict": bool(strict), "handle": self.handle}

    def _element(
        self, timeout: float, selector: str | None, strict: bool | None, states: tuple[str, ...]
    ) -> WebElement:
        """The element, once it is in these states."""
        lacking = "absent"

        def ask() -> WebElement | None:
            nonlocal lacking
            found = self.page.call("ready", states=states, scroll=True, **self._where(selector, strict))
            lacking = found if isinstance(found, str) else ""
            return None if lacking else found

        return until(ask, timeout, lambda: f"waiting for {selector or 'the element'}: {lacking}")

    def _touch(
        self,
        timeout: float,
        selector: str | None,
        strict: bool | None,
        touch: Any,
        states: tuple[str, ...] = TOUCHABLE,
    ) -> None:
        reason = ""

        def ask() -> bool | None:
            nonlocal reason
            try:
                touch(self._element(timeout, selector, strict, states))
            except UNSTEADY as unsteady:
                reason = str(unsteady)
                return None
            return True

        until(ask, timeout, lambda: f"touching {selector or 'the element'}: {reason}")
        self.page.tell_address()

    def click(
        self,
        timeout: float,
        selector: str | None = None,
        strict: bool | None = None,
        position: Params | None = None,
        clickCount: int = 1,
        force: bool = False,
        **_: Any,
    ) -> None:
        def touch(element: WebElement) -> None:
            if position or clickCount > 1:
                return self._click_at(element, position, clickCount)
            try:
                return element.click()
            except ElementNotInteractableException:  # as a box without a look of its own, whose label takes the click
                return self._click_at(element)

        self._touch(timeout, selector, strict, touch, ("visible",) if force else TOUCHABLE)

    def _click_at(self, element: WebElement, position: Params | None = None, count: int = 1) -> None:
        """Clicks where the element is: on its middle, or so far from its upper left corner."""
        x, y = self.page.call("point", element=element, position=position)
        actions = ActionBuilder(self.page.front(), duration=0)
        actions.pointer_action.move_to_location(x, y)
        for _ in range(count):
            actions.pointer_action.click()
        actions.perform()

    def dblclick(self, timeout: float, selector: str | None = None, strict: bool | None = None, **_: Any) -> None:
        self.click(timeout, selector, strict, clickCount=2)

    def hover(self, timeout: float, selector: str | None = None, strict: bool | None = None, **_: Any) -> None:
        def touch(element: WebElement) -> None:
            ActionChains(self.page.front(), duration=0).move_to_element(element).perform()

        self._touch(timeout, selector, strict, touch)

    def check(self, timeout: float, selector: str | None = None, strict: bool | None = None, **_: Any) -> None:
        self._set_checked(True, timeout, selector, strict)

    def uncheck(self, timeout: float, selector: str | None = None, strict: bool | None = None, **_: Any) -> None:
        self._set_checked(False, timeout, selector, strict)

    def _set_checked(self, wanted: bool, timeout: float, selector: str | None, strict: bool | None) -> None:
        self._element(timeout, selector, strict, ("visible",))
        if self.page.call("state", state="checked", **self._where(selector, strict)) != wanted:
            self.click(timeout, selector, strict)
        if self.page.call("state", state="checked", **self._where(selector, strict)) != wanted:
            raise Failure("Clicking the checkbox did not change its state")

    def fill(
        self, timeout: float, value: str, selector: str | None = None, strict: bool | None = None, **_: Any
    ) -> None:
        element = self._element(timeout, selector, strict, ("visible", "enabled", "editable"))
        self.page.call("fill", element=element, text=value)

    def press(
        self, timeout: float, key: str, selector: str | None = None, strict: bool | None = None, **_: Any
    ) -> None:
        self.focus(timeout, selector, strict)
        press(self.page.front(), key)
        self.page.tell_address()

    def type(
        self, timeout: float, text: str, selector: str | None = None, strict: bool | None = None, **_: Any
    ) -> None:
        self.focus(timeout, selector, strict)
        ActionChains(self.page.front(), duration=0).send_keys(text).perform()

    def focus(self, timeout: float, selector: str | None = None, strict: bool | None = None, **_: Any) -> None:
        self.page.call("focus", element=self._element(timeout, selector, strict, ()))

    def blur(self, timeout: float, selector: str | None = None, strict: bool | None = None, **_: Any) -> None:
        self.page.call("blur", element=self._element(timeout, selector, strict, ()))

    def scrollIntoViewIfNeeded(self, timeout: float, **_: Any) -> None:
        self._element(timeout, None, True, ())

    def selectOption(
        self,
        timeout: float,
        selector: str | None = None,
        strict: bool | None = None,
        options: list[Params] | None = None,
        **_: Any,
    ) -> Params:
        element = self._element(timeout, selector, strict, TOUCHABLE)
        return {"values": self.page.call("select", element=element, options=options)}

    def setInputFiles(
        self,
        timeout: float,
        selector: str | None = None,
        localPaths: Sequence[str] = (),
        payloads: Sequence[Params] = (),
        **_: Any,
    ) -> None:
        paths = [*localPaths, *(str(written(each["name"], b64decode(each["buffer"]))) for each in payloads)]
        self._element(timeout, selector, True, ()).send_keys("\n".join(paths))

    def dispatchEvent(
        self, timeout: float, type: str, selector: str | None = None, eventInit: Any = None, **_: Any
    ) -> None:
        self.page.call("dispatch", element=self._element(timeout, selector, True, ()), type=type, arg=eventInit)

    def _read(self, what: str, timeout: float, selector: str | None, strict: bool | None, name: str = "") -> Params:
        def ask() -> Params | None:
            answer = self.page.call("read", what=what, attribute=name, **self._where(selector, strict))
            return None if answer.get("absent") else answer

        answer = until(ask, timeout, lambda: f"waiting for {selector}")
        return {"value": answer["value"]} if answer.get("value") is not None else {}

    def textContent(self, timeout: float, selector: str | None = None, strict: bool | None = None) -> Params:
        return self._read("textContent", timeout, selector, strict)

    def innerText(self, timeout: float, selector: str | None = None, strict: bool | None = None) -> Params:
        return self._read("innerText", timeout, selector, strict)

    def innerHTML(self, timeout: float, selector: str | None = None, strict: bool | None = None) -> Params:
        return self._read("innerHTML", timeout, selector, strict)

    def inputValue(self, timeout: float, selector: str | None = None, strict: bool | None = None) -> Params:
        return self._read("inputValue", timeout, selector, strict)

    def getAttribute(
        self, timeout: float, name: str, selector: str | None = None, strict: bool | None = None
    ) -> Params:
        return self._read("attribute", timeout, selector, strict, name)

    def ariaSnapshot(self, timeout: float, selector: str = "body", **_: Any) -> Params:
        return {"snapshot": self._read("aria", timeout, selector, True)["value"]}

    def _state(self, state: str, selector: str | None, strict: bool | None) -> Params:
        return {"value": self.page.call("state", state=state, **self._where(selector, strict))}

    def isVisible(self, timeout: float, selector: str | None = None, strict: bool | None = None) -> Params:
        return self._state("visible", selector, strict)

    def isHidden(self, timeout: float, selector: str | None = None, strict: bool | None = None) -> Params:
        return self._state("hidden", selector, strict)

    def isEnabled(self, timeout: float, selector: str | None = None, strict: bool | None = None) -> Params:
        return self._state("enabled", selector, strict)

    def isDisabled(self, timeout: float, selector: str | None = None, strict: bool | None = None) -> Params:
        return self._state("disabled", selector, strict)

    def isChecked(self, timeout: float, selector: str | None = None, strict: bool | None = None) -> Params:
        self._element(timeout, selector, strict, ())
        return self._state("checked", selector, strict)

    def boundingBox(self, timeout: float) -> Params:
        return self._read("box", timeout, None, True)

    def querySelector(self, timeout: float, selector: str, strict: bool | None = None) -> Params:
        guid = self.wire.new_guid("ElementHandle")
        found = self.page.call("query", guid=guid, **self._where(selector, strict))
        return {"element": self._handle(guid, True)} if found else {}

    def querySelectorAll(self, timeout: float, selector: str) -> Params:
        guid = self.wire.new_guid("ElementHandle")
        count = self.page.call("queryAll", selector=selector, guid=guid, handle=self.handle)
        return {"elements": [self._handle(f"{guid}.{at}", True) for at in range(count)]}

    def _handle(self, guid: str, is_element: bool) -> Params:
        """Tells the client of a value that the page keeps under the id."""
        server = HandleServer(self.page, guid)
        server.wire = self.wire
        self.wire.servers[guid] = server
        self.wire.create(
            "ElementHandle" if is_element else "JSHandle", guid, self.page.frame.guid, {"preview": "value"}
        )
        return {"guid": guid}


class HandleServer(Elements):
    """A value that the page keeps for the test."""

    def __init__(self, page: Any, guid: str) -> None:
        self.page = page
        self.handle = guid

    def evaluateExpression(self, timeout: float, expression: str, arg: Any = None, **_: Any) -> Params:
        return {"value": self.page.call("evaluateOnHandle", code=expression, arg=arg, handle=self.handle)}

    def jsonValue(self, timeout: float) -> Params:
        return {"value": self.page.call("json", handle=self.handle)}

    def dispose(self, timeout: float) -> None:
        self.page.call("forget", handle=self.handle)
