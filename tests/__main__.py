"""``python3 build.py test``: what the tests need from the system, then pytest with the arguments given."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence

CHROMIUM = ("chromium", "chromium-headless-shell", "google-chrome")
FIREFOX = ("firefox-esr", "firefox")
WEBKIT = ("WebKitWebDriver",)
# Debian's packages: the browsers, a screen for the one that needs one, and a Chinese font whose text survives in a PDF.
PACKAGES = ("chromium", "firefox-esr", "webkit2gtk-driver", "xvfb", "fonts-wqy-microhei")
WITHOUT_BROWSERS = "not browser"
EVERYTHING = ("--numprocesses=auto", "--dist=loadfile", "--reruns=1")
"""Without arguments every test runs, on all processors; the tests of a file stay together and share what is dear.

What fails is run once more and counted as rerun: of a thousand pages a browser on a busy machine is late with one.
"""


def main(arguments: Sequence[str]) -> int:
    """The exit code of pytest, or 2 where no browsers can be had."""
    wanted = not any(WITHOUT_BROWSERS in argument for argument in arguments)
    if wanted and not (_browsers_are_there() and (_there(WEBKIT) or not _apt())):
        _fetch_browsers()
        if not _browsers_are_there() and not _playwright_has_them():
            _say(
                "a Chromium and a Firefox are needed. Install them from your system's packages, for example on Debian:"
            )
            _say(f"    sudo apt install {' '.join(PACKAGES)}")
            _say(f'or leave their tests out:  python3 build.py test -m "{WITHOUT_BROWSERS}"')
            return 2
    return subprocess.call([sys.executable, "-m", "pytest", *(arguments or EVERYTHING)])


def _browsers_are_there() -> bool:
    return _there(CHROMIUM) and _there(FIREFOX)


def _there(names: Sequence[str]) -> bool:
    return any(shutil.which(name) for name in names)


def _apt() -> str | None:
    """The installer of packages, where there is one and it may be used."""
    return shutil.which("apt-get") if os.name != "nt" and os.geteuid() == 0 else None


def _fetch_browsers() -> None:
    if apt := _apt():
        _say(f"installing {', '.join(PACKAGES)} …")
        patient = [apt, "-o", "DPkg::Lock::Timeout=900"]
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.call([*patient, "-qq", "update"], env=quiet)
        subprocess.call([*patient, "-qq", "install", "-y", "--no-install-recommends", *PACKAGES], env=quiet)
    else:
        _say("downloading browsers for the tests …")
        subprocess.call([sys.executable, "-m", "playwright", "install", "chromium", "firefox"])


def _playwright_has_them() -> bool:
    from pathlib import Path

    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        return all(Path(engine.executable_path).is_file() for engine in (driver.chromium, driver.firefox))


def _say(text: str) -> None:
    print(f"test: {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
