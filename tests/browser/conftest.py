"""Real browsers on really built courses: from files, from a server under a host name, and in a sandboxed frame."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import webkitgtk
from accessible import LOOK_OF, LOOKS
from browsers import COURSES, ENGINES, HOST, IN_WEBKIT, REPOSITORY, launch_options
from everything import build_everything
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright


@pytest.fixture(scope="session")
def engine(request: pytest.FixtureRequest) -> str:
    """The engine that runs the test."""
    return str(request.param)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Every test that asks for a page runs in each engine of its file, unless it names one itself."""
    named = any(mark.args[0] == "engine" for mark in metafunc.definition.iter_markers("parametrize"))
    if "engine" in metafunc.fixturenames and not named:
        in_webkit = metafunc.module.__name__.removeprefix("test_") in IN_WEBKIT.split() and webkitgtk.is_there()
        metafunc.parametrize("engine", [*ENGINES, *["webkit"] * in_webkit], indirect=True, scope="session")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Chromium shows every look, the other engines one of them."""
    left_out = [item for item in items if isinstance(item, pytest.Function) and is_a_look_too_many(item)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


def is_a_look_too_many(item: pytest.Function) -> bool:
    params = item.callspec.params if hasattr(item, "callspec") else {}
    own = LOOK_OF.get(params.get("engine", ""))
    given = [part for each in params.values() for part in (each if isinstance(each, tuple) else (each,))]
    return bool(own) and any(look != own and all(part in given for part in look) for look in LOOKS)


@pytest.fixture(scope="session")
def browser(playwright: Playwright, engine: str) -> Iterator[Browser]:
    if engine == "webkit":
        running = webkitgtk.launch(playwright)
    else:
        running = getattr(playwright, engine).launch(**launch_options(engine))
    yield running
    running.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh learner's browser, in which any error of a script fails the test."""
    fresh = browser.new_context(locale="zh-CN", viewport={"width": 1280, "height": 800}, accept_downloads=True)
    errors: list[str] = []
    fresh.on("weberror", lambda error: errors.append(str(error.error)))
    fresh.on("console", lambda message: errors.append(message.text) if is_error(message) else None)
    yield fresh
    fresh.close()
    assert errors == []


def is_error(message: ConsoleMessage) -> bool:
    """Whether the console complains of us; not of a formula of which Firefox has read only the first half, nor of
    a dialog that opens in a frame of another origin, where Chromium leaves the focus to the page."""
    known = ("Incorrect number of children for <m", "Blocked autofocusing on a <")
    return message.type == "error" and not message.text.startswith(known)


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The courses of tests/browser/courses, built by the real command into a folder with a difficult name."""
    out = tmp_path_factory.mktemp("site") / "课程 第1章#a"
    command = [
        sys.executable,
        str(REPOSITORY / "build.py"),
        "build",
        "-o",
        str(out),
        *map(str, sorted(COURSES.iterdir())),
    ]
    built = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    return out


@pytest.fixture(scope="session")
def demo(site: Path) -> str:
    """The address of the small course as a file."""
    return (site / "demo" / "index.html").as_uri()


@pytest.fixture(scope="session")
def everything(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a course in two languages that has every kind."""
    return build_everything(tmp_path_factory.mktemp("everything"))


@pytest.fixture(scope="session")
def way(site: Path) -> str:
    """The address of a course of three chapters, of which the last has no minutes and is translated."""
    return (site / "way" / "index.html").as_uri()


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Serves folders on the loopback interface under a host name that is not localhost."""
    servers: list[ThreadingHTTPServer] = []

    def start(folder: Path) -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(folder)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://{HOST}:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: the tests' own output stays readable."""


@pytest.fixture(scope="session")
def host(site: Path, serve: Callable[[Path], str]) -> str:
    """The address of the built site on a plain http server."""
    return serve(site)


@pytest.fixture
def sandbox(host: str, site: Path, tmp_path: Path, serve: Callable[[Path], str]) -> Callable[[str], str]:
    """The address of a page that holds the small course in a frame with the given sandbox permissions."""

    def page_with_frame(permissions: str) -> str:
        frame = f'<iframe sandbox="{permissions}" src="{host}/demo/index.html" width="1000" height="700"></iframe>'
        (tmp_path / "lms.html").write_text(
            f"<!doctype html><html lang=en><title>LMS</title><link rel=icon href=data:,>{frame}", encoding="utf-8"
        )
        return f"{serve(tmp_path)}/lms.html"

    return page_with_frame
