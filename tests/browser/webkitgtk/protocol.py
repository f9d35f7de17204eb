"""Answers the messages of Playwright's client for the objects of one browser: its contexts, pages, frames, handles.

Every object has an id that begins with ``webkitgtk``; messages to other ids go on to Playwright's own driver.
"""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from playwright.sync_api import Browser, Playwright

from webkitgtk.objects import BrowserServer, Server
from webkitgtk.waiting import Failure

PREFIX = "webkitgtk"
UNHEARD = {"updateSubscription", "__waitInfo__", "dispose", "setNetworkInterceptionPatterns", "harExport"}
"""Messages that ask for nothing a test could miss."""
EVENTS = {"console"}
"""What may be listened to: faults of the page's scripts are told when a page is left."""


def launch(playwright: Playwright) -> Browser:
    """A browser of Playwright's sync API that is WebKitGTK."""
    client = playwright.webkit._impl_obj
    wire = Wire(client._connection)
    server = wire.add(
        BrowserServer(), "Browser", client._guid, {"name": "webkit", "version": "", "browserName": "webkit"}
    )
    browser = client._connection._objects[server.guid]
    browser._connect_to_browser_type(client, None)
    return Browser(browser)


class Wire:
    """Between Playwright's client and the objects here."""

    def __init__(self, connection: Any) -> None:
        self.connection = connection
        self.servers: dict[str, Server] = {}
        self.numbers = itertools.count(1)
        self.onward = connection._transport.send
        connection._transport.send = self.send

    def add(self, server: Any, type: str, parent: str, initializer: dict[str, Any]) -> Any:
        """Tells the client of a new object, which this server answers for."""
        server.guid = self.new_guid(type)
        server.wire = self
        self.servers[server.guid] = server
        self.create(type, server.guid, parent, initializer)
        return server

    def new_guid(self, type: str) -> str:
        return f"{PREFIX}-{type}-{next(self.numbers)}"

    def create(self, type: str, guid: str, parent: str, initializer: dict[str, Any]) -> None:
        self.tell(parent, "__create__", {"type": type, "guid": guid, "initializer": initializer})

    def tell(self, guid: str, method: str, params: dict[str, Any]) -> None:
        self.connection.dispatch({"guid": guid, "method": method, "params": params})

    def send(self, message: dict[str, Any]) -> None:
        """What the client's transport does with a message."""
        if message["guid"].startswith(PREFIX):
            self.connection._loop.call_soon(self._answer, message)
        else:
            self.onward(message)

    def _answer(self, message: dict[str, Any]) -> None:
        try:
            reply = {"result": self._ask(**message) or {}}
        except pytest.skip.Exception as skipped:
            self.connection._callbacks.pop(message["id"]).future.set_exception(skipped)
            return
        except Exception as failure:  # whatever it is, the test that waits for the answer must hear of it
            name, details = (failure.name, failure.details) if isinstance(failure, Failure) else ("Error", None)
            error = {"name": name, "message": f"{type(failure).__name__}: {failure}", "stack": ""}
            reply = {"error": {"error": error}, "errorDetails": details}
        if message["id"] in self.connection._callbacks:
            self.connection.dispatch({"id": message["id"], **reply})

    def _ask(self, guid: str, method: str, params: dict[str, Any], metadata: dict[str, Any], **_: Any) -> Any:
        if method == "updateSubscription" and params["event"] not in EVENTS:
            pytest.skip(f"WebDriver tells nothing of the event “{params['event']}”; the other engines run this test")
        if method in UNHEARD:
            return None
        answer = getattr(self.servers.get(guid), method, None)
        if not answer:
            pytest.skip(f"WebDriver cannot do “{method}”; the other engines run this test")
        return answer(timeout=metadata.get("timeout") or 0, **params)
