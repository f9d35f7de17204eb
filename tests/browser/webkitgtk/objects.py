"""What a browser, a context and a page answer.

Methods bear the names of Playwright's protocol, which sends their keywords.
"""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any
from urllib.parse import urldefrag, urlsplit

import pytest
from browsers import HOST
from selenium.common.exceptions import JavascriptException, WebDriverException
from selenium.webdriver import ActionChains, WebKitGTK

from webkitgtk.frame import FrameServer
from webkitgtk.injected import bootstrap, original, prepared
from webkitgtk.keys import key, press
from webkitgtk.session import start_session
from webkitgtk.waiting import Failure, until

Params = dict[str, Any]
NARROWEST = 450
"""No window of this browser is narrower: its bar of buttons needs the room."""
UNKNOWN_OPTIONS = {"forcedColors", "javaScriptEnabled", "permissions", "hasTouch", "timezoneId"}
COMMON = "zh"
"""The language of nearly all tests; a browser without one shows a course in the course's own."""
LOADED = "return !window.isOld && document.readyState === 'complete'"
CALL = """
const done = arguments[arguments.length - 1];
const [name, input, element] = arguments;
if (!window.tests) return done({ bare: true });
Promise.resolve()
  .then(() => window.tests[name]({ ...input, code: %s }, element))
  .then((value) => done({ value }), (error) => done({ error: [error?.name, `${error?.message ?? error}`] }));
"""


class Server:
    """An object of the protocol. ``guid`` and ``wire`` are given to it when the client hears of it."""

    guid: str
    wire: Any


class BrowserServer(Server):
    """The browser: every context is a session, hence a learner, of its own."""

    def newContext(self, timeout: float, **options: Any) -> Params:
        unknown = sorted(UNKNOWN_OPTIONS & options.keys())
        if unknown:
            pytest.skip(f"WebDriver cannot set “{unknown[0]}”; the other engines run this test")
        if not options.get("locale", COMMON).startswith(COMMON):
            pytest.skip("WebKitGTK asks for the system's language; the other engines run this test")
        parts = {name: self._part(type) for name, type in (("tracing", "Tracing"), ("debugger", "Debugger"))}
        tracing = {"tracing": parts["tracing"]}
        parts["requestContext"] = self._part("APIRequestContext", tracing)
        session = start_session(dark=options.get("colorScheme") == "dark")
        initializer = {"options": options, **parts}
        context = self.wire.add(
            ContextServer(session, options.get("viewport")), "BrowserContext", self.guid, initializer
        )
        self.wire.tell(self.guid, "context", {"context": {"guid": context.guid}})
        return {"context": {"guid": context.guid}}

    def _part(self, type: str, initializer: Params | None = None) -> Params:
        guid = self.wire.new_guid(type)
        self.wire.create(type, guid, self.guid, initializer or {})
        return {"guid": guid}

    def close(self, timeout: float, **_: Any) -> None:
        self.wire.tell(self.guid, "close", {})


class ContextServer(Server):
    """A context: its tabs share what they store."""

    def __init__(self, session: WebKitGTK, viewport: Params | None) -> None:
        self.session = session
        self.viewport = viewport or {"width": 1280, "height": 720}
        self.pages: list[PageServer] = []
        self.unused = [session.current_window_handle]
        self.first_scripts: list[str] = []

    def addInitScript(self, timeout: float, source: str) -> Params:
        self.first_scripts.append(source)
        return self._disposable()

    def _disposable(self) -> Params:
        guid = self.wire.new_guid("Disposable")
        self.wire.create("Disposable", guid, self.guid, {})
        return {"disposable": {"guid": guid}}

    def newPage(self, timeout: float) -> Params:
        if self.unused:
            window = self.unused.pop()
        else:
            self.session.switch_to.new_window("window")
            window = self.session.current_window_handle
        frame = FrameServer()
        self.wire.add(frame, "Frame", self.guid, {"name": "", "url": "about:blank", "loadStates": ["load"]})
        page = PageServer(self, window, frame)
        frame.page = page
        initializer = {"mainFrame": {"guid": frame.guid}, "viewportSize": self.viewport, "isClosed": False}
        self.wire.add(page, "Page", self.guid, initializer)
        self.pages.append(page)
        self.wire.tell(self.guid, "page", {"page": {"guid": page.guid}})
        page.setViewportSize(timeout, self.viewport)
        return {"page": {"guid": page.guid}}

    def close(self, timeout: float, **_: Any) -> None:
        for page in self.pages:
            page.tell_errors()
        self.session.quit()
        self.wire.tell(self.guid, "close", {})


class PageServer(Server):
    """A tab. Everything that needs its document goes through :meth:`call`."""

    def __init__(self, context: ContextServer, window: str, frame: FrameServer) -> None:
        self.context = context
        self.window = window
        self.frame = frame
        self.session = context.session
        self.first_scripts: list[str] = []

    def addInitScript(self, timeout: float, source: str) -> Params:
        self.first_scripts.append(source)
        return self.context._disposable()

    def front(self) -> WebKitGTK:
        """The session, turned to this tab."""
        if self.session.current_window_handle != self.window:
            self.session.switch_to.window(self.window)
        return self.session

    def call(self, name: str, code: str | None = None, element: Any = None, **given: Any) -> Any:
        """What a function of ``page_side.js`` answers; ``code`` is an author's expression, compiled in the page."""
        script = CALL % (f"({code}\n)" if code else "undefined")
        try:
            answer = self._execute(script, name, given, element)
        except JavascriptException:  # no expression, then: several statements
            if not code:
                raise
            answer = self._execute(CALL % f"(() => {{ {code}\n}})", name, given, element)
        if error := answer.get("error"):
            raise Failure(error[1], name=error[0] or "Error")
        return answer.get("value")

    def _execute(self, script: str, *given: Any) -> Params:
        session = self.front()
        answer = session.execute_async_script(script, *given)
        if answer.get("bare"):
            session.execute_script(bootstrap())
            answer = session.execute_async_script(script, *given)
        return dict(answer)

    def open(self, address: str) -> None:
        if urlsplit(address).hostname == HOST:
            pytest.skip("WebKitGTK cannot be told the address of a host name; the other engines run this test")
        address = prepared(address, [*self.context.first_scripts, *self.first_scripts])
        session = self.front()
        if "#" in address and urldefrag(address)[0] == urldefrag(session.current_url)[0]:
            session.execute_script("location.href = arguments[0]", address)  # after get() the driver's clicks hang
            self.tell_address()
        else:
            self._load(lambda: session.get(address))

    def _load(self, turn: Callable[[], None]) -> None:
        """Turns to another document, and waits until it is there."""
        self.tell_errors()
        session = self.front()
        session.execute_script("window.isOld = true")
        turn()
        until(self._is_loaded, 30_000, lambda: "the page does not load")
        self.tell_address()

    def _is_loaded(self) -> bool | None:
        try:
            return self.session.execute_script(LOADED) or None
        except WebDriverException:
            return None  # the old document left while it was asked

    def tell_address(self) -> None:
        self.wire.tell(self.frame.guid, "navigated", {"url": original(self.front().current_url), "name": ""})

    def tell_errors(self) -> None:
        """Tells the client what the page's scripts complained of since it was loaded."""
        try:
            found = self.call("errors")
        except WebDriverException:
            return  # an empty or a closed tab
        for text in found:
            error = {"error": {"name": "Error", "message": text, "stack": text}}
            self.wire.tell(self.context.guid, "pageError", {"error": error, "page": {"guid": self.guid}})

    def setViewportSize(self, timeout: float, viewportSize: Params) -> None:
        if viewportSize["width"] < NARROWEST:
            pytest.skip(f"no window of WebKitGTK is narrower than {NARROWEST} px; the other engines run this test")
        session = self.front()
        for _ in range(2):  # the second time the bars around the page have their size
            inner = session.execute_script("return [innerWidth, innerHeight]")
            outer = session.get_window_size()
            wanted = [viewportSize["width"] - inner[0], viewportSize["height"] - inner[1]]
            session.set_window_size(outer["width"] + wanted[0], outer["height"] + wanted[1])

    def emulateMedia(self, timeout: float, reducedMotion: str = "reduce", **other: Any) -> None:
        """Every session asks for reduced motion from its start."""
        if other or reducedMotion != "reduce":
            pytest.skip("WebDriver changes no media features of a running browser; the other engines run this test")

    def reload(self, timeout: float, **_: Any) -> None:
        self._load(self.front().refresh)

    def goBack(self, timeout: float, **_: Any) -> None:
        self.front().back()
        self.tell_address()

    def goForward(self, timeout: float, **_: Any) -> None:
        self.front().forward()
        self.tell_address()

    def bringToFront(self, timeout: float) -> None:
        self.front()

    def screenshot(self, timeout: float, **_: Any) -> Params:
        return {"binary": base64.b64encode(self.front().get_screenshot_as_png()).decode()}

    def close(self, timeout: float, **_: Any) -> None:
        self.tell_errors()
        if len(self.session.window_handles) == 1:
            self.session.switch_to.new_window("window")
            self.context.unused.append(self.session.current_window_handle)
        self.front().close()
        self.context.pages.remove(self)
        self.session.switch_to.window(self.session.window_handles[0])
        self.wire.tell(self.guid, "close", {})

    def keyboardPress(self, timeout: float, key: str, **_: Any) -> None:
        press(self.front(), key)
        self.tell_address()

    def keyboardDown(self, timeout: float, key: str) -> None:
        ActionChains(self.front(), duration=0).key_down(_key(key)).perform()

    def keyboardUp(self, timeout: float, key: str) -> None:
        ActionChains(self.front(), duration=0).key_up(_key(key)).perform()

    def keyboardType(self, timeout: float, text: str, **_: Any) -> None:
        ActionChains(self.front(), duration=0).send_keys(text).perform()

    def keyboardInsertText(self, timeout: float, text: str) -> None:
        self.call("insert", text=text)


_key = key
