"""A running WebKitGTK: one session of WebDriver is one learner's browser, with a screen and with storage of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from ctypes import CDLL, c_void_p
from functools import cache
from pathlib import Path

from selenium.webdriver import WebKitGTK
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

DRIVER = shutil.which("WebKitWebDriver")
BROWSER = next(Path("/usr/lib").glob("*/webkit2gtk-4.1/MiniBrowser"), None)
PLAIN = {
    "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",  # it cannot start as root, and the pages are our own
    "WEBKIT_DISABLE_DMABUF_RENDERER": "1",  # there is no graphics card
}
PATIENCE = 40
"""Seconds for an answer of the driver."""


def is_there() -> bool:
    """Whether the system has the browser, its driver and a virtual screen to draw on."""
    return bool(DRIVER and BROWSER and shutil.which("Xvfb"))


def start_session(*, dark: bool) -> WebKitGTK:
    """A fresh browser that asks for reduced motion, and for dark colours if so wished."""
    options = Options()
    options.binary_location = str(BROWSER)
    options.add_argument("--automation")
    if dark:
        options.add_argument("--dark-mode")
    options.page_load_strategy = "none"  # it waits for ever where a page replaces its address while it loads
    options.set_capability("unhandledPromptBehavior", "accept")
    environment = {
        **os.environ,
        **PLAIN,
        "LC_ALL": "C.UTF-8",
        "DISPLAY": _screen(),
        "XDG_CONFIG_HOME": str(_settings()),
    }
    session = WebKitGTK(options=options, service=Service(DRIVER, env=environment))
    _point_at_the_buttons(environment["DISPLAY"])
    session.command_executor.client_config.timeout = PATIENCE
    session.set_script_timeout(PATIENCE - 10)
    return session


def _screen() -> str:
    """A virtual screen that goes with the browser, as large as any window: what is outside of it is never drawn."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1400x24", "-nolisten", "tcp", "-terminate"]
    subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as number:
        return f":{number.readline().strip()}"


def _point_at_the_buttons(screen: str) -> None:
    """Moves the pointer from the middle of the screen to the bar above the page.

    Without a pointer a window has no focus here, and a page shows what the pointer is over.
    """
    x11 = CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = x11.XDefaultRootWindow.restype = c_void_p
    display = c_void_p(x11.XOpenDisplay(screen.encode()))
    x11.XWarpPointer(display, None, c_void_p(x11.XDefaultRootWindow(display)), 0, 0, 0, 0, 300, 20)
    x11.XCloseDisplay(display)


def written(name: str, content: bytes) -> Path:
    """A file of this name for the browser to choose."""
    file = Path(tempfile.mkdtemp(dir=_folder())) / name
    file.write_bytes(content)
    return file


@cache
def _settings() -> Path:
    """A folder of settings without animations."""
    file = _folder() / "gtk-3.0" / "settings.ini"
    file.parent.mkdir()
    file.write_text("[Settings]\ngtk-enable-animations=0\n", encoding="utf-8")
    return file.parents[1]


@cache
def _folder() -> Path:
    folder = tempfile.TemporaryDirectory(prefix="webkitgtk-", ignore_cleanup_errors=True)
    _FOLDERS.append(folder)
    return Path(folder.name)


_FOLDERS: list[tempfile.TemporaryDirectory[str]] = []
